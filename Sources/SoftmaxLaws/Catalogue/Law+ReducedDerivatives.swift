import Arithmetic
import SoftmaxFamily

/// Chapter 1F, second part: derivatives of the reduced softmax and its inverse.
extension Law {
  /// The Jacobian is within its error theorem, T12, of the certified one.
  public static let softJacobianFormula = accuracy(
    "soft-jacobian-formula", "∂p_k/∂η_i = λ p_k (δ_ki − p_i)", source: "T12",
    of: .reducedSoftmaxJacobian, forAll: .fewLogits.named("η").upTo(34), .scale)

  /// The Jacobian of the inverse is within its error theorem of the certified one.
  public static let invsoftJacobianFormula = accuracy(
    "invsoft-jacobian-formula", "∂η_k/∂p_i = (δ_ki/p_i − δ_0i/p_0)/λ", source: "two roundings",
    of: .inverseReducedSoftmaxJacobian, forAll: .interior.named("p").upTo(34), .scale)

  /// Probabilities keep their sum.
  public static let softDerivativeSums = Law(
    "soft-derivative-sums", "Σ_k ∂p_k/∂η_i = 0", source: "Σ p = 1",
    of: .reducedSoftmaxJacobian,
    forAll: .fewLogits.named("η"), .scale
  ) { jacobian, eta, scale in
    let derivative = try jacobian(eta, scale)
    let sums = Tensor((0..<eta.count).map { derivative.column($0).sum.scalar })
    return .equal(sums, 0, beside: derivative)
  }

  /// The Jacobians of a function and its inverse are inverse to each other.
  public static let inverseFunctionTheorem = Law(
    "inverse-function-theorem", "D invsoft_λ(p) · D soft_λ(η) = I at p = soft_λ(η)",
    source: "inverse function theorem",
    of: .inverseReducedSoftmaxJacobian, .reducedSoftmaxJacobian, .reducedSoftmax,
    forAll: .roundTripLogits, .roundTripScale
  ) { inverseJacobian, jacobian, soft, eta, scale in
    let p = try soft(eta, scale)
    let product = try inverseJacobian(p, scale).times(jacobian(eta, scale))
    return .equal(
      product, Tensor(rows: eta.count, columns: eta.count) { $0 == $1 ? 1 : 0 })
  }

  /// In the other order the product is the projection onto the simplex's tangent space.
  public static let softProjector = Law(
    "soft-projector", "D soft_λ(η) · D invsoft_λ(p) = I − p·1ᵀ at p = soft_λ(η)",
    source: "chain rule",
    of: .reducedSoftmaxJacobian, .inverseReducedSoftmaxJacobian, .reducedSoftmax,
    forAll: .roundTripLogits, .roundTripScale
  ) { jacobian, inverseJacobian, soft, eta, scale in
    let p = try soft(eta, scale)
    let product = try jacobian(eta, scale).times(inverseJacobian(p, scale))
    return .equal(
      product, Tensor(rows: p.count, columns: p.count) { i, j in (i == j ? 1 : 0) - p[i] })
  }
}
