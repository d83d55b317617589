import Arithmetic
import SoftmaxFamily

/// Chapter 1B, first part: the Jacobian of softmax.
extension Law {
  /// The Jacobian is within its error theorem, T12, of the certified one.
  public static let softmaxJacobianFormula = accuracy(
    "softmax-jacobian-formula", "∂g_i/∂x_j = λ g_i (δ_ij − g_j)", source: "Bishop 4.106; T12",
    of: .softmaxJacobian, forAll: .fewLogits.upTo(34), .scale)

  /// Probabilities keep their sum, and a common shift does not move them.
  public static let jacobianRowColSums = Law(
    "jacobian-row-col-sums", "J·1 = 0 and 1ᵀJ = 0", source: "Gao–Pavel",
    of: .softmaxJacobian,
    forAll: .fewLogits, .scale
  ) { softmaxJacobian, x, scale in
    let jacobian = try softmaxJacobian(x, scale)
    let ones = Tensor(rows: x.count, columns: 1) { _, _ in 1 }
    let size = jacobian.magnitudes
    return .all(
      .equal(jacobian.times(ones), 0, beside: size),
      .equal(jacobian.transposed.times(ones), 0, beside: size))
  }

  /// The Jacobian is symmetric, being the Hessian of log-sum-exp.
  public static let jacobianSymmetric = Law(
    "jacobian-symmetric", "J = Jᵀ", source: "Gao–Pavel",
    of: .softmaxJacobian,
    forAll: .fewLogits, .scale
  ) { softmaxJacobian, x, scale in
    let jacobian = try softmaxJacobian(x, scale)
    return .equal(jacobian, jacobian.transposed)
  }

  /// A logit raises its own probability and lowers all the others, or leaves them.
  public static let jacobianOffdiagSign = Law(
    "jacobian-offdiag-sign", "J_ij ≤ 0 ≤ J_ii", source: "0 ≤ g ≤ 1", exactness: .exact,
    of: .softmaxJacobian,
    forAll: .fewLogits, .scale
  ) { softmaxJacobian, x, scale in
    let jacobian = try softmaxJacobian.returned(x, scale)
    let signed = Tensor(rows: x.count, columns: x.count) { i, j in
      i == j ? -jacobian[i, j] : jacobian[i, j]
    }
    return .atMost(signed, 0)
  }

  /// The trace is the probability of drawing two different classes, which for a sure one is tiny.
  public static let jacobianTrace = Law(
    "jacobian-trace", "tr J = λ(1 − Σ g²) = λ Σ_{i≠j} g_i g_j", source: "definition",
    of: .softmaxJacobian, .scaledSoftmax,
    forAll: .fewLogits, .scale
  ) { softmaxJacobian, scaledSoftmax, x, scale in
    let jacobian = try softmaxJacobian(x, scale)
    let g = try scaledSoftmax(x, scale)
    let trace = jacobian.diagonal.sum
    let different = Tensor(rows: g.count, columns: g.count) { $0 == $1 ? 0 : g[$0] * g[$1] }
    return .equal(trace, scale * different.sum)
  }

  /// The Jacobian is positive semidefinite.
  public static let jacobianPsd = Law(
    "jacobian-psd", "vᵀJv ≥ 0", source: "Gao–Pavel",
    of: .softmaxJacobian,
    forAll: .fewLogits, .scale, .cotangent
  ) { softmaxJacobian, x, scale, v in
    .atMost(0, v.dot(try softmaxJacobian(x, scale).applied(to: v)))
  }

  /// No row of the Jacobian is longer than half the scale.
  public static let jacobianInfNormHalf = Law(
    "jacobian-inf-norm-half", "Σ_j |J_ij| ≤ λ/2", source: "Nair 2025",
    of: .softmaxJacobian,
    forAll: .fewLogits, .scale
  ) { softmaxJacobian, x, scale in
    let jacobian = try softmaxJacobian(x, scale)
    let sums = Tensor((0..<x.count).map { jacobian.row($0).sumNorm.scalar })
    return .atMost(sums, scale * 0.5)
  }

  /// Log-sum-exp has softmax for a gradient.
  public static let lseGradient = accuracy(
    "lse-gradient", "∇ logSumExp(x) = softmax(x)", source: "Blanchard–Higham–Higham 1.2; T1, T2",
    of: .logSumExpGradient, forAll: .logits)
}
