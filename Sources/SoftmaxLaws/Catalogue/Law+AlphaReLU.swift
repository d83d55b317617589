import Arithmetic
import SoftmaxFamily

/// Chapter 1K: α-ReLU.
extension Law {
  /// α-ReLU is within its error theorem of the certified value.
  public static let areluFormula = accuracy(
    "arelu-formula", "αReLU(z) = [(α − 1)z − τ]_+^{1/(α−1)}", source: "Tezekbayev et al.",
    of: .alphaReLU, forAll: .scores, .alpha, .tau)

  /// The product with the diagonal Jacobian is within its error theorem of the certified one.
  public static let areluJacobian = accuracy(
    "arelu-jacobian", "Jᵀv = αReLU(z)^{2−α} ⊙ v", source: "Tezekbayev et al.",
    of: .alphaReLUVectorJacobianProduct, forAll: .reluScores.upTo(66), .alpha, .tau, .cotangent)

  /// α-ReLU's loss is within its error theorem of the certified value.
  public static let areluLoss = accuracy(
    "arelu-loss", "ℓ(t, z) = ⟨p − t, z − τ/(α − 1)⟩ + H_α(p) − H_α(t), p = αReLU(z)",
    source: "Tezekbayev et al.",
    of: .alphaReLULoss, forAll: .distribution.named("t").upTo(66), .reluScores, .alpha, .tau)

  /// The gradient of α-ReLU's loss is within its error theorem of the certified one.
  public static let areluLossGradientOracle = accuracy(
    "arelu-loss-gradient-oracle", "∇ℓ(t, z) = αReLU(z) − t", source: "Tezekbayev et al.",
    of: .alphaReLULossGradient, forAll: .distribution.named("t").upTo(66), .scores, .alpha, .tau)

  /// Every entry is mapped by itself, whatever stands beside it: to the last bit.
  public static let areluElementwise = Law(
    "arelu-elementwise", "αReLU(z)_i = αReLU(z_i)", source: "Tezekbayev et al.",
    of: .alphaReLU,
    forAll: .reluScores, .alpha, .tau
  ) { relu, z, alpha, tau in
    let alone = try z.elements.map { try relu($0.asVector, alpha, tau)[0] }
    return .equal(try relu(z, alpha, tau), Tensor(alone))
  }

  /// With the threshold of α-entmax it is α-entmax.
  ///
  /// The threshold is that of the greatest entry's probability: `τ = (α − 1)z_0 − p_0^{α−1}`.
  public static let areluEqualsEntmaxAtTau = Law(
    "arelu-equals-entmax-at-tau", "τ = τ(z) ⇒ αReLU(z, τ) = entmax_α(z)",
    source: "Tezekbayev et al.",
    of: .alphaReLU, .entmax,
    forAll: .pairedScores, .alpha
  ) { relu, entmax, z, alpha in
    let p = try entmax(z, alpha)
    let top = z.descending[0]
    let tau = (alpha - 1) * Tensor(z[top]) - Tensor(p[top]).power(alpha - 1)
    return .equal(try relu(z, alpha, tau), p, beside: 1)
  }

  /// Entries in order have values in order.
  public static let areluMonotone = Law(
    "arelu-monotone", "z_i ≤ z_j ⇒ αReLU(z)_i ≤ αReLU(z)_j", source: "Tezekbayev et al.",
    of: .alphaReLU,
    forAll: .reluScores, .alpha, .tau
  ) { relu, z, alpha, tau in
    let sorted = try relu(z, alpha, tau).selecting(z.descending)
    return .atMost(sorted.dropFirst, sorted.dropLast)
  }

  /// Below the threshold the value is zero exactly; no value is negative.
  ///
  /// Where `(α − 1)z` is rounded it may be on the other side of `τ`, so that `α = 3/2` and `α = 2` are taken.
  public static let areluZero = Law(
    "arelu-zero", "αReLU(z) = 0 where (α − 1)z ≤ τ, αReLU(z) ≥ 0", source: "Tezekbayev et al.",
    of: .alphaReLU,
    forAll: .reluScores, .halvingAlpha, .tau
  ) { relu, z, alpha, tau in
    let p = try relu.returned(z, alpha, tau)
    let rest = (alpha - 1) * z - tau
    let zeros = p.selecting(rest.elements.indices.filter { !rest[$0].isPositive })
    return .all(.equal(zeros, zeros.map { _ in 0 }), .atMost(0, p))
  }

