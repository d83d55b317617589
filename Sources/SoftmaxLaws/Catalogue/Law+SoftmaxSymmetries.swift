import Arithmetic
import SoftmaxFamily

/// Chapter 1A, second part: what softmax is invariant under, and how it composes.
extension Law {
  /// Adding a constant to every logit leaves the distribution unchanged.
  ///
  /// Logits and shift lie on one dyadic grid, so `x + c` is exact. If the maximum is subtracted
  /// first, both sides see the same differences, and not a bit may change.
  public static let softmaxShiftInvariance = Law(
    "softmax-shift-invariance", "softmax(x + c) = softmax(x)", source: "Gao–Pavel",
    exactness: .exactAsClaimed,
    of: .softmax,
    forAll: .logitsToShift, .exactShift
  ) { softmax, x, c in
    softmax.cancelsShifts
      ? .equal(try softmax.returned(x + c), try softmax.returned(x))
      : .equal(try softmax(x + c), try softmax(x))
  }

  /// Permuting the logits permutes the probabilities.
  ///
  /// Where an exponential does not depend on its place, only the order of the sum changes, and for
  /// two logits nothing at all.
  public static let softmaxPermutation = Law(
    "softmax-permutation", "softmax(πx) = π softmax(x)", source: "definition",
    exactness: .theorem,
    of: .softmax,
    forAll: .logits, .permutation
  ) { softmax, x, permutation in
    guard let slack = softmax.sharper({ $0.reordering(of: x.count) }) else {
      return .equal(try softmax(x.selecting(permutation)), try softmax(x).selecting(permutation))
    }
    let p = try softmax.returned(x).selecting(permutation)
    let enclosed = p.map { $0.widened(by: slack.bound(of: $0.magnitudeBound)) }
    return .equal(try softmax.returned(x.selecting(permutation)), enclosed)
  }

  /// The odds of two classes depend on their two logits only (Luce's choice axiom).
  ///
  /// The sum that both share cancels, so that the bound does not grow with the row.
  public static let softmaxOddsRatio = Law(
    "softmax-odds-ratio", "softmax(x)_i / softmax(x)_0 = e^{x_i − x_0}", source: "Bishop 4.58",
    exactness: .theorem,
    of: .softmax,
    forAll: .manyTameLogits
  ) { softmax, x in
    let errors = softmax.sharper { $0.odds(x.values, to: 0) }
    return try softmax.hasOdds((x - Tensor(x[0])).exp, within: errors, at: x)
  }

  /// Removing a class leaves the proportions of the others as they were.
  public static let softmaxSubsetConsistency = Law(
    "softmax-subset-consistency", "softmax(x_S) = softmax(x)_S / Σ_S softmax(x)",
    source: "independence of irrelevant alternatives",
    of: .softmax,
    forAll: .logits
  ) { softmax, x in
    let subset = Array(0..<x.count - 1)
    let part = try softmax(x).selecting(subset)
    return .equal(try softmax(x.selecting(subset)), part / part.sum)
  }

  /// The probability of a group of classes is softmax of the groups' log-sum-exps.
  public static let softmaxGrouping = Law(
    "softmax-grouping", "Σ_G softmax(x) = softmax(logSumExp(x_G), logSumExp(x_G′))_0",
    source: "associativity of Σ e^x",
    of: .softmax, .logSumExp,
    forAll: .logits
  ) { softmax, logSumExp, x in
    let middle = (x.count + 1) / 2
    let group = Array(0..<middle)
    let first = try logSumExp(x.selecting(group))
    let second = try logSumExp(x.selecting(Array(middle..<x.count)))
    let outer = try softmax(Tensor([first.scalar, second.scalar]))
    return .equal(try softmax(x).selecting(group).sum, Tensor(outer[0]))
  }

  /// The distribution of a sum of logits is the normalised product of distributions.
  public static let softmaxProductOfExperts = Law(
    "softmax-product-of-experts", "softmax(x + y) ∝ softmax(x) ⊙ softmax(y)",
    source: "e^{x+y} = e^x e^y",
    of: .softmax,
    forAll: .pairedLogits, .sameGrid
  ) { softmax, x, y in
    let product = try softmax(x) * softmax(y)
    return .equal(try softmax(x + y), product / product.sum)
  }

  /// The logits of a distribution may be its logarithms.
  public static let softmaxOfLogP = Law(
    "softmax-of-log-p", "softmax(log p) = p", source: "definition",
    of: .softmax,
    forAll: .interior.named("p")
  ) { softmax, p in
    .equal(try softmax(p.log), p)
  }

  /// Log-softmax only shifts the logits.
  public static let softmaxLogsoftmaxFixpoint = Law(
    "softmax-logsoftmax-fixpoint", "softmax(logSoftmax(x)) = softmax(x)", source: "definition",
    of: .softmax, .logSoftmax,
    forAll: .logits
  ) { softmax, logSoftmax, x in
    .equal(try softmax(logSoftmax(x)), try softmax(x))
  }

  /// Softmax of two classes is the logistic sigmoid of the difference.
  public static let softmaxTwoIsSigmoid = Law(
    "softmax-two-is-sigmoid", "softmax(a, b)_0 = σ(a − b)", source: "Bishop 4.57–4.59",
    of: .softmax, .sigmoid,
    forAll: .twoGridLogits
  ) { softmax, sigmoid, x in
    .equal(try softmax(x).entry(0), try sigmoid(x.entry(0) - x.entry(1)))
  }

  /// The probability of a class is the sigmoid of its logit above all the others together.
  public static let softmaxComponentAsSigmoid = Law(
    "softmax-component-as-sigmoid", "softmax(x)_0 = σ(x_0 − logSumExp(x_1, …))",
    source: "Bishop 4.57",
    of: .softmax, .sigmoid, .logSumExp,
    forAll: .logits
  ) { softmax, sigmoid, logSumExp, x in
    let others = try logSumExp(x.dropFirst)
    return .equal(try softmax(x).entry(0), try sigmoid(x.entry(0) - others))
  }
}
