import Arithmetic
import SoftmaxFamily

/// Chapter 1F, third part: second derivatives of the reduced softmax and its inverse.
extension Law {
  /// The Hessian is within its error theorem, T13, of the certified one.
  public static let softHessianFormula = accuracy(
    "soft-hessian-formula",
    "∂²p_k/∂η_i∂η_j = λ² p_k (δ_ki δ_kj + 2 p_i p_j − δ_ki p_j − δ_kj p_i − δ_ij p_i)",
    source: "O'Neill; T13",
    of: .reducedSoftmaxHessian, forAll: .veryFewLogits.named("η").upTo(17), .scale)

  /// The Hessian of the inverse is within its error theorem of the certified one: `1/λ`, not `1/λ²`.
  public static let invsoftHessianFormula = accuracy(
    "invsoft-hessian-formula", "∂²η_k/∂p_i∂p_j = δ_ij (δ_0i/p_0² − δ_ki/p_k²)/λ",
    source: "five roundings",
    of: .inverseReducedSoftmaxHessian, forAll: .fewProbabilities.upTo(17), .scale)

  /// The order of differentiation does not matter.
  public static let softHessianSymmetric = Law(
    "soft-hessian-symmetric", "∂²p_k/∂η_i∂η_j = ∂²p_k/∂η_j∂η_i", source: "Schwarz",
    of: .reducedSoftmaxHessian,
    forAll: .veryFewLogits.named("η"), .scale
  ) { softHessian, eta, scale in
    let hessian = try softHessian(eta, scale)
    let n = eta.count
    return .equal(hessian, Tensor(matrices: n + 1, rows: n, columns: n) { hessian[$0, $2, $1] })
  }

  /// Probabilities keep their sum, to the second order.
  public static let softSecondDerivativeSums = Law(
    "soft-second-derivative-sums", "Σ_k ∂²p_k/∂η_i∂η_j = 0", source: "Σ p = 1",
    of: .reducedSoftmaxHessian,
    forAll: .veryFewLogits.named("η"), .scale
  ) { softHessian, eta, scale in
    let hessian = try softHessian(eta, scale)
    let total = hessian.matrices.dropFirst().reduce(hessian.matrix(0), +)
    return .equal(total, 0, beside: hessian)
  }

  /// The inverse of the reduced softmax undoes it to the second order.
  ///
  /// One wrong second derivative, of either, breaks it.
  public static let inverseFunctionSecondOrder = Law(
    "inverse-function-second-order",
    "Σ_a ∂_aι_k ∂²p_a/∂η_i∂η_j + Σ_ab ∂²_abι_k ∂_ip_a ∂_jp_b = 0 for ι = invsoft_λ at p = soft_λ(η)",
    "inverse function theorem",
    of: [
      .inverseReducedSoftmaxJacobian, .inverseReducedSoftmaxHessian, .reducedSoftmaxJacobian,
      .reducedSoftmaxHessian, .reducedSoftmax,
    ],
    forAll: .veryFewModerateLogits.named("η"), .moderateScale
  ) { functions, eta, scale in
    let p = try functions.subject(.reducedSoftmax)(eta, scale)
    let outer = try functions.subject(.inverseReducedSoftmaxJacobian)(p, scale)
    let outerHessian = try functions.subject(.inverseReducedSoftmaxHessian)(p, scale)
    let inner = try functions.subject(.reducedSoftmaxJacobian)(eta, scale)
    let innerHessian = try functions.subject(.reducedSoftmaxHessian)(eta, scale)
    var findings: [Finding] = []
    for i in 0..<eta.count {
      for j in 0...i {
        let column = Tensor(innerHessian.matrices.map { $0[i, j] })
        let first = outer.applied(to: column)
        let second = outerHessian.between(inner.column(i), and: inner.column(j))
        findings.append(.equal(first, -second, beside: scale))
      }
    }
    return .worst(findings)
  }

  /// In the other order the second derivatives cancel along the simplex.
  public static let softSecondInverseTangent = Law(
    "soft-second-inverse-tangent",
    "D²soft_λ(η)[Dι v, Dι v] + Dsoft_λ(η) D²ι(p)[v, v] = 0 for v = p ⊙ (q − ⟨p, q⟩), ι = invsoft_λ",
    "chain rule; Σv = 0",
    of: [
      .inverseReducedSoftmaxJacobian, .inverseReducedSoftmaxHessian, .reducedSoftmaxJacobian,
      .reducedSoftmaxHessian, .reducedSoftmax,
    ],
    forAll: .veryFewModerateLogits.named("η"), .moderateScale, .pivotedInterior
  ) { functions, eta, scale, q in
    let p = try functions.subject(.reducedSoftmax)(eta, scale)
    let v = p * (q - p.dot(q))
    let step = try functions.subject(.inverseReducedSoftmaxJacobian)(p, scale).applied(to: v)
    let bend = try functions.subject(.inverseReducedSoftmaxHessian)(p, scale).between(v, and: v)
    let inner = try functions.subject(.reducedSoftmaxJacobian)(eta, scale).applied(to: bend)
    let outer = try functions.subject(.reducedSoftmaxHessian)(eta, scale).between(step, and: step)
    return .equal(outer, -inner, beside: v)
  }
}