  /// The product is made of the map's own answer.
  public static let areluJacobianFormula = Law(
    "arelu-jacobian-formula", "Jᵀv = p^{2−α} ⊙ v, p = αReLU(z) as the implementation has it",
    source: "Tezekbayev et al.",
    of: .alphaReLUVectorJacobianProduct, .alphaReLU,
    forAll: .reluScores, .smoothAlpha, .tau, .cotangent
  ) { product, relu, z, alpha, tau, v in
    .equal(try product(z, alpha, tau, v), try relu(z, alpha, tau).power(2 - alpha) * v)
  }

  /// The gradient of the loss is the value less the target.
  public static let areluLossGradient = Law(
    "arelu-loss-gradient", "∇ℓ(t, z) = p − t, p = αReLU(z) as the implementation has it",
    source: "Tezekbayev et al.",
    of: .alphaReLULossGradient, .alphaReLU,
    forAll: .distribution.named("t"), .reluScores, .alpha, .tau
  ) { gradient, relu, t, z, alpha, tau in
    .equal(try gradient(t, z, alpha, tau), try relu(z, alpha, tau) - t)
  }

  /// The loss is not negative.
  public static let areluLossNonneg = Law(
    "arelu-loss-nonneg", "ℓ(t, z) ≥ 0", source: "Fenchel–Young inequality",
    of: .alphaReLULoss,
    forAll: .distribution.named("t"), .reluScores, .alpha, .tau
  ) { loss, t, z, alpha, tau in
    .atMost(0, try loss(t, z, alpha, tau))
  }

  /// The loss is zero where the target is the value, here that of `α = 2`: `z = t + τ`.
  public static let areluLossZero = Law(
    "arelu-loss-zero", "ℓ(t, z) = 0 where t = αReLU(z)", source: "Fenchel–Young inequality",
    of: .alphaReLULoss,
    forAll: .sparsemaxAnswers, .answer
  ) { loss, z, t in
    let top = z.descending[0]
    return .equal(try loss(t, z, 2, Tensor(z[top] - t[top])), 0, beside: 1)
  }

  /// The loss is convex in the scores; the midpoint of two rows of a grid is exact.
  public static let areluLossConvex = Law(
    "arelu-loss-convex", "ℓ(t, (z + y)/2) ≤ (ℓ(t, z) + ℓ(t, y))/2",
    source: "Hessian diag(p^{2−α})",
    of: .alphaReLULoss,
    forAll: .pairedScores, .sameGrid, .alpha, .tau, .distribution.named("t")
  ) { loss, z, y, alpha, tau, t in
    .atMost(
      try loss(t, (z + y) * 0.5, alpha, tau),
      (try loss(t, z, alpha, tau) + loss(t, y, alpha, tau)) * 0.5)
  }

  /// The loss changes with the threshold by what the values fall short of the targets.
  ///
  /// `∂ℓ/∂τ = (Σt − Σp)/(α − 1)` grows with `τ`, so that its values at the ends bound the difference.
  public static let areluLossTauDerivative = Law(
    "arelu-loss-tau-derivative",
    "(Σt − Σp(τ))/(α − 1)/4 ≤ ℓ(τ + ¼) − ℓ(τ) ≤ (Σt − Σp(τ + ¼))/(α − 1)/4",
    source: "∂ℓ/∂τ = (1 − Σp)/(α − 1)",
    of: .alphaReLULoss, .alphaReLU,
    forAll: .pairedScores, .alpha, .tau, .distribution.named("t")
  ) { loss, relu, z, alpha, tau, t in
    let next = tau + 0.25
    let step = 0.25 / (alpha - 1)
    let change = try loss(t, z, alpha, next) - loss(t, z, alpha, tau)
    return .all(
      .atMost((t.sum - (try relu(z, alpha, tau).sum)) * step, change),
      .atMost(change, (t.sum - (try relu(z, alpha, next).sum)) * step))
  }
}

extension Ball {
  /// The vector of this entry alone.
  fileprivate var asVector: Tensor { Tensor([self]) }
}
