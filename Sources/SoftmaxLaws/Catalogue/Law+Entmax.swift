import Arithmetic
import SoftmaxFamily

/// Chapter 1J, second part: α-entmax.
extension Law {
  /// 1.5-entmax is within its error theorem, T16, of the certified value.
  public static let entmax15Oracle = accuracy(
    "entmax15-oracle", "entmax15(z) = argmax_{p ∈ Δ} ⟨p, z⟩ + H_{3/2}(p)",
    source: "Peters–Niculae–Martins; T16", of: .entmax15, forAll: .scores)

  /// α-entmax is within its error theorem, T17, of the certified value.
  public static let entmaxOracle = accuracy(
    "entmax-oracle", "entmax_α(z) = argmax_{p ∈ Δ} ⟨p, z⟩ + H_α(p)",
    source: "Peters–Niculae–Martins; T17", of: .entmax, forAll: .scores, .anyAlpha)

  /// Scores built from roots whose squares sum to one give these squares.
  public static let entmax15Constructed = Law(
    "entmax15-constructed", "z_i = 2(q_i + τ) on S, z_i ≤ 2τ off S, Σq² = 1 ⇒ entmax15(z) = q²",
    source: "Karush–Kuhn–Tucker",
    of: .entmax15,
    forAll: .entmax15Answers, .answer
  ) { entmax15, z, p in
    .equal(try entmax15(z), p)
  }

  /// Scores built from roots whose powers sum to one give these powers.
  public static let entmaxConstructed = Law(
    "entmax-constructed",
    "(α − 1)z_i = q_i + τ on S, ≤ τ off S, Σq^{1/(α−1)} = 1 ⇒ entmax_α(z) = q^{1/(α−1)}",
    source: "Karush–Kuhn–Tucker",
    of: .entmax,
    forAll: .entmaxAnswers, .answerAlpha, .answer
  ) { entmax, z, alpha, p in
    .equal(try entmax(z, alpha), p)
  }

  /// A closed form and any other way to find the threshold give the same.
  public static let entmax15EqualsBisect = Law(
    "entmax15-equals-bisect", "entmax15(z) = entmax_{3/2}(z)", source: "Peters–Niculae–Martins",
    of: .entmax15, .entmax,
    forAll: .scores
  ) { entmax15, entmax, z in
    .equal(try entmax15(z), try entmax(z, 1.5))
  }

  /// For `α = 2` α-entmax is the projection.
  public static let entmax2EqualsSparsemax = Law(
    "entmax2-equals-sparsemax", "entmax_2(z) = sparsemax(z)", source: "Peters–Niculae–Martins",
    of: .sparsemax, .entmax,
    forAll: .scores
  ) { sparsemax, entmax, z in
    .equal(try sparsemax(z), try entmax(z, 2))
  }

  /// For two classes there is a closed form: `½ + (t/8)√(8 − t²)`, `t = z_0 − z_1`.
  public static let entmax15TwoClosedForm = Law(
    "entmax15-two-closed-form",
    "entmax15(z)_0 = ½ + (t/8)√(8 − t²), t = z_0 − z_1, |t| ≤ 2; one beyond",
    source: "√p_0 − √p_1 = t/2, p_0 + p_1 = 1",
    of: .entmax15,
    forAll: .twoScores
  ) { entmax15, z in
    let t = z[0] - z[1]
    let square = t * t
    let inner = 0.5 + t / 8 * (8 - square).squareRoot()
    let clamped = (square - 4).isNegative ? inner : t.isPositive ? 1 : 0
    return .equal(Tensor([try entmax15(z)[0]]), Tensor([clamped]))
  }

  /// The answer is a probability vector.
  public static let entmaxSimplex = Law(
    "entmax-simplex", "entmax_α(z) ≥ 0, Σ entmax_α(z) = 1",
    source: "Peters–Niculae–Martins Lemma 1",
    of: .entmax,
    forAll: .scores, .alpha
  ) { entmax, z, alpha in
    let answer = try entmax.answer([z, alpha])
    return .all(.atMost(0, answer.returned), .equal(answer.enclosure.sum, 1))
  }

  /// On the support a power of the probabilities is as far apart as the scores; off it, no further.
  public static let entmaxKkt = Law(
    "entmax-kkt",
    "p_i^{α−1} = p_0^{α−1} − (α − 1)(z_0 − z_i) where p_i > 0, and at least that, z_0 = max z",
    source: "Peters–Niculae–Martins Lemma 1",
    of: .entmax,
    forAll: .scores, .alpha
  ) { entmax, z, alpha in
    let order = z.descending
    let (z, p) = (z.selecting(order), try entmax(z, alpha).selecting(order))
    let powers = p.power(alpha - 1)
    let line = Tensor(powers[0]) - (alpha - 1) * (Tensor(z[0]) - z)
    let support = p.elements.indices.filter { p[$0].isPositive }
    return .all(
      .equal(powers.selecting(support), line.selecting(support)), .atMost(line, powers))
  }

