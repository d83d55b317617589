import Arithmetic
import SoftmaxFamily

/// Chapter 1E, fourth part: inverses, the derivative of the logit, and the integral of the sigmoid.
extension Law {
  /// The logit undoes the sigmoid as long as that is not saturated.
  ///
  /// The sigmoid is off by `u` or so, and the logit's slope there is `1/(σ(1 − σ)) ≈ e^{|x|}`.
  public static let logitInverseOfSigmoid = Law(
    "logit-inverse-of-sigmoid", "logit(σ(x)) = x for |x| ≤ p log 2 − 2", source: "Bishop 4.61",
    of: .logit, .sigmoid,
    forAll: .reversibleNumbers
  ) { logit, sigmoid, x in
    .equal(try logit(sigmoid(x)), x)
  }

  /// The logit grows by its derivative, which is convex: midpoint rule and trapezoid enclose it.
  public static let logitDerivative = Law(
    "logit-derivative",
    "(q − p)f((p + q)/2) ≤ logit(q) − logit(p) ≤ (q − p)(f(p) + f(q))/2, f = 1/(p(1 − p))",
    source: "Hermite–Hadamard",
    of: .logit,
    forAll: .probabilities, .probabilities.named("q")
  ) { logit, p, q in
    func slope(_ p: Tensor) -> Tensor { 1 / (p * (1 - p)) }
    let (less, more) = (Tensor.lesser(p, q), Tensor.greater(p, q))
    let (change, step) = (try logit(more) - logit(less), more - less)
    return .all(
      .atMost(step * slope((p + q) * 0.5), change),
      .atMost(change, step * (slope(p) + slope(q)) * 0.5))
  }

  /// The inverse of softplus, in the form that does not cancel for large numbers.
  public static let softplusInverse = Law(
    "softplus-inverse", "softplus(x) + log(1 − e^{−softplus(x)}) = x", source: "definition",
    of: .softplus,
    forAll: .moderateNumbers
  ) { softplus, x in
    let y = try softplus(x)
    return .equal(y + (1 - (-y).exp).log, x)
  }

  /// Softplus is the integral of the sigmoid, by Simpson's rule.
  ///
  /// Its error is at most `|b − a|⁵/2880` times the greatest fourth derivative, at most `1/7`.
  public static let softplusIntegral = Law(
    "softplus-integral",
    "|softplus(b) − softplus(a) − (b − a)(σ(a) + 4σ((a + b)/2) + σ(b))/6| ≤ |b − a|⁵/20160",
    source: "Simpson's rule; |σ⁗| ≤ 1/7",
    of: .softplus, .sigmoid,
    forAll: .pairedSmallNumbers.named("a"), .sameGrid.named("b")
  ) { softplus, sigmoid, a, b in
    let step = b - a
    let mean = try (sigmoid(a) + 4 * sigmoid((a + b) * 0.5) + sigmoid(b)) / 6
    let square = step * step
    return .atMost(
      (try softplus(b) - softplus(a) - step * mean).magnitudes,
      square * square * step.magnitudes / 20160)
  }
}

extension Tensor {
  /// The smaller of two numbers, element by element.
  fileprivate static func lesser(_ a: Tensor, _ b: Tensor) -> Tensor {
    combine(a, b) { $1.precedes($0) ? $1 : $0 }
  }

  /// The greater of two numbers, element by element.
  fileprivate static func greater(_ a: Tensor, _ b: Tensor) -> Tensor {
    combine(a, b) { $1.precedes($0) ? $0 : $1 }
  }
}
