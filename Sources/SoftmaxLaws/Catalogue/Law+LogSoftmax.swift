import Arithmetic
import SoftmaxFamily

/// Chapter 1D, first part: log-softmax.
extension Law {
  /// Log-softmax is within its error theorem, T4, of the certified value.
  public static let logsoftmaxOracle = accuracy(
    "logsoftmax-oracle", "logSoftmax(x) = x − logSumExp(x)", source: "definition; T4",
    of: .logSoftmax, forAll: .longLogits)

  /// Logarithms of probabilities are not positive, exactly.
  public static let logsoftmaxNonpositive = Law(
    "logsoftmax-nonpositive", "logSoftmax(x) ≤ 0", source: "monotone rounding",
    exactness: .exact,
    of: .logSoftmax,
    forAll: .extremeLogits
  ) { logSoftmax, x in
    .atMost(try logSoftmax.returnedUnlessUnshifted(x), 0)
  }

  /// Log-softmax is the logarithm of softmax.
  public static let logsoftmaxExp = Law(
    "logsoftmax-exp", "e^{logSoftmax(x)} = softmax(x)", source: "definition",
    of: .logSoftmax, .softmax,
    forAll: .logits
  ) { logSoftmax, softmax, x in
    .equal(try logSoftmax(x).exp, try softmax(x))
  }

  /// Log-softmax is normalised.
  public static let logsoftmaxNormalised = Law(
    "logsoftmax-normalised", "e^{logSumExp(logSoftmax(x))} = 1", source: "definition",
    of: .logSoftmax, .logSumExp,
    forAll: .logits
  ) { logSoftmax, logSumExp, x in
    .equal(try logSumExp(logSoftmax(x)).exp, 1)
  }

  /// Log-softmax of log-softmax changes nothing.
  public static let logsoftmaxIdempotent = Law(
    "logsoftmax-idempotent", "logSoftmax(logSoftmax(x)) = logSoftmax(x)", source: "definition",
    of: .logSoftmax,
    forAll: .logits
  ) { logSoftmax, x in
    let once = try logSoftmax(x)
    return .equal(try logSoftmax(once), once)
  }

  /// Differences of logits are kept.
  ///
  /// One number is subtracted from all of them, whose error cancels: only roundings are left.
  public static let logsoftmaxDifferences = Law(
    "logsoftmax-differences", "logSoftmax(x)_i − logSoftmax(x)_0 = x_i − x_0",
    source: "definition", exactness: .theorem,
    of: .logSoftmax,
    forAll: .gridLogits
  ) { logSoftmax, x in
    let differences = x - Tensor(x[0])
    let answer = try logSoftmax.answer([x])
    guard let errors = logSoftmax.sharper({ $0.logSoftmaxDifferences(x.values, to: 0) }) else {
      return .equal(answer.enclosure - Tensor(answer.enclosure[0]), differences)
    }
    let enclosed = zip(differences.elements, errors).map { $0.widened(by: $1) }
    return .equal(answer.returned - Tensor(answer.returned[0]), Tensor(enclosed))
  }

  /// Log-softmax is finite where softmax underflows.
  public static let logsoftmaxFinite = Law(
    "logsoftmax-finite", "logSoftmax(x) is finite", source: "max x − x_i + log n < Ω",
    exactness: .exact,
    of: .logSoftmax,
    forAll: .logits
  ) { logSoftmax, x in
    .finite(try logSoftmax.returned(x))
  }

  /// Adding a constant to every logit changes nothing; not a bit if the shift comes first.
  public static let logsoftmaxShift = Law(
    "logsoftmax-shift", "logSoftmax(x + c) = logSoftmax(x)", source: "definition",
    exactness: .exactAsClaimed,
    of: .logSoftmax,
    forAll: .logitsToShift, .exactShift
  ) { logSoftmax, x, c in
    logSoftmax.cancelsShifts
      ? .equal(try logSoftmax.returned(x + c), try logSoftmax.returned(x))
      : .equal(try logSoftmax(x + c), try logSoftmax(x))
  }

  /// The product of a vector with log-softmax's Jacobian is within T11 of the certified one.
  public static let logsoftmaxVjp = accuracy(
    "logsoftmax-vjp", "Jᵀv = v − g Σv", source: "definition; T11",
    of: .logSoftmaxVectorJacobianProduct, forAll: .logits, .cotangent)
}