  /// No distribution has a greater sum of mean score and entropy.
  public static let entmaxVariational = Law(
    "entmax-variational", "⟨q, z⟩ + H_α(q) ≤ ⟨p, z⟩ + H_α(p), p = entmax_α(z)",
    source: "Peters–Niculae–Martins (10)",
    of: .entmax,
    forAll: .distribution.named("q"), .scores, .alpha
  ) { entmax, q, z, alpha in
    let p = try entmax(z, alpha)
    // Σp = Σq, so that a common offset of the scores does not matter.
    let gaps = z - z.max
    return .atMost(
      q.dot(gaps) + q.tsallisEntropy(alpha), p.dot(gaps) + p.tsallisEntropy(alpha))
  }

  /// Adding a constant to every score changes nothing.
  public static let entmaxShift = Law(
    "entmax-shift", "entmax_α(z + c) = entmax_α(z)", source: "Peters–Niculae–Martins",
    of: .entmax,
    forAll: .scoresToShift, .exactShift, .alpha
  ) { entmax, z, c, alpha in
    .equal(try entmax(z + c, alpha), try entmax(z, alpha))
  }

  /// Adding a constant to every score changes nothing; not a bit if the maximum is subtracted.
  public static let entmax15Shift = Law(
    "entmax15-shift", "entmax15(z + c) = entmax15(z)", source: "Peters–Niculae–Martins",
    of: .entmax15,
    forAll: .scoresToShift, .exactShift
  ) { entmax15, z, c in
    entmax15.sortsSparseMaps
      ? .equal(try entmax15.returned(z + c), try entmax15.returned(z))
      : .equal(try entmax15(z + c), try entmax15(z))
  }

  /// Permuting the scores permutes the probabilities.
  public static let entmaxPermutation = Law(
    "entmax-permutation", "entmax_α(πz) = π entmax_α(z)", source: "definition",
    of: .entmax,
    forAll: .scores, .permutation, .alpha
  ) { entmax, z, permutation, alpha in
    .equal(
      try entmax(z.selecting(permutation), alpha), try entmax(z, alpha).selecting(permutation))
  }

  /// Permuting the scores permutes the probabilities; a sort does not see the difference.
  public static let entmax15Permutation = Law(
    "entmax15-permutation", "entmax15(πz) = π entmax15(z)", source: "definition",
    of: .entmax15,
    forAll: .scores, .permutation
  ) { entmax15, z, permutation in
    entmax15.sortsSparseMaps
      ? .equal(
        try entmax15.returned(z.selecting(permutation)),
        try entmax15.returned(z).selecting(permutation))
      : .equal(try entmax15(z.selecting(permutation)), try entmax15(z).selecting(permutation))
  }

  /// Scores in order have probabilities in order.
  public static let entmaxOrderPreserving = Law(
    "entmax-order-preserving", "z_i ≤ z_j ⇒ entmax_α(z)_i ≤ entmax_α(z)_j", source: "definition",
    of: .entmax,
    forAll: .scores, .alpha
  ) { entmax, z, alpha in
    let sorted = try entmax(z, alpha).selecting(z.descending)
    return .atMost(sorted.dropFirst, sorted.dropLast)
  }

  /// Scores in order have probabilities in order; to the last bit if sorted.
  public static let entmax15OrderPreserving = Law(
    "entmax15-order-preserving", "z_i ≤ z_j ⇒ entmax15(z)_i ≤ entmax15(z)_j", source: "definition",
    of: .entmax15,
    forAll: .scores
  ) { entmax15, z in
    let p = entmax15.sortsSparseMaps ? try entmax15.returned(z) : try entmax15(z)
    let sorted = p.selecting(z.descending)
    return .atMost(sorted.dropFirst, sorted.dropLast)
  }

  /// The map brings no two points further apart.
  ///
  /// `−H_α` is strongly convex with modulus one for `α ≤ 2`: its second derivatives are `p^{α−2} ≥ 1`.
  public static let entmaxLipschitz = Law(
    "entmax-lipschitz", "‖entmax_α(z) − entmax_α(y)‖_2 ≤ ‖z − y‖_2, α ≤ 2",
    source: "strong convexity",
    of: .entmax,
    forAll: .pairedScores, .sameGrid, .alpha
  ) { entmax, z, y, alpha in
    let (step, move) = (z - y, try entmax(z, alpha) - entmax(y, alpha))
    return .atMost(move.dot(move), step.dot(step))
  }

