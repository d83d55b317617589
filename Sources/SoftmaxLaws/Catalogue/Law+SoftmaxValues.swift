import Arithmetic
import SoftmaxFamily

/// Chapter 1A, first part: the values of softmax.
extension Law {
  /// Softmax is within its error theorem, T1 or T2, of the certified value.
  public static let softmaxOracle = accuracy(
    "softmax-oracle", "softmax(x) = e^{x_i} / Σ e^{x_j}", source: "Bishop 4.62; T1, T2",
    of: .softmax, forAll: .extremeLogits)

  /// Softmax with a scale is within its error theorem of the certified value.
  public static let scaledSoftmaxOracle = accuracy(
    "scaled-softmax-oracle", "softmax_λ(x) = e^{λx_i} / Σ e^{λx_j}", source: "Bishop 4.62; T1, T2",
    of: .scaledSoftmax, forAll: .logits, .scale)

  /// The probabilities add up to one.
  ///
  /// Numerators and denominator share the computed exponentials, so that the sum of the
  /// answers is closer to one than the answers are to the truth: T1s.
  public static let softmaxSumOne = Law(
    "softmax-sum-one", "Σ softmax(x) = 1", source: "Bishop 4.62; T1s",
    exactness: .theorem,
    of: .softmax,
    forAll: .longLogits
  ) { softmax, x in
    .equal(
      try softmax.returned(x).sum, 1,
      within: softmax.bound { $0.sumOfProbabilities(x.values) })
  }

  /// Probabilities are between zero and one, exactly: quotients round monotonically.
  public static let softmaxNonnegLeOne = Law(
    "softmax-nonneg-le-one", "0 ≤ softmax(x) ≤ 1", source: "monotone rounding",
    exactness: .exact,
    of: .softmax,
    forAll: .extremeLogits
  ) { softmax, x in
    let p = try softmax.returned(x)
    return .all(.atMost(0, p), .atMost(p, 1))
  }

  /// No probability is zero where the true one is a normal number.
  public static let softmaxPositive = Law(
    "softmax-positive", "softmax(x) > 0", source: "e^x > 0", exactness: .exact,
    of: .softmax,
    forAll: .tameLogits
  ) { softmax, x in
    .atMost(Tensor(softmax.leastPositive), try softmax.returned(x))
  }

  /// Entries in order have probabilities in order, but for the errors of exp.
  ///
  /// Everything but exp rounds monotonically; T1 with the sum cancelled.
  public static let softmaxOrderPreserving = Law(
    "softmax-order-preserving", "x_i ≤ x_j ⇒ softmax(x)_i ≤ softmax(x)_j", source: "Gao–Pavel",
    exactness: .theorem,
    of: .softmax,
    forAll: .logits
  ) { softmax, x in
    let p = try softmax.returned(x)
    let order = x.elements.indices.sorted { (x[$0].value, $0) < (x[$1].value, $1) }
    let sorted = p.selecting(order)
    let slack = sorted.map { Ball(softmax.orderSlack(of: $0.value)) }
    return .atMost(
      Tensor(Array(sorted.elements.dropLast())), (sorted + slack).dropFirst)
  }

  /// The greatest entry has the greatest probability, but for the errors of exp.
  public static let softmaxArgmaxKept = Law(
    "softmax-argmax-kept", "argmax x ⊆ argmax softmax(x)", source: "monotone rounding",
    exactness: .theorem,
    of: .softmax,
    forAll: .logits
  ) { softmax, x in
    let p = try softmax.returned(x)
    let winners = p.selecting(x.indicesOfGreatest)
    return .atMost(p, winners.min, within: softmax.orderSlack(of: winners.min.scalar.value))
  }

  /// The probability of one class among one is one.
  public static let softmaxSingleton = Law(
    "softmax-singleton", "softmax((x)) = (1)", source: "Bishop 4.62", exactness: .exact,
    of: .softmax,
    forAll: .oneLogit
  ) { softmax, x in
    .equal(try softmax.returned(x), x.map { _ in 1 })
  }

  /// Equal entries have equal probabilities: `1/n`, to the last bit if the shift comes first.
  ///
  /// Then every exponential is `e^0 = 1`, their sum `n` is exact, and `1/n` is rounded once.
  public static let softmaxUniform = Law(
    "softmax-uniform", "softmax((c, …, c)) = (1/n, …, 1/n)", source: "Bishop 4.62",
    exactness: .exactAsClaimed,
    of: .softmax,
    forAll: .equalLogits
  ) { softmax, x in
    softmax.cancelsShifts
      ? .equal(try softmax.returned(x), softmax.rounded(.uniform(x.count)))
      : .equal(try softmax(x), .uniform(x.count))
  }

  /// Masked entries have probability zero, and the others that of the vector without them.
  public static let softmaxMasked = Law(
    "softmax-masked", "softmax(x)_i = 0 where x_i = −∞; the rest is softmax of the rest",
    source: "continuity", exactness: .exactAsClaimed,
    of: .softmax,
    forAll: .maskedLogits
  ) { softmax, x in
    let masked = x.values.indices.filter { x.values[$0] == -.infinity }
    let others = x.values.indices.filter { x.values[$0] != -.infinity }
    let answer = try softmax.answer([x])
    let zeros = answer.returned.selecting(masked)
    return .all(
      .equal(zeros, zeros.map { _ in 0 }),
      .equal(answer.enclosure.selecting(others), try softmax(x.selecting(others))))
  }
}
