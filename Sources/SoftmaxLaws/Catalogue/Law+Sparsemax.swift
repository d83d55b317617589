import Arithmetic
import SoftmaxFamily

/// Chapter 1J, first part: sparsemax, the projection onto the simplex.
extension Law {
  /// Sparsemax is within its error theorem, T15, of the certified value.
  public static let sparsemaxOracle = accuracy(
    "sparsemax-oracle", "sparsemax(z) = argmin_{p ∈ Δ} ‖p − z‖²",
    source: "Martins–Astudillo Prop. 1; T15", of: .sparsemax, forAll: .scores)

  /// Scores built from a point of the simplex give that point.
  ///
  /// Where a support of a power of two is sorted, nothing is rounded at all.
  public static let sparsemaxConstructed = Law(
    "sparsemax-constructed", "z_i = p_i + τ on S, z_i ≤ τ off S ⇒ sparsemax(z) = p",
    source: "Karush–Kuhn–Tucker",
    of: .sparsemax,
    forAll: .sparsemaxAnswers, .answer
  ) { sparsemax, z, p in
    let support = p.elements.count { !$0.isZero }
    let isExact = sparsemax.sortsExactly && support & (support - 1) == 0
    return .equal(isExact ? try sparsemax.returned(z) : try sparsemax(z), p)
  }

  /// The answer is a probability vector.
  public static let sparsemaxSimplex = Law(
    "sparsemax-simplex", "sparsemax(z) ≥ 0, Σ sparsemax(z) = 1", source: "Martins–Astudillo (1)",
    of: .sparsemax,
    forAll: .scores
  ) { sparsemax, z in
    let answer = try sparsemax.answer([z])
    return .all(.atMost(0, answer.returned), .equal(answer.enclosure.sum, 1))
  }

  /// No point of the simplex makes an acute angle with the way to the projection.
  public static let sparsemaxProjectionVi = Law(
    "sparsemax-projection-vi", "⟨z − p, q − p⟩ ≤ 0 for q ∈ Δ, p = sparsemax(z)",
    source: "Martins–Astudillo (1)",
    of: .sparsemax,
    forAll: .distribution.named("q"), .scores
  ) { sparsemax, q, z in
    let p = try sparsemax(z)
    // Σ(q − p) = 0, so that a common offset of the scores does not matter.
    return .atMost((z - z.max - p).dot(q - p), 0)
  }

  /// A probability vector is its own projection.
  public static let sparsemaxIdempotent = Law(
    "sparsemax-idempotent", "sparsemax(p) = p for p ∈ Δ", source: "projection",
    of: .sparsemax,
    forAll: .distribution
  ) { sparsemax, p in
    .equal(try sparsemax(p), p)
  }

  /// Adding a constant to every score leaves the projection unchanged.
  public static let sparsemaxShift = Law(
    "sparsemax-shift", "sparsemax(z + c) = sparsemax(z)", source: "Martins–Astudillo Prop. 2",
    of: .sparsemax,
    forAll: .scoresToShift, .exactShift
  ) { sparsemax, z, c in
    sparsemax.sortsSparseMaps
      ? .equal(try sparsemax.returned(z + c), try sparsemax.returned(z))
      : .equal(try sparsemax(z + c), try sparsemax(z))
  }

  /// Permuting the scores permutes the probabilities; a sort does not see the difference.
  public static let sparsemaxPermutation = Law(
    "sparsemax-permutation", "sparsemax(πz) = π sparsemax(z)", source: "Martins–Astudillo Prop. 2",
    of: .sparsemax,
    forAll: .scores, .permutation
  ) { sparsemax, z, permutation in
    sparsemax.sortsSparseMaps
      ? .equal(
        try sparsemax.returned(z.selecting(permutation)),
        try sparsemax.returned(z).selecting(permutation))
      : .equal(try sparsemax(z.selecting(permutation)), try sparsemax(z).selecting(permutation))
  }

  /// Scores in order have probabilities in order, which are no further apart.
  public static let sparsemaxCoordinateBound = Law(
    "sparsemax-coordinate-bound", "z_i ≥ z_j ⇒ 0 ≤ p_i − p_j ≤ z_i − z_j, p = sparsemax(z)",
    source: "Martins–Astudillo Prop. 2",
    of: .sparsemax,
    forAll: .scores
  ) { sparsemax, z in
    let order = z.descending
    let (z, p) = (z.selecting(order), try sparsemax(z).selecting(order))
    let steps = p.dropLast - p.dropFirst
    return .all(.atMost(0, steps), .atMost(steps, z.dropLast - z.dropFirst))
  }

  /// A sort and one subtraction keep the order to the last bit.
  public static let sparsemaxOrderPreserving = Law(
    "sparsemax-order-preserving", "z_i ≤ z_j ⇒ sparsemax(z)_i ≤ sparsemax(z)_j",
    source: "Martins–Astudillo Prop. 2",
    of: .sparsemax,
    forAll: .scores
  ) { sparsemax, z in
    let order = z.descending
    let p = sparsemax.sortsSparseMaps ? try sparsemax.returned(z) : try sparsemax(z)
    let sorted = p.selecting(order)
    return .atMost(sorted.dropFirst, sorted.dropLast)
  }

  /// The greatest score has the greatest probability.
  public static let sparsemaxArgmax = Law(
    "sparsemax-argmax", "argmax z ⊆ argmax sparsemax(z)", source: "Martins–Astudillo Prop. 2",
    of: .sparsemax,
    forAll: .scores
  ) { sparsemax, z in
    let p = sparsemax.sortsSparseMaps ? try sparsemax.returned(z) : try sparsemax(z)
    let winners = z.elements.indices.filter { (z[$0] - z.max.scalar).isZero }
    return .atMost(p, p.selecting(winners).min)
  }