  /// The map moves along with the scores, at least as much as the square of its way.
  public static let entmaxCocoercive = Law(
    "entmax-cocoercive", "‖p − q‖_2² ≤ ⟨p − q, z − y⟩, p = entmax_α(z), q = entmax_α(y), α ≤ 2",
    source: "strong convexity",
    of: .entmax,
    forAll: .pairedScores, .sameGrid, .alpha
  ) { entmax, z, y, alpha in
    let move = try entmax(z, alpha) - entmax(y, alpha)
    return .atMost(move.dot(move), move.dot(z - y))
  }

  /// A score that is above all others by `1/(α − 1)` has all the probability.
  ///
  /// The other direction is in the conditions of the support, `entmax-kkt`.
  public static let entmaxSaturationMargin = Law(
    "entmax-saturation-margin", "z_0 ≥ 1/(α − 1) + max_{j>0} z_j ⇒ entmax_α(z) = e_0",
    source: "Blondel–Martins–Niculae Prop. 5",
    of: .entmax,
    forAll: .saturatedScores, .answerAlpha, .answer
  ) { entmax, z, alpha, p in
    .equal(try entmax(z, alpha), p)
  }

  /// A score that is above all others by two has all the probability.
  ///
  /// Not to the last bit: the mean of one and of several at the threshold is rounded.
  public static let entmax15SaturationMargin = Law(
    "entmax15-saturation-margin", "z_0 ≥ 2 + max_{j>0} z_j ⇒ entmax15(z) = e_0",
    source: "Blondel–Martins–Niculae Prop. 5",
    of: .entmax15,
    forAll: .doubleGapScores, .answer
  ) { entmax15, z, p in
    .equal(try entmax15(z), p)
  }

  /// For `α` near one the map is near softmax.
  ///
  /// `⟨·, z⟩ + H_α` is strongly concave with modulus `n^{1−α}` in the sum norm, and the gradient of `H_α − H_1`
  /// at softmax varies by at most `(α − 1)(logSumExp(z) − min z)²/2`.
  public static let entmaxSoftmaxDistance = Law(
    "entmax-softmax-distance",
    "‖entmax_α(z) − softmax(z)‖_1 ≤ n^{α−1}(α − 1)/4 · (logSumExp(z) − min z)²",
    source: "strong concavity",
    of: .entmax, .softmax, .logSumExp,
    forAll: .pairedScores, .alpha
  ) { entmax, softmax, logSumExp, z, alpha in
    let count = Tensor(Double(z.count))
    let reach = try logSumExp(z) - z.min
    let distance = (try entmax(z, alpha) - softmax(z)).magnitudes.sum
    return .atMost(distance, count.power(alpha - 1) * (alpha - 1) * 0.25 * reach * reach)
  }

  /// Masked entries have probability zero, and the others that of the vector without them.
  public static let entmax15Masked = masked(
    "entmax15-masked", "entmax15(z)_i = 0 where z_i = −∞; the rest is entmax15 of the rest",
    of: .entmax15)

  /// At the ends of the range nothing overflows: the greatest entries share the probability.
  public static let entmax15Extreme = extreme(
    "entmax15-extreme", "entmax15(z) = 1/k at the k entries Ω, zero far below", of: .entmax15)

  /// The probability of one class among one is one.
  public static let entmax15Singleton = singleton(
    "entmax15-singleton", "entmax15((z)) = (1)", of: .entmax15)

  /// At the ends of the range nothing overflows: the greatest entries share the probability.
  public static let entmaxExtreme = Law(
    "entmax-extreme", "entmax_α(z) = 1/k at the k entries Ω, zero far below", source: "definition",
    of: .entmax,
    forAll: .extremeScores, .alpha
  ) { entmax, z, alpha in
    let isTop = z.elements.map { ($0 - z.max.scalar).isZero }
    let share = 1 / Ball(Double(isTop.count { $0 }))
    return .all(
      .finite(try entmax.returned(z, alpha)),
      .equal(try entmax(z, alpha), Tensor(isTop.map { $0 ? share : 0 })))
  }

  /// Masked entries have probability zero, and the others that of the vector without them.
  public static let entmaxMasked = Law(
    "entmax-masked", "entmax_α(z)_i = 0 where z_i = −∞; the rest is entmax_α of the rest",
    source: "continuity",
    of: .entmax,
    forAll: .maskedScores, .alpha
  ) { entmax, z, alpha in
    let masked = z.values.indices.filter { z.values[$0] == -.infinity }
    let others = z.values.indices.filter { z.values[$0] != -.infinity }
    let answer = try entmax.answer([z, alpha])
    let zeros = answer.returned.selecting(masked)
    return .all(
      .equal(zeros, zeros.map { _ in 0 }),
      .equal(answer.enclosure.selecting(others), try entmax(z.selecting(others), alpha)))
  }
}
