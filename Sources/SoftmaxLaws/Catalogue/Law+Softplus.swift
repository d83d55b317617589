import Arithmetic
import SoftmaxFamily

/// Chapter 1E, second part: softplus and the logarithm of the sigmoid.
extension Law {
  /// Softplus is within its error theorem, T6, of the certified value.
  public static let softplusOracle = accuracy(
    "softplus-oracle", "softplus(x) = log(1 + e^x)", source: "definition; T6",
    of: .softplus, forAll: .numbers.upTo(70))

  /// The logarithm of the sigmoid is within its error theorem, T6, of the certified value.
  public static let logsigmoidOracle = accuracy(
    "logsigmoid-oracle", "logSigmoid(x) = log σ(x)", source: "definition; T6",
    of: .logSigmoid, forAll: .numbers.upTo(70))

  /// Softplus of zero is the logarithm of two.
  public static let softplusZero = Law(
    "softplus-zero", "softplus(0) = log 2", source: "definition",
    of: .softplus,
    forAll: .zeros
  ) { softplus, x in
    .equal(try softplus(x), x.map { _ in Ball(2).logarithm() })
  }

  /// Softplus is at least the rectifier, as what is added to it is not negative.
  ///
  /// Exactly so in the form `max(x, 0) + log1p(e^{−|x|})`; another honest one, `log1p(e^x)` as long
  /// as nothing overflows, is rounded to either side of `x`.
  public static let softplusGeRelu = Law(
    "softplus-ge-relu", "max(0, x) ≤ softplus(x)", source: "log(1 + t) ≥ 0",
    of: .softplus,
    forAll: .numbers
  ) { softplus, x in
    .atMost(x.rectified, try softplus(x))
  }

  /// Softplus exceeds the rectifier by little.
  public static let softplusLe = Law(
    "softplus-le", "softplus(x) ≤ max(0, x) + min(log 2, e^{−|x|})", source: "log(1 + t) ≤ t",
    of: .softplus,
    forAll: .numbers
  ) { softplus, x in
    let y = try softplus(x)
    let log2 = Tensor(Ball(2).logarithm())
    return .all(
      .atMost(y, x.rectified + log2), .atMost(y, x.rectified + (-x.magnitudes).exp))
  }

  /// Softplus of a number and of its opposite differ by the number.
  public static let softplusReflection = Law(
    "softplus-reflection", "softplus(x) − softplus(−x) = x", source: "definition",
    of: .softplus,
    forAll: .numbers
  ) { softplus, x in
    .equal(try softplus(x) - softplus(-x), x)
  }

  /// The derivative of softplus is the sigmoid.
  public static let softplusDerivative = accuracy(
    "softplus-derivative", "softplus′(x) = σ(x)", source: "definition; T5",
    of: .softplusDerivative, forAll: .numbers.upTo(70))

  /// Softplus is convex; the midpoint of two numbers of a grid is exact.
  public static let softplusConvex = Law(
    "softplus-convex", "softplus((x + y)/2) ≤ (softplus(x) + softplus(y))/2",
    source: "softplus″ = σ′ > 0",
    of: .softplus,
    forAll: .pairedNumbers, .sameGrid
  ) { softplus, x, y in
    .atMost(try softplus((x + y) * 0.5), (try softplus(x) + softplus(y)) * 0.5)
  }

  /// The lower tail of softplus is exponential, and the upper one the identity.
  public static let softplusExtremes = Law(
    "softplus-extremes", "t − t²/2 ≤ softplus(−|x|) ≤ t = e^{−|x|}",
    source: "t − t²/2 ≤ log(1 + t) ≤ t",
    of: .softplus,
    forAll: .numbers
  ) { softplus, x in
    let t = (-x.magnitudes).exp
    let y = try softplus(-x.magnitudes)
    return .all(.atMost(t - t * t * 0.5, y), .atMost(y, t))
  }

  /// The logarithm of the sigmoid is softplus, mirrored.
  public static let logsigmoidSoftplus = Law(
    "logsigmoid-softplus", "logSigmoid(x) = −softplus(−x)", source: "definition",
    of: .logSigmoid, .softplus,
    forAll: .numbers
  ) { logSigmoid, softplus, x in
    .equal(try logSigmoid(x), -(try softplus(-x)))
  }

  /// The exponential of log-sigmoid is the sigmoid.
  public static let logsigmoidExp = Law(
    "logsigmoid-exp", "e^{logSigmoid(x)} = σ(x)", source: "definition",
    of: .logSigmoid, .sigmoid,
    forAll: .moderateNumbers
  ) { logSigmoid, sigmoid, x in
    .equal(try logSigmoid(x).exp, try sigmoid(x))
  }
}
