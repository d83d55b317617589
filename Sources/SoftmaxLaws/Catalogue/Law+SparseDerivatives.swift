import Arithmetic
import SoftmaxFamily

/// Chapter 1J, third part: products with the Jacobians of the sparse maps.
extension Law {
  /// Sparsemax's product with a vector is within its error theorem of the certified one.
  public static let sparsemaxJacobian = accuracy(
    "sparsemax-jacobian", "Jᵀv = s ⊙ (v − ⟨s, v⟩/Σs), s = [sparsemax(z) > 0]",
    source: "Martins–Astudillo (9)–(10)",
    of: .sparsemaxVectorJacobianProduct, forAll: .scores, .cotangent)

  /// 1.5-entmax's product with a vector is within its error theorem of the certified one.
  public static let entmax15Jacobian = accuracy(
    "entmax15-jacobian", "Jᵀv = s ⊙ (v − ⟨s, v⟩/Σs), s = √entmax15(z)",
    source: "Peters–Niculae–Martins Prop. 2",
    of: .entmax15VectorJacobianProduct, forAll: .scores, .cotangent)

  /// α-entmax's product with a vector is within its error theorem of the certified one.
  public static let entmaxJacobian = accuracy(
    "entmax-jacobian", "Jᵀv = s ⊙ (v − ⟨s, v⟩/Σs), s = entmax_α(z)^{2−α} on the support",
    source: "Peters–Niculae–Martins Prop. 2",
    of: .entmaxVectorJacobianProduct, forAll: .scores, .alpha, .cotangent)

  /// The Jacobian of the projection is a projector: applied twice it does no more.
  public static let sparsemaxJacobianProjector = Law(
    "sparsemax-jacobian-projector", "J(Jv) = Jv, ⟨u, Jv⟩ = ⟨Ju, v⟩", source: "projection",
    of: .sparsemaxVectorJacobianProduct,
    forAll: .pairedScores, .cotangent, .cotangent.named("u")
  ) { product, z, v, u in
    let once = try product(z, v)
    return .all(
      .equal(try product(z, once), once, beside: v),
      .equal(u.dot(once), v.dot(try product(z, u)), beside: u.magnitudes.dot(v.magnitudes)))
  }

  /// The trace of a projector is its rank: one less than the support.
  public static let sparsemaxJacobianTrace = Law(
    "sparsemax-jacobian-trace", "tr J = |S| − 1", source: "projection",
    of: .sparsemaxVectorJacobianProduct,
    forAll: .sparsemaxInteriors, .answer
  ) { product, z, p in
    let diagonal = try z.elements.indices.map { i in
      let unit = Tensor(z.elements.indices.map { $0 == i ? 1.0 : 0 })
      return try product(z, unit)[i]
    }
    let support = p.elements.count { !$0.isZero }
    return .equal(Tensor(diagonal).sum, Tensor(Double(support - 1)), beside: 1)
  }

  /// A common shift of all scores moves nothing, so a constant vector is annihilated.
  public static let sparsemaxVjpOnes = annihilates(
    "sparsemax-vjp-ones", "J_sparsemax (c, …, c) = 0", of: .sparsemaxVectorJacobianProduct)

  /// A common shift of all scores moves nothing, so a constant vector is annihilated.
  public static let entmax15VjpOnes = annihilates(
    "entmax15-vjp-ones", "J_entmax15 (c, …, c) = 0", of: .entmax15VectorJacobianProduct)

  /// The Jacobian is symmetric, and annihilates constant vectors.
  public static let entmaxJacobianSymmetric = Law(
    "entmax-jacobian-symmetric", "⟨u, Jv⟩ = ⟨Ju, v⟩, J(1, …, 1) = 0",
    source: "Peters–Niculae–Martins Prop. 2",
    of: .entmaxVectorJacobianProduct,
    forAll: .pairedScores, .alpha, .cotangent, .cotangent.named("u")
  ) { product, z, alpha, v, u in
    .all(
      .equal(
        u.dot(try product(z, alpha, v)), v.dot(try product(z, alpha, u)),
        beside: u.magnitudes.dot(v.magnitudes)),
      .equal(try product(z, alpha, z.map { _ in 1 }), 0, beside: 1))
  }

  /// The product is made of the map's own answer.
  public static let entmaxJacobianFormula = Law(
    "entmax-jacobian-formula", "J_α v = s ⊙ (v − ⟨s, v⟩/Σs), s = entmax_α(z)^{2−α}, 1 < α < 2",
    source: "Peters–Niculae–Martins Prop. 2",
    of: .entmaxVectorJacobianProduct, .entmax,
    forAll: .pairedScores, .smoothAlpha, .cotangent
  ) { product, entmax, z, alpha, v in
    let s = try entmax(z, alpha).power(2 - alpha)
    return .equal(try product(z, alpha, v), s * (v - s.dot(v) / s.sum), beside: v)
  }

  /// A masked score has the gradient zero, not NaN.
  public static let sparsemaxVjpMaskedZero = Law(
    "sparsemax-vjp-masked-zero", "(J_sparsemax v)_i = 0 where z_i = −∞", source: "continuity",
    of: .sparsemaxVectorJacobianProduct,
    forAll: .maskedScores, .cotangent
  ) { product, z, v in
    let masked = z.values.indices.filter { z.values[$0] == -.infinity }
    let gradient = try product.returned(z, v).selecting(masked)
    return .equal(gradient, gradient.map { _ in 0 })
  }

  /// The law that the Jacobian annihilates constant vectors.
  private static func annihilates(
    _ name: String, _ statement: String, of operation: Operation
  ) -> Law {
    Law(
      name, statement, source: "shift invariance", of: operation,
      forAll: .scoresToShift, .exactShift
    ) { product, z, c in
      .equal(try product(z, z.map { _ in c.scalar }), 0, beside: c)
    }
  }
}