  /// A projection onto a convex set brings no two points further apart.
  public static let sparsemaxNonexpansive = Law(
    "sparsemax-nonexpansive", "‖sparsemax(z) − sparsemax(y)‖_2 ≤ ‖z − y‖_2",
    source: "projection onto a convex set",
    of: .sparsemax,
    forAll: .pairedScores, .sameGrid
  ) { sparsemax, z, y in
    let (step, move) = (z - y, try sparsemax(z) - sparsemax(y))
    return .atMost(move.dot(move), step.dot(step))
  }

  /// For two classes sparsemax is the hard sigmoid of the difference of the scores.
  public static let sparsemaxTwoHardSigmoid = Law(
    "sparsemax-two-hard-sigmoid", "sparsemax(z)_0 = min(max((z_0 − z_1 + 1)/2, 0), 1)",
    source: "Martins–Astudillo, figure 1",
    of: .sparsemax,
    forAll: .twoScores
  ) { sparsemax, z in
    let line = (z[0] - z[1] + 1) * 0.5
    let clamped = line.isNegative ? 0 : (line - 1).isPositive ? 1 : line
    return .equal(Tensor([try sparsemax(z)[0]]), Tensor([clamped]))
  }

  /// A score that is above all others by one has all the probability; to the last bit if sorted.
  public static let sparsemaxZeroTemperature = Law(
    "sparsemax-zero-temperature", "z_0 ≥ 1 + max_{j>0} z_j ⇒ sparsemax(z) = e_0",
    source: "Martins–Astudillo Prop. 2",
    of: .sparsemax,
    forAll: .unitGapScores, .answer
  ) { sparsemax, z, p in
    .equal(sparsemax.sortsSparseMaps ? try sparsemax.returned(z) : try sparsemax(z), p)
  }

  /// Scores within `1/n` of each other all count, and sparsemax only shifts them.
  public static let sparsemaxHighTemperature = Law(
    "sparsemax-high-temperature", "max z − min z ≤ 1/n ⇒ sparsemax(z) = z − z̄ + 1/n",
    source: "Martins–Astudillo Prop. 2",
    of: .sparsemax,
    forAll: .narrowScores
  ) { sparsemax, z in
    let count = Tensor(Double(z.count))
    return .equal(try sparsemax(z), z - z.sum / count + 1 / count)
  }

  /// An entry is in the support if the scores above it exceed it by less than one in all.
  ///
  /// The sum `F(t) = Σ(z_j − t)_+` has a slope between one and `n` where it exceeds one, and `F(z_i) = G_i`.
  public static let sparsemaxSupportThreshold = Law(
    "sparsemax-support-threshold",
    "(1 − G_i)_+/n ≤ sparsemax(z)_i ≤ (1 − G_i)_+, G_i = Σ_j (z_j − z_i)_+",
    source: "Martins–Astudillo (3)–(4)",
    of: .sparsemax,
    forAll: .pairedScores
  ) { sparsemax, z in
    let room = z.map { entry in
      let above = z.elements.reduce(0) { ($1 - entry).isPositive ? $0 + ($1 - entry) : $0 }
      return (1 - above).isPositive ? 1 - above : 0
    }
    let p = try sparsemax(z)
    return .all(.atMost(room / Tensor(Double(z.count)), p), .atMost(p, room))
  }

  /// Masked entries have probability zero, and the others that of the vector without them.
  public static let sparsemaxMasked = masked(
    "sparsemax-masked", "sparsemax(z)_i = 0 where z_i = −∞; the rest is sparsemax of the rest",
    of: .sparsemax)

  /// At the ends of the range nothing overflows: the greatest entries share the probability.
  public static let sparsemaxExtreme = extreme(
    "sparsemax-extreme", "sparsemax(z) = 1/k at the k entries Ω, zero far below", of: .sparsemax)

  /// The probability of one class among one is one.
  public static let sparsemaxSingleton = singleton(
    "sparsemax-singleton", "sparsemax((z)) = (1)", of: .sparsemax)
}

// MARK: - What all sparse maps have in common
extension Law {
  /// The law that masked entries have probability zero, and the others that of the rest.
  static func masked(_ name: String, _ statement: String, of operation: Operation) -> Law {
    Law(name, statement, source: "continuity", of: operation, forAll: .maskedScores) { map, z in
      let masked = z.values.indices.filter { z.values[$0] == -.infinity }
      let others = z.values.indices.filter { z.values[$0] != -.infinity }
      let answer = try map.answer([z])
      let zeros = answer.returned.selecting(masked)
      return .all(
        .equal(zeros, zeros.map { _ in 0 }),
        .equal(answer.enclosure.selecting(others), try map(z.selecting(others))))
    }
  }

  /// The law of scores at the ends of the range, whose differences overflow.
  static func extreme(_ name: String, _ statement: String, of operation: Operation) -> Law {
    Law(name, statement, source: "definition", of: operation, forAll: .extremeScores) { map, z in
      let isTop = z.elements.map { ($0 - z.max.scalar).isZero }
      let share = 1 / Ball(Double(isTop.count { $0 }))
      return .all(
        .finite(try map.returned(z)), .equal(try map(z), Tensor(isTop.map { $0 ? share : 0 })))
    }
  }

  /// The law that one class among one has the probability one.
  static func singleton(_ name: String, _ statement: String, of operation: Operation) -> Law {
    Law(name, statement, source: "definition", of: operation, forAll: .oneLogit.named("z")) {
      map, z in
      .equal(try map(z), z.map { _ in 1 })
    }
  }
}
