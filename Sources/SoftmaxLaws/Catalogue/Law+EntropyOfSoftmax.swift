import Arithmetic
import SoftmaxFamily

/// Chapter 1D, third part: extreme entropies, and the entropy of softmax.
extension Law {
  /// The uniform distribution has the greatest entropy.
  public static let entropyRangeUniform = Law(
    "entropy-range-uniform", "H(1/n, …, 1/n) = log n for n = 2^k", source: "definition",
    of: .entropy,
    forAll: .powersOfTwo
  ) { entropy, count in
    let n = Int(count.scalar.value)
    return .equal(try entropy(.uniform(n)), count.log)
  }

  /// Only the uniform distribution has it: what lacks to it bounds the distance (Pinsker).
  public static let entropyRangeGap = Law(
    "entropy-range-gap", "½‖p − 1/n‖_1² ≤ log n − H(p)",
    source: "log n − H(p) = KL(p‖1/n); Pinsker",
    of: .entropy,
    forAll: .distribution
  ) { entropy, p in
    let distance = (p - .uniform(p.count)).sumNorm
    return .atMost(distance * distance * 0.5, Tensor(Double(p.count)).log - (try entropy(p)))
  }

  /// A greater scale leaves less entropy, and by no more than the variance allows.
  ///
  /// `dH/dλ = −λ Var_g(x)`, and the variance is at most `osc(x)²/4`; from `λ` to `2λ` that is `3λ²osc(x)²/8`.
  public static let entropyLambdaDerivative = Law(
    "entropy-lambda-derivative", "0 ≤ H(softmax_λ(x)) − H(softmax_2λ(x)) ≤ 3λ² osc(x)²/8",
    source: "dH/dλ = −λ Var_g(x)",
    of: .entropy, .scaledSoftmax,
    forAll: .tameLogits, .scale
  ) { entropy, scaledSoftmax, x, scale in
    let lost = try entropy(scaledSoftmax(x, scale)) - entropy(scaledSoftmax(x, 2 * scale))
    let spread = scale * x.oscillation
    return .all(.atMost(0, lost), .atMost(lost, spread * spread * 0.375))
  }

  /// The second moment of the information is greatest for the uniform distribution, from three classes on.
  public static let varentropyMax = Law(
    "varentropy-max", "Σ g (log g)² ≤ (log n)² for n ≥ 3",
    source: "p (log p)² is concave up to 1/e",
    of: .softmax, .logSoftmax,
    forAll: .logits
  ) { softmax, logSoftmax, x in
    guard x.count >= 3 else { return .nothing }
    let information = try logSoftmax(x)
    let most = Tensor(Double(x.count)).log
    return .atMost((try softmax(x)).dot(information * information), most * most)
  }

  /// Cross-entropy with logits exceeds the entropy by the divergence, as numbers.
  public static let cceGapIsKlDivergence = Law(
    "cce-gap-is-kl-divergence", "CCE(t, z) = H(t) + KL(t‖softmax(z))", source: "Gibbs",
    of: .categoricalCrossEntropyWithLogits, .entropy, .klDivergence, .softmax,
    forAll: .distribution.named("t"), .tameLogits.named("z")
  ) { loss, entropy, klDivergence, softmax, t, z in
    .equal(try loss(t.asRow, z.asRow), try entropy(t) + klDivergence(t, softmax(z)))
  }

  /// Log-sum-exp falls short of nothing at softmax itself: the variational bound, with its gap.
  public static let softmaxGibbsVariationalGap = Law(
    "softmax-gibbs-variational-gap", "logSumExp(x) − ⟨p, x⟩ − H(p) = KL(p‖softmax(x))",
    source: "Blondel–Martins–Niculae, section 3",
    of: .logSumExp, .entropy, .klDivergence, .softmax,
    forAll: .tameLogits, .distribution
  ) { logSumExp, entropy, klDivergence, softmax, x, p in
    .equal(try logSumExp(x) - p.dot(x) - entropy(p), try klDivergence(p, softmax(x)))
  }
}
