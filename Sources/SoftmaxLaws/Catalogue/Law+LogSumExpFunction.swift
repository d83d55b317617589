import Arithmetic
import SoftmaxFamily

/// Chapter 1C, second part: log-sum-exp as a function of its argument.
extension Law {
  /// Adding a constant to every entry adds it to log-sum-exp.
  ///
  /// If the shift by the maximum comes first, both sides add the same logarithm to it.
  public static let lseShiftEquivariance = Law(
    "lse-shift-equivariance", "logSumExp(x + c) = logSumExp(x) + c", source: "definition",
    exactness: .theorem,
    of: .logSumExp,
    forAll: .logitsToShift, .exactShift
  ) { logSumExp, x, c in
    guard let bound = logSumExp.sharper({ $0.shiftedLogSumExp(x.values, by: c.scalar.value) })
    else { return .equal(try logSumExp(x + c), try logSumExp(x) + c) }
    return .equal(
      try logSumExp.returned(x + c), try logSumExp.returned(x) + c, within: bound)
  }

  /// Log-sum-exp of parts is log-sum-exp of the whole.
  public static let lseAssociative = Law(
    "lse-associative", "logSumExp(logSumExp(a), logSumExp(b)) = logSumExp(a, b)",
    source: "associativity of Σ e^x",
    of: .logSumExp,
    forAll: .logits
  ) { logSumExp, x in
    let middle = (x.count + 1) / 2
    let first = try logSumExp(x.selecting(Array(0..<middle)))
    let second = try logSumExp(x.selecting(Array(middle..<x.count)))
    return .equal(
      try logSumExp(Tensor([first.scalar, second.scalar])), try logSumExp(x))
  }

  /// The order of the entries does not matter.
  public static let lsePermutation = Law(
    "lse-permutation", "logSumExp(πx) = logSumExp(x)", source: "definition",
    of: .logSumExp,
    forAll: .logits, .permutation
  ) { logSumExp, x, permutation in
    .equal(try logSumExp(x.selecting(permutation)), try logSumExp(x))
  }

  /// Log-sum-exp of two numbers is the greater and the softplus of their difference.
  public static let lseTwoSoftplus = Law(
    "lse-two-softplus", "logSumExp(a, b) = max(a, b) + softplus(−|a − b|)", source: "definition",
    of: .logSumExp, .softplus,
    forAll: .twoGridLogits
  ) { logSumExp, softplus, x in
    let gap = Tensor([(x[0] - x[1]).magnitude])
    return .equal(try logSumExp(x), x.max + (try softplus(-gap)).sum)
  }

  /// Greater entries have a greater log-sum-exp.
  public static let lseMonotone = Law(
    "lse-monotone", "x ≤ x + |y| ⇒ logSumExp(x) ≤ logSumExp(x + |y|)", source: "definition",
    of: .logSumExp,
    forAll: .pairedLogits, .sameGrid
  ) { logSumExp, x, y in
    .atMost(try logSumExp(x), try logSumExp(x + y.magnitudes))
  }

  /// Log-sum-exp is convex; the midpoint of two rows of a grid is exact.
  public static let lseConvex = Law(
    "lse-convex", "logSumExp((x + y)/2) ≤ (logSumExp(x) + logSumExp(y))/2",
    source: "Boyd–Vandenberghe 3.1.5",
    of: .logSumExp,
    forAll: .pairedLogits, .sameGrid
  ) { logSumExp, x, y in
    .atMost(
      try logSumExp((x + y) * 0.5), (try logSumExp(x) + logSumExp(y)) * 0.5)
  }

  /// Log-sum-exp moves by at most the greatest change of an entry.
  public static let lseInfLipschitz = Law(
    "lse-inf-lipschitz", "|logSumExp(x) − logSumExp(y)| ≤ ‖x − y‖_∞", source: "‖∇‖_1 = 1",
    of: .logSumExp,
    forAll: .pairedLogits, .sameGrid
  ) { logSumExp, x, y in
    .atMost((try logSumExp(x) - logSumExp(y)).magnitudes, (x - y).magnitudes.max)
  }

  /// Log-sum-exp of a sum is at most the sum, as a product of sums has more terms.
  public static let lseSubadditive = Law(
    "lse-subadditive", "logSumExp(x + y) ≤ logSumExp(x) + logSumExp(y)",
    source: "Σ e^{x+y} ≤ Σ e^x Σ e^y",
    of: .logSumExp,
    forAll: .pairedLogits, .sameGrid
  ) { logSumExp, x, y in
    .atMost(try logSumExp(x + y), try logSumExp(x) + logSumExp(y))
  }

  /// The tangent is below, by at most an eighth of the squared spread (Hoeffding).
  public static let lseFirstOrderBounds = Law(
    "lse-first-order-bounds",
    "0 ≤ logSumExp(x + d) − logSumExp(x) − ⟨g, d⟩ ≤ osc(d)²/8", source: "Hoeffding's lemma",
    of: .logSumExp, .softmax,
    forAll: .pairedLogits, .sameGrid.named("d")
  ) { logSumExp, softmax, x, d in
    let remainder = try logSumExp(x + d) - logSumExp(x) - softmax(x).dot(d)
    let spread = d.max - d.min
    return .all(.atMost(0, remainder), .atMost(remainder, spread * spread * 0.125))
  }
}
