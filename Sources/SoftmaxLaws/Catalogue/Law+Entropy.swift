import Arithmetic
import SoftmaxFamily

/// Chapter 1D, second part: entropy and divergence.
extension Law {
  /// Entropy is within its error theorem of the certified value.
  public static let entropyOracle = accuracy(
    "entropy-oracle", "H(p) = −Σ p log p", source: "Bishop 1.93",
    of: .entropy, forAll: .distribution.upTo(130))

  /// The divergence is within its error theorem of the certified value.
  public static let klOracle = accuracy(
    "kl-oracle", "KL(p‖q) = Σ p log(p/q)", source: "Bishop 1.113",
    of: .klDivergence, forAll: .distribution.upTo(66), .interior)

  /// Entropy is between that of certainty and that of the uniform distribution.
  public static let entropyRange = Law(
    "entropy-range", "0 ≤ H(p) ≤ log n", source: "Jensen",
    of: .entropy,
    forAll: .distribution
  ) { entropy, p in
    let value = try entropy(p)
    return .all(.atMost(0, value), .atMost(value, Tensor(Double(p.count)).log))
  }

  /// The entropy of softmax is its log-sum-exp less its mean logit.
  public static let entropyFormula = Law(
    "entropy-formula", "H(softmax(x)) = logSumExp(x) − ⟨softmax(x), x⟩", source: "definition",
    of: .entropy, .softmax, .logSumExp,
    forAll: .tameLogits
  ) { entropy, softmax, logSumExp, x in
    let g = try softmax(x)
    return .equal(try entropy(g), try logSumExp(x) - g.dot(x))
  }

  /// The divergence is not negative, and zero between equal distributions (Gibbs).
  public static let klNonneg = Law(
    "kl-nonneg", "KL(p‖q) ≥ 0 = KL(q‖q)", source: "Gibbs",
    of: .klDivergence,
    forAll: .distribution, .interior
  ) { klDivergence, p, q in
    .all(.atMost(0, try klDivergence(p, q)), .equal(try klDivergence(q, q), 0))
  }

  /// The divergence bounds the distance in the sum norm (Pinsker).
  public static let pinsker = Law(
    "pinsker", "½‖p − q‖_1² ≤ KL(p‖q)", source: "Pinsker",
    of: .klDivergence,
    forAll: .distribution, .interior
  ) { klDivergence, p, q in
    let distance = (p - q).magnitudes.sum
    return .atMost(distance * distance * 0.5, try klDivergence(p, q))
  }

  /// Log-sum-exp is the largest `⟨p, x⟩ + H(p)`, attained at softmax.
  public static let softmaxGibbsVariational = Law(
    "softmax-gibbs-variational", "⟨p, x⟩ + H(p) ≤ logSumExp(x)",
    source: "Blondel–Martins–Niculae, section 3",
    of: .logSumExp, .entropy,
    forAll: .fewLogits, .distribution
  ) { logSumExp, entropy, x, p in
    .atMost(p.dot(x) + (try entropy(p)), try logSumExp(x))
  }

  /// The divergence between two softmax is the Bregman divergence of log-sum-exp.
  public static let softmaxKlBregman = Law(
    "softmax-kl-bregman",
    "KL(g(x)‖g(y)) = logSumExp(y) − logSumExp(x) − ⟨g(x), y − x⟩", source: "definition",
    of: .klDivergence, .softmax, .logSumExp,
    forAll: .pairedTameLogits, .sameGrid
  ) { klDivergence, softmax, logSumExp, x, y in
    let g = try softmax(x)
    return .equal(
      try klDivergence(g, softmax(y)), try logSumExp(y) - logSumExp(x) - g.dot(y - x))
  }
}
