import Arithmetic
import SoftmaxFamily

/// Chapter 1C, first part: the values of log-sum-exp.
extension Law {
  /// Log-sum-exp is within its error theorem, T3, of the certified value.
  public static let lseOracle = accuracy(
    "lse-oracle", "logSumExp(x) = log Σ e^{x_j}",
    source: "Blanchard–Higham–Higham 3.2, 4.2; T3",
    of: .logSumExp, forAll: .longLogits)

  /// Log-sum-exp is at least the greatest entry, exactly: the logarithm added is not negative.
  ///
  /// Without a shift the logarithm of a rounded exponential may end a rounding below its exponent.
  public static let lseGeMax = Law(
    "lse-ge-max", "max x ≤ logSumExp(x)", source: "monotone rounding", exactness: .exact,
    of: .logSumExp,
    forAll: .logits
  ) { logSumExp, x in
    .atMost(x.max, try logSumExp.returnedUnlessUnshifted(x))
  }

  /// Log-sum-exp exceeds the greatest entry by at most the logarithm of the count.
  public static let lseLeMaxLnN = Law(
    "lse-le-max-ln-n", "logSumExp(x) ≤ max x + log n", source: "Σ e^x ≤ n e^{max x}",
    of: .logSumExp,
    forAll: .logits
  ) { logSumExp, x in
    .atMost(try logSumExp(x), x.max + Tensor(Double(x.count)).log)
  }

  /// Log-sum-exp exceeds the mean by at least the logarithm of the count (Jensen).
  public static let lseJensenMean = Law(
    "lse-jensen-mean", "x̄ + log n ≤ logSumExp(x)", source: "Jensen",
    of: .logSumExp,
    forAll: .logits
  ) { logSumExp, x in
    let count = Tensor(Double(x.count))
    return .atMost(x.sum / count + count.log, try logSumExp(x))
  }

  /// Log-sum-exp of one number is that number, exactly.
  public static let lseSingleton = Law(
    "lse-singleton", "logSumExp((x)) = x", source: "definition", exactness: .exact,
    of: .logSumExp,
    forAll: .oneLogit
  ) { logSumExp, x in
    .equal(try logSumExp.returnedUnlessUnshifted(x), Tensor(x[0]))
  }

  /// Equal entries add the logarithm of their count.
  public static let lseReplicate = Law(
    "lse-replicate", "logSumExp((c, …, c)) = c + log n", source: "definition",
    of: .logSumExp,
    forAll: .equalLogits
  ) { logSumExp, x in
    .equal(try logSumExp(x), Tensor(x[0]) + Tensor(Double(x.count)).log)
  }

  /// The logarithm of the count alone, where nothing but log is rounded.
  public static let lseReplicateZeros = Law(
    "lse-replicate-zeros", "logSumExp((0, …, 0)) = log n", source: "e^0 = 1; T3",
    of: .logSumExp,
    forAll: .zeros
  ) { logSumExp, x in
    .equal(try logSumExp(x), Tensor(Double(x.count)).log)
  }

  /// A masked entry counts for nothing.
  public static let lseNegInfIdentity = Law(
    "lse-neg-inf-identity", "logSumExp(x, −∞) = logSumExp(x)", source: "e^{−∞} = 0",
    of: .logSumExp,
    forAll: .logits
  ) { logSumExp, x in
    .equal(try logSumExp(x.appending(Tensor(-.infinity))), try logSumExp(x))
  }

  /// The logarithm of no mass at all is −∞.
  public static let lseAllMasked = Law(
    "lse-all-masked", "logSumExp((−∞, …, −∞)) = −∞", source: "log 0 = −∞", exactness: .exact,
    of: .logSumExp,
    forAll: .zeros
  ) { logSumExp, x in
    .equal(try logSumExp.returned(x.map { _ in Ball(-.infinity) }), Tensor(-.infinity))
  }

  /// Finite entries have a finite log-sum-exp as long as `max x + log n < Ω`.
  ///
  /// The entries are at most half the greatest number, so that there is room.
  public static let lseExtremeFinite = Law(
    "lse-extreme-finite", "logSumExp(x/2) is finite", source: "Blanchard–Higham–Higham, Table 2",
    exactness: .exact,
    of: .logSumExp,
    forAll: .extremeLogits
  ) { logSumExp, x in
    .finite(try logSumExp.returned(logSumExp.rounded(x * 0.5)))
  }
}
