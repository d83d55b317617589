import Arithmetic
import SoftmaxFamily

/// Chapter 1E, third part: the second and third derivatives of the sigmoid.
extension Law {
  /// The second derivative of the sigmoid, which is the reduced softmax of one logit.
  ///
  /// Its greatest magnitude, `1/(6√3)`, is less than `0.09623`.
  public static let sigmoidSecondDerivative = Law(
    "sigmoid-second-derivative", "σ″(x) = σ(x) σ(−x) (1 − 2σ(x)), |σ″(x)| ≤ 1/(6√3)",
    source: "derivative of Bishop 4.88",
    of: .reducedSoftmaxHessian, .sigmoid,
    forAll: .oneModerateNumber
  ) { hessian, sigmoid, x in
    let curvature = Tensor([try hessian(x, 1)[1, 0, 0]])
    let (value, complement) = (try sigmoid(x), try sigmoid(-x))
    return .all(
      .equal(curvature, value * complement * (complement - value), beside: value * complement),
      .atMost(curvature.magnitudes, 0.09623))
  }

  /// The third derivative is the slope of the second, by a central difference.
  ///
  /// With `q = σ(x)σ(−x)`, at most `¼`: `σ‴ = q(1 − 6q)` and `σ⁽⁵⁾ = q(1 − 30q + 120q²)`, at most `¼` too; so
  /// the difference is off by at most `2·h³/6·¼`.
  public static let sigmoidThirdDerivative = Law(
    "sigmoid-third-derivative",
    "|σ″(x + h) − σ″(x − h) − 2h σ‴(x)| ≤ h³/12, σ‴ = σ(1 − σ)(1 − 6σ + 6σ²)",
    source: "Taylor; |σ⁽⁵⁾| ≤ ¼",
    of: .reducedSoftmaxHessian, .sigmoid,
    forAll: .oneModerateNumber, .smallStep
  ) { hessian, sigmoid, x, h in
    let change = try hessian(x + h, 1)[1, 0, 0] - hessian(x - h, 1)[1, 0, 0]
    let q = try sigmoid(x) * sigmoid(-x)
    let slope = 2 * h * q * (1 - 6 * q)
    return .near(Tensor([change]), slope, within: h * h * h / 12)
  }

  /// The curvature of the loss is the slope of the sigmoid, whatever the target.
  ///
  /// By a central difference of the gradient, off by at most `2·h³/6·max|σ‴|`, `max|σ‴| = ⅛`.
  public static let bceSecondDerivative = Law(
    "bce-second-derivative",
    "|∂BCE(t, z + h) − ∂BCE(t, z − h) − 2h σ′(z)| ≤ h³/24, 0 ≤ σ′(z) ≤ ¼",
    source: "Bishop 4.97; Taylor; |σ‴| ≤ ⅛",
    of: .binaryCrossEntropyWithLogitsGradient, .sigmoidDerivative,
    forAll: .oneModerateNumber.named("z"), .oneTarget, .smallStep
  ) { gradient, derivative, z, t, h in
    let target = Tensor([t.scalar])
    let change = try gradient(target, z + h) - gradient(target, z - h)
    let slope = try derivative(z)
    return .all(
      .near(change, 2 * h * slope, within: h * h * h / 24),
      .atMost(0, slope), .atMost(slope, 0.25))
  }
}
