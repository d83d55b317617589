import Arithmetic
import SoftmaxFamily

/// Chapter 1F, fifth part: the optimum of a problem over probability vectors, made unconstrained by
/// `G = H∘soft_λ`, and more of scales.
extension Law {
  /// The optimum of that problem is at the inverse of the target, where the gradient vanishes.
  public static let unconstrainedKlOptimumGradient = Law(
    "unconstrained-kl-optimum-gradient", "∇G(invsoft_1(q)) = 0 for G(η) = CCE(q, (0, η))",
    source: "bijection onto the interior",
    of: .categoricalCrossEntropyWithLogitsGradient, .inverseReducedSoftmax,
    forAll: .interior
  ) { gradient, invsoft, q in
    let logits = Law.withPivot(try invsoft(q, 1))
    return .equal(try gradient(q.asRow, logits.asRow), 0, beside: q)
  }

  /// The value at the optimum is the entropy of the target.
  public static let unconstrainedKlOptimumValue = Law(
    "unconstrained-kl-optimum-value", "min G = G(invsoft_1(q)) = H(q) for G(η) = CCE(q, (0, η))",
    source: "Gibbs",
    of: .categoricalCrossEntropyWithLogits, .inverseReducedSoftmax, .entropy,
    forAll: .interior
  ) { loss, invsoft, entropy, q in
    let logits = Law.withPivot(try invsoft(q, 1))
    return .equal(try loss(q.asRow, logits.asRow), try entropy(q))
  }

  /// The Hessian on the free logits is positive definite: the optimum is the only one.
  ///
  /// `(Σ p_i v_i)² ≤ (1 − p_0) Σ p_i v_i²` by Cauchy and Schwarz.
  public static let unconstrainedKlOptimumDefinite = Law(
    "unconstrained-kl-optimum-definite",
    "vᵀ(diag p − ppᵀ)v ≥ p_0 Σ p_i v_i² > 0 on the free logits", source: "Cauchy–Schwarz",
    of: .reducedSoftmaxJacobian, .reducedSoftmax,
    forAll: .fewLogits.named("η"), .cotangent
  ) { jacobian, soft, eta, v in
    let p = try soft(eta, 1)
    let derivative = try jacobian(eta, 1)
    let free = Tensor(rows: (1...eta.count).map { derivative.row($0) })
    return .atMost(
      Tensor(p[0]) * p.dropFirst.dot(v * v), v.dot(free.applied(to: v)))
  }

  /// The reduced softmax follows its tangent.
  ///
  /// With `o` the spread of the change of all logits, the pivot's included, the second derivative along it
  /// is `λ²p_k((h_k − h̄)² − Var h)`, at most `o²p_k`, and `p_k` grows by at most `e^o` on the way.
  public static let softTaylorFirstOrder = Law(
    "soft-taylor-first-order",
    "|soft_1(η + h) − soft_1(η) − D soft_1(η) h| ≤ p o² e^o/2, o = osc(0, h)",
    source: "Taylor's theorem",
    of: .reducedSoftmax, .reducedSoftmaxJacobian,
    forAll: .pairedTameLogits.named("η"), .sameGrid.named("h")
  ) { soft, jacobian, eta, h in
    let p = try soft(eta, 1)
    let tangent = try jacobian(eta, 1).applied(to: h)
    let spread = Law.withPivot(h).oscillation
    let bound = p * spread * spread * spread.exp * 0.5
    return .atMost((try soft(eta + h, 1) - p - tangent).magnitudes, bound)
  }

  /// The scale of the inverse divides its logits, exactly if it is a power of two.
  public static let softLambdaScalingOfInverse = Law(
    "soft-lambda-scaling-of-inverse", "invsoft_λ(p) = invsoft_1(p)/λ for λ = 2^k",
    source: "exact scaling", exactness: .exact,
    of: .inverseReducedSoftmax,
    forAll: .interior.named("p"), .dyadicScale
  ) { invsoft, p, scale in
    .equal(try invsoft.returned(p, scale), try invsoft.returned(p, 1) / scale)
  }
}
