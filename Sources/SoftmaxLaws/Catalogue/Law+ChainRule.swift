import Arithmetic
import SoftmaxFamily

/// Chapter 1F, fourth part: functions of a distribution as functions of free logits.
///
/// With `p = soft_λ(η)` and `o = λ·(max(0, h) − min(0, h))`, the directional derivatives of an entry along
/// `h` are, with `a` the deviation of `λh_k` from its mean under `p`, `p_k·a`, `p_k(a² − Var)` and
/// `p_k(a³ − 3a·Var − μ₃)`. For numbers in an interval of length `o` with mean `μ` from its end:
/// `|a| ≤ o`, `Var ≤ μ(o − μ)`, `|μ₃| ≤ √3/18·o³`; for `a > 0` both `a³ ≤ (o − μ)³` and
/// `3a·Var ≤ 3μ(o − μ)²` are at most `o³`, and so is the magnitude of their difference; likewise for `a < 0`.
/// So the third is at most `1.0963·o³p_k`, where `p_k` grows by at most `e^o` on the way.
extension Law {
  /// Taylor's polynomial of the second degree, which needs only values to check derivatives.
  ///
  /// The remainder is a sixth of the third derivative: `0.183·o³e^o p_k`.
  public static let softTaylor = Law(
    "soft-taylor",
    "|soft_λ(η + h)_k − (p + Dp·h + ½D²p[h, h])_k| ≤ 0.183 o³ e^o p_k, o = λ(max(0, h) − min(0, h))",
    source: "Taylor; Bhatia–Davis",
    of: .reducedSoftmax, .reducedSoftmaxJacobian, .reducedSoftmaxHessian,
    forAll: .veryFewModerateLogits.named("η"), .smallVector, .moderateScale
  ) { soft, jacobian, hessian, eta, h, scale in
    let p = try soft(eta, scale)
    let slope = try jacobian(eta, scale).applied(to: h)
    let curvature = try hessian(eta, scale).between(h, and: h)
    let o = spread(h, scale)
    let remainder = 0.183 * o * o * o * o.exp * p
    let polynomial = p + slope + 0.5 * curvature
    return .near(try soft(eta + h, scale), polynomial, within: remainder)
  }

  /// The gradient of a function of the distribution, along the logits.
  public static let unconstrainedChainGradient = Law(
    "unconstrained-chain-gradient",
    "Dsoft_1(η)ᵀ∇H = (Jᵀ∇H)_{1…n} for J at (0, η), H(p) = Σ c_k p_k²",
    source: "chain rule",
    of: .reducedSoftmaxJacobian, .softmaxVectorJacobianProduct, .reducedSoftmax,
    forAll: .veryFewLogits.named("η"), .pivotedInterior.named("c")
  ) { jacobian, product, soft, eta, c in
    let outer = 2 * c * (try soft(eta, 1))
    let gradient = try jacobian(eta, 1).transposed.applied(to: outer)
    return .equal(gradient, try product(withPivot(eta), outer).dropFirst, beside: outer)
  }

  /// The Hessian of a function of the distribution, by Taylor's polynomial of the composition.
  ///
  /// The third derivative of `p_k²` is `2p_kp_k‴ + 6p_k′p_k″`, at most `8.2·o³p_k²`, and a sixth of it `1.37`.
  public static let unconstrainedChainHessian = Law(
    "unconstrained-chain-hessian",
    "|G(η + h) − G − ∇G·h − ½hᵀ∇²Gh| ≤ 1.37 o³ e^{2o} G, ∇²G = DpᵀH″Dp + Σ_k ∂_kH D²p_k, H(p) = Σ c_k p_k²",
    source: "chain rule; Taylor",
    of: .reducedSoftmax, .reducedSoftmaxJacobian, .reducedSoftmaxHessian,
    forAll: .veryFewModerateLogits.named("η"), .smallVector, .moderateScale,
    .pivotedInterior.named("c")
  ) { soft, jacobian, hessian, eta, h, scale, c in
    let (p, moved) = (try soft(eta, scale), try soft(eta + h, scale))
    let slope = try jacobian(eta, scale).applied(to: h)
    let outer = 2 * c * p
    let curvature =
      (2 * c * slope).dot(slope) + outer.dot(try hessian(eta, scale).between(h, and: h))
    let value = c.dot(p * p)
    let o = spread(h, scale)
    let remainder = 1.37 * o * o * o * (2 * o).exp * value
    let polynomial = value + outer.dot(slope) + 0.5 * curvature
    return .near(c.dot(moved * moved), polynomial, within: remainder)
  }

  /// Cross-entropy of free logits has the gradient prediction less target.
  public static let unconstrainedKlGradient = Law(
    "unconstrained-kl-gradient",
    "Dsoft_λ(η)ᵀ(−q/p) = λ(p − q)_{1…n} at p = soft_λ(η), Σq = 1", source: "chain rule",
    of: .reducedSoftmaxJacobian, .reducedSoftmax,
    forAll: .fewRoundTripLogits, .roundTripScale, .pivotedInterior.named("q")
  ) { jacobian, soft, eta, scale, q in
    let p = try soft(eta, scale)
    let gradient = try jacobian(eta, scale).transposed.applied(to: -q / p)
    return .equal(gradient, scale * (p - q).dropFirst, beside: scale * p)
  }

  /// Its Hessian is the covariance of the prediction, which is positive definite: no target in it.
  public static let unconstrainedKlHessian = Law(
    "unconstrained-kl-hessian",
    "Dpᵀ diag(q/p²) Dp − Σ_k (q_k/p_k) D²p_k = λ²(diag p − ppᵀ)_{1…n} at p = soft_λ(η), Σq = 1",
    source: "chain rule",
    of: .reducedSoftmaxJacobian, .reducedSoftmaxHessian, .reducedSoftmax,
    forAll: .fewRoundTripLogits, .roundTripScale, .pivotedInterior.named("q")
  ) { jacobian, hessian, soft, eta, scale, q in
    let p = try soft(eta, scale)
    let first = try jacobian(eta, scale)
    let second = try hessian(eta, scale)
    let ratios = q / p
    var terms = first.transposed.times(
      Tensor(rows: p.count, columns: eta.count) { ratios[$0] / p[$0] * first[$0, $1] })
    for k in 0..<p.count { terms = terms - Tensor(ratios[k]) * second.matrix(k) }
    let covariance = Tensor(rows: eta.count, columns: eta.count) { i, j in
      i == j ? p[i + 1] - p[i + 1] * p[i + 1] : -p[i + 1] * p[j + 1]
    }
    return .equal(terms, scale * scale * covariance, beside: scale * scale)
  }

  /// The logits of the target itself are where the gradient vanishes.
  public static let unconstrainedKlOptimum = Law(
    "unconstrained-kl-optimum", "Dsoft_λ(η)ᵀ(q/soft_λ(η)) = 0 at η = invsoft_λ(q), Σq = 1",
    source: "Gibbs",
    of: .reducedSoftmaxJacobian, .reducedSoftmax, .inverseReducedSoftmax,
    forAll: .fewProbabilities.named("q"), .moderateScale
  ) { jacobian, soft, invsoft, q, scale in
    let eta = try invsoft(q, scale)
    let ratios = q / (try soft(eta, scale))
    return .equal(
      try jacobian(eta, scale).transposed.applied(to: ratios), 0, beside: scale * q)
  }

  /// `o = λ(max(0, h) − min(0, h))`.
  private static func spread(_ h: Tensor, _ scale: Tensor) -> Tensor {
    let steps = withPivot(h)
    return scale * (steps.max - steps.min)
  }
}
