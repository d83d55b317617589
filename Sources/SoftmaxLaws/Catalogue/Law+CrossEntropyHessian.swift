import Arithmetic
import SoftmaxFamily

/// Chapter 1G, fourth part: the curvature of categorical cross-entropy.
extension Law {
  /// The Hessian is within its error theorem of the certified one.
  public static let cceHessianFormula = accuracy(
    "cce-hessian-formula", "∂²CCE/∂z_i∂z_j = Σt (δ_ij g_i − g_i g_j)", source: "Bishop 4.110; T12",
    of: .categoricalCrossEntropyWithLogitsHessian, forAll: .masses.upTo(34), .moderateLogits)

  /// Of the targets only their mass matters, and the rest is the Jacobian of softmax.
  public static let cceHessian = Law(
    "cce-hessian", "∂²CCE(t, z) = Σt · J(z)", source: "∇CCE = softmax(z) Σt − t",
    of: .categoricalCrossEntropyWithLogitsHessian, .softmaxJacobian,
    forAll: .masses, .moderateLogits
  ) { hessian, jacobian, t, z in
    .equal(try hessian(t, z), t.sum * (try jacobian(z, 1)))
  }

  /// Every entry of log-softmax has the same Hessian: minus the covariance.
  public static let logsoftmaxHessian = Law(
    "logsoftmax-hessian", "∂² logSoftmax(z)_k = −(diag g − ggᵀ) for every k",
    source: "∂logSoftmax_k/∂z_i = δ_ki − g_i",
    of: .categoricalCrossEntropyWithLogitsHessian, .softmax,
    forAll: .oneHot, .moderateLogits
  ) { hessian, softmax, t, z in
    let g = try softmax(z)
    let covariance = Tensor(rows: z.count, columns: z.count) { i, j in
      i == j ? g[i] - g[i] * g[i] : -g[i] * g[j]
    }
    return .equal(try hessian(t, z), covariance)
  }

  /// For two classes the Hessian is that of the binary loss, with both signs.
  public static let cce2Hessian = Law(
    "cce2-hessian", "∂²CCE((1 − t, t), (a, b)) = ((d, −d), (−d, d)), d = σ′(b − a)",
    source: "Bishop 4.97 and 4.110",
    of: .categoricalCrossEntropyWithLogitsHessian, .sigmoidDerivative,
    forAll: .twoTameLogits, .oneTarget
  ) { hessian, derivative, z, t in
    let d = try derivative(Tensor([z[1] - z[0]]))[0]
    return .equal(
      try hessian((1 - t).appending(t), z),
      Tensor(rows: 2, columns: 2) { $0 == $1 ? d : -d })
  }

  /// The loss is convex in the logits.
  public static let cceHessianPsd = Law(
    "cce-hessian-psd", "vᵀ ∂²CCE(t, z) v ≥ 0", source: "variance",
    of: .categoricalCrossEntropyWithLogitsHessian,
    forAll: .masses, .tameLogits.named("z"), .cotangent
  ) { hessian, t, z, v in
    .atMost(0, v.dot(try hessian(t, z).applied(to: v)))
  }
}
