import Arithmetic
import SoftmaxFamily

/// Chapter 1B, second part: products of softmax's Jacobian with vectors.
extension Law {
  /// The product of a vector and the Jacobian is within T11 of the certified one.
  public static let vjpFormula = accuracy(
    "vjp-formula", "Jᵀv = g ⊙ (v − ⟨g, v⟩)", source: "definition; T11",
    of: .softmaxVectorJacobianProduct, forAll: .logits, .cotangent)

  /// The product of the Jacobian and a vector is within T11 of the certified one.
  public static let jvpFormula = accuracy(
    "jvp-formula", "Jv = g ⊙ (v − ⟨g, v⟩)", source: "definition; T11",
    of: .softmaxJacobianVectorProduct, forAll: .logits, .cotangent)

  /// A common shift of all logits moves nothing, so a constant vector is annihilated.
  public static let vjpOnes = Law(
    "vjp-ones", "Jᵀ(c, …, c) = 0", source: "Gao–Pavel",
    of: .softmaxVectorJacobianProduct,
    forAll: .logitsToShift, .exactShift
  ) { product, x, c in
    .equal(try product(x, x.map { _ in c.scalar }), 0, beside: c)
  }

  /// The two products are adjoint to each other.
  public static let vjpJvpAdjoint = Law(
    "vjp-jvp-adjoint", "⟨v, Ju⟩ = ⟨Jᵀv, u⟩", source: "definition of the transpose",
    of: .softmaxVectorJacobianProduct, .softmaxJacobianVectorProduct,
    forAll: .fewLogits, .cotangent, .cotangent.named("u")
  ) { vectorJacobian, jacobianVector, x, v, u in
    .equal(v.dot(try jacobianVector(x, u)), u.dot(try vectorJacobian(x, v)))
  }

  /// The Jacobian is symmetric, so that the two products are the same.
  public static let vjpEqualsJvp = Law(
    "vjp-equals-jvp", "Jᵀv = Jv", source: "Gao–Pavel",
    of: .softmaxVectorJacobianProduct, .softmaxJacobianVectorProduct,
    forAll: .fewLogits, .cotangent
  ) { vectorJacobian, jacobianVector, x, v in
    .equal(try vectorJacobian(x, v), try jacobianVector(x, v))
  }

  /// The product is linear in the vector.
  public static let vjpLinear = Law(
    "vjp-linear", "Jᵀ(v + w) = Jᵀv + Jᵀw", source: "definition",
    of: .softmaxVectorJacobianProduct,
    forAll: .pairedLogits, .sameGrid.named("w")
  ) { product, x, w in
    .equal(try product(x, x + w), try product(x, x) + product(x, w))
  }

  /// The products with the unit vectors are the rows of the Jacobian.
  public static let vjpBasisRows = Law(
    "vjp-basis-rows", "Jᵀe_k = J_k", source: "definition",
    of: .softmaxVectorJacobianProduct, .softmaxJacobian,
    forAll: .fewLogits
  ) { product, softmaxJacobian, x in
    let rows = try (0..<x.count).map { try product(x, .unit($0, of: x.count)) }
    return .equal(Tensor(rows: rows), try softmaxJacobian(x, 1))
  }

  /// The product with a vector of equal numbers vanishes forwards too.
  public static let jvpOnes = Law(
    "jvp-ones", "J(c, …, c) = 0", source: "Gao–Pavel",
    of: .softmaxJacobianVectorProduct,
    forAll: .logitsToShift, .exactShift
  ) { product, x, c in
    .equal(try product(x, .repeating(c.scalar, count: x.count)), 0, beside: c)
  }

  /// The product scales with a power of two, exactly as far as no product is subnormal.
  ///
  /// The probabilities are normal numbers and the vector's entries integers, so that their products are
  /// normal. One with a mean that nearly vanishes may be subnormal, and rounded; a result of at
  /// least `2N/u` has its last place above all of that.
  public static let vjpLinearPowerOfTwo = Law(
    "vjp-linear-power-of-two", "Jᵀ(2v) = 2 Jᵀv", source: "exact scaling", exactness: .exact,
    of: .softmaxVectorJacobianProduct,
    forAll: .fewTameLogits, .integers
  ) { product, x, v in
    let (once, twice) = (try product.returned(x, v), try product.returned(x, 2 * v))
    let least = product.contract.map { 2 * $0.format.leastNormal / $0.format.unitRoundoff } ?? 0
    let isNormal = once.elements.map { !$0.isReal || $0.magnitudeBound >= least }
    let kept = once.elements.indices.filter { isNormal[$0] }
    return product.contract == nil
      ? .equal(twice, 2 * once)
      : .equal(twice.selecting(kept), 2 * once.selecting(kept))
  }

  /// The quadratic form is the variance of the vector under the distribution.
  public static let jacobianVarianceForm = Law(
    "jacobian-variance-form", "vᵀJv = Var_g(v)", source: "Gao–Pavel",
    of: .softmaxJacobianVectorProduct, .softmax,
    forAll: .fewLogits, .cotangent
  ) { product, softmax, x, v in
    .equal(v.dot(try product(x, v)), v.variance(under: try softmax(x)))
  }

  /// A masked logit has the gradient zero, not NaN.
  public static let vjpMaskedZero = Law(
    "vjp-masked-zero", "(Jᵀv)_i = 0 where x_i = −∞", source: "continuity", exactness: .exact,
    of: .softmaxVectorJacobianProduct,
    forAll: .maskedLogits, .cotangent
  ) { product, x, v in
    let masked = x.values.indices.filter { x.values[$0] == -.infinity }
    let gradient = try product.returned(x, v).selecting(masked)
    return .equal(gradient, gradient.map { _ in 0 })
  }
}
