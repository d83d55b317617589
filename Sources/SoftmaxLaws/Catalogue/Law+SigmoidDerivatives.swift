import Arithmetic
import SoftmaxFamily

/// Chapter 1E, third part: other forms of the sigmoid, and its higher derivatives by their Taylor
/// polynomials.
extension Law {
  /// The sigmoid is a hyperbolic tangent, moved and halved.
  public static let sigmoidTanh = Law(
    "sigmoid-tanh", "σ(x) = (1 + tanh(x/2))/2", source: "Bishop, exercise 3.1",
    of: .sigmoid,
    forAll: .moderateNumbers
  ) { sigmoid, x in
    let t = (-x.magnitudes).exp
    let size = (1 - t) / (1 + t)
    let tanh = Tensor.combine(x, size) { $0.isNegative ? -$1 : $1 }
    return .equal(try sigmoid(x), (1 + tanh) * 0.5)
  }

  /// The sigmoid is less than one as long as its distance from one is two units of roundoff.
  ///
  /// For `x ≤ (p − 1) log 2` the tail `e^{−x}` is at least `2u`, less the error of exp: more than half of what
  /// lies between one and the next number. So `1 + e^{−x}` is rounded to more than one, and the
  /// quotient by it to less. The form by tanh keeps to its enclosure.
  public static let sigmoidRangeBelowOne = Law(
    "sigmoid-range-below-one", "σ(x) < 1 for x ≤ (p − 1) log 2", source: "monotone rounding",
    exactness: .theorem,
    of: .sigmoid,
    forAll: .numbersBelowSaturation
  ) { sigmoid, x in
    guard let contract = sigmoid.contract, contract.claims.sigmoid != .tanh else {
      return .atMost(try sigmoid(x), 1)
    }
    let u = contract.format.unitRoundoff
    return .atMost(try sigmoid.returned(x), Tensor(1 - u))
  }

  /// The sigmoid is positive down to the least number, where nothing is flushed to zero.
  ///
  /// A normal number is due whatever becomes of subnormal ones.
  public static let sigmoidSubnormal = Law(
    "sigmoid-subnormal", "σ(x) > 0 for x ≥ log η + 1, as far as underflow is gradual",
    source: "e^x > 2η", exactness: .theorem,
    of: .sigmoid,
    forAll: .numbersAboveVanishing
  ) { sigmoid, x in
    let y = try sigmoid.answer([x])
    let floor = x.map { x in Ball(sigmoid.bound { $0.leastSigmoid(x.value) }) }
    return .all(.atMost(floor, y.returned), .atMost(0, y.enclosure))
  }

  /// The derivative of the sigmoid is even, a squared hyperbolic secant.
  public static let sigmoidDerivativeSech = Law(
    "sigmoid-derivative-sech", "σ′(x) = σ′(−x) = sech²(x/2)/4 = t/(1 + t)², t = e^{−|x|}",
    source: "Bishop 4.88",
    of: .sigmoidDerivative,
    forAll: .numbers
  ) { derivative, x in
    let t = (-x.magnitudes).exp
    let slope = t / ((1 + t) * (1 + t))
    return .all(.equal(try derivative(x), slope), .equal(try derivative(-x), slope))
  }

  /// The slope of the sigmoid changes by its second derivative, to the first order.
  ///
  /// `|σ‴| ≤ ⅛`, which it is at zero, bounds what is left; `|σ″| ≤ 1/(6√3)` the whole change.
  public static let sigmoidSecondDerivativeTaylor = Law(
    "sigmoid-second-derivative-taylor",
    "|σ′(x + h) − σ′(x) − hσ″(x)| ≤ h²/16, σ″ = σ′(1 − 2σ), |σ′(x + h) − σ′(x)| ≤ |h|/(6√3)",
    source: "Taylor's theorem",
    of: .sigmoidDerivative, .sigmoid,
    forAll: .pairedSmallNumbers, .sameGrid.named("h")
  ) { derivative, sigmoid, x, h in
    let slope = try derivative(x)
    let change = try derivative(x + h) - slope
    let second = slope * (1 - 2 * (try sigmoid(x)))
    let steepest = Tensor(1 / (6 * Ball(3).squareRoot()))
    return .all(
      .atMost((change - h * second).magnitudes, h * h * 0.0625),
      .atMost(change.magnitudes, h.magnitudes * steepest))
  }

  /// The sigmoid follows its Taylor polynomial of the third order.
  ///
  /// With `s = 1 − 2σ`, `σ⁗ = s(1 − s²)(3s² − 2)/4`, whose magnitude is at most `0.128 ≤ 1/7`.
  public static let sigmoidThirdDerivativeTaylor = Law(
    "sigmoid-third-derivative-taylor",
    "|σ(x + h) − σ − hσ′ − h²σ″/2 − h³σ‴/6| ≤ h⁴/168, σ‴ = σ′(1 − 6σ′)", source: "Taylor's theorem",
    of: .sigmoid, .sigmoidDerivative,
    forAll: .pairedSmallNumbers, .sameGrid.named("h")
  ) { sigmoid, derivative, x, h in
    let (value, slope) = (try sigmoid(x), try derivative(x))
    let (second, third) = (slope * (1 - 2 * value), slope * (1 - 6 * slope))
    let square = h * h
    let polynomial = value + h * slope + square * second * 0.5 + square * h * third / 6
    return .atMost((try sigmoid(x + h) - polynomial).magnitudes, square * square / 168)
  }
}
