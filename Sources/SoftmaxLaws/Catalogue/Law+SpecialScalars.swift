import Arithmetic
import SoftmaxFamily

/// Special values, third part: functions of one number at NaN, ±∞ and ±0.
extension Law {
  /// The values at special numbers, wherever they stand in a vector; the others are not looked at.
  private static func scalar(
    _ name: String, _ statement: String, of operation: Operation,
    _ values: [(x: Double, value: Double)]
  ) -> Law {
    Law(
      name, statement, source: "limits; IEEE 754", of: operation,
      forAll: .specialNumbers
    ) { function, x in
      let returned = try function.returned(x)
      return .worst(
        values.flatMap { special, value in
          x.values.indices.filter { x.values[$0].isSame(as: special) }.map {
            .identical(Tensor(returned[$0]), Tensor(value))
          }
        })
    }
  }

  /// The sigmoid is NaN, one, zero and one half there.
  public static let sigmoidSpecial = scalar(
    "sigmoid-special", "σ(NaN) = NaN, σ(+∞) = 1, σ(−∞) = 0, σ(±0) = ½", of: .sigmoid,
    [(.nan, .nan), (.infinity, 1), (-.infinity, 0), (0, 0.5)])

  /// Softplus is NaN, infinite and zero there.
  public static let softplusSpecial = scalar(
    "softplus-special", "softplus(NaN) = NaN, softplus(+∞) = +∞, softplus(−∞) = 0", of: .softplus,
    [(.nan, .nan), (.infinity, .infinity), (-.infinity, 0)])

  /// The logarithm of the sigmoid is NaN, zero and infinite there.
  public static let logsigmoidSpecial = scalar(
    "logsigmoid-special", "log σ(NaN) = NaN, log σ(+∞) = 0, log σ(−∞) = −∞", of: .logSigmoid,
    [(.nan, .nan), (.infinity, 0), (-.infinity, -.infinity)])

  /// The slope of the sigmoid is NaN and zero there, not `0·∞`.
  public static let sigmoidDerivativeSpecial = scalar(
    "sigmoid-derivative-special", "σ′(NaN) = NaN, σ′(±∞) = 0", of: .sigmoidDerivative,
    [(.nan, .nan), (.infinity, 0), (-.infinity, 0)])

  /// The slope of softplus is the sigmoid there too.
  public static let softplusDerivativeSpecial = scalar(
    "softplus-derivative-special", "softplus′(NaN) = NaN, softplus′(+∞) = 1, softplus′(−∞) = 0",
    of: .softplusDerivative, [(.nan, .nan), (.infinity, 1), (-.infinity, 0)])

  /// The logit is infinite at the ends of its interval, and not a number beyond.
  public static let logitSpecial = Law(
    "logit-special", "logit(0) = −∞, logit(1) = +∞, logit(NaN), logit(−1), logit(2) = NaN",
    source: "log 0 = −∞; IEEE 754",
    of: .logit,
    forAll: .probabilities
  ) { logit, p in
    let special = Tensor([0, 1, .nan, -1, 2, .infinity, -.infinity])
    let values = Tensor([-.infinity, .infinity, .nan, .nan, .nan, .nan, .nan])
    let returned = try logit.returned(p.appending(special))
    return .identical(Tensor(Array(returned.elements.suffix(special.count))), values)
  }

  /// Where a probability vanishes its logit is infinite; without a pivot's, all of them are.
  public static let invsoftSpecial = Law(
    "invsoft-special",
    "invsoft(p)_k = −∞ where p_k = 0, +∞ where p_0 = 0, NaN where both are", source: "log 0 = −∞",
    of: .inverseReducedSoftmax,
    forAll: .distribution.named("p"), .moderateScale
  ) { invsoft, p, scale in
    let beside = p.appending(Tensor([0.5, 0]))
    let whole = try invsoft.returned(Tensor([0.5]).appending(beside), scale)
    let without = try invsoft.returned(Tensor([0.0]).appending(beside), scale)
    let zeros = beside.elements.indices.filter { beside[$0].isZero }
    let limits = zeros.map { _ in -Double.infinity }
    return .all(
      .identical(whole.selecting(zeros), Tensor(limits)),
      .identical(without, beside.map { Ball($0.isZero ? .nan : .infinity) }))
  }
}

extension Double {
  /// Whether two numbers are the same, where NaN is NaN and zeros have no sign.
  fileprivate func isSame(as other: Double) -> Bool { self == other || (isNaN && other.isNaN) }
}
