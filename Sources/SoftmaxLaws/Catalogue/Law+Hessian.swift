import Arithmetic
import SoftmaxFamily

/// Chapter 1B, fourth part: the second derivatives of softmax, the third of log-sum-exp.
extension Law {
  /// The Hessian is within its error theorem, T13, of the certified one.
  public static let softmaxHessianFormula = accuracy(
    "softmax-hessian-formula",
    "∂²g_k/∂x_i∂x_j = λ² g_k ((δ_ki − g_i)(δ_kj − g_j) − g_i (δ_ij − g_j))",
    source: "derivative of Bishop 4.106; T13",
    of: .softmaxHessian, forAll: .veryFewLogits.upTo(17), .scale)

  /// The Hessian is symmetric in all three indices, as softmax is a gradient itself.
  public static let softmaxHessianSymmetric = Law(
    "softmax-hessian-symmetric", "H_kij = H_kji = H_ikj", source: "g = ∇ logSumExp; Schwarz",
    of: .softmaxHessian,
    forAll: .veryFewLogits, .scale
  ) { softmaxHessian, x, scale in
    let hessian = try softmaxHessian(x, scale)
    let n = x.count
    return .all(
      .equal(hessian, Tensor(matrices: n, rows: n, columns: n) { hessian[$0, $2, $1] }),
      .equal(hessian, Tensor(matrices: n, rows: n, columns: n) { hessian[$1, $0, $2] }))
  }

  /// Probabilities keep their sum, and a common shift moves neither them nor their slopes.
  public static let softmaxHessianSums = Law(
    "softmax-hessian-sums", "Σ_k H_kij = 0 and Σ_i H_kij = 0", source: "Σ g = 1; shift invariance",
    of: .softmaxHessian,
    forAll: .veryFewLogits, .scale
  ) { softmaxHessian, x, scale in
    let hessian = try softmaxHessian(x, scale)
    let ones = x.map { _ in 1 }
    let total = hessian.matrices.dropFirst().reduce(hessian.matrix(0), +)
    let rows = hessian.matrices.flatMap { $0.transposed.applied(to: ones).elements }
    let size = hessian.magnitudes
    return .all(.equal(total, 0, beside: size), .equal(Tensor(rows), 0, beside: size))
  }

  /// Along a line a probability is curved by how much its square deviation exceeds the variance.
  public static let softmaxSecondDirectional = Law(
    "softmax-second-directional",
    "d²/dt² softmax_λ(x + tv)_k = λ² g_k ((v_k − v̄)² − Var_g(v)) at t = 0",
    source: "chain rule",
    of: .softmaxHessian, .scaledSoftmax,
    forAll: .veryFewLogits, .scale, .cotangent
  ) { softmaxHessian, scaledSoftmax, x, scale, v in
    let g = try scaledSoftmax(x, scale)
    let deviations = v - g.dot(v)
    let squares = deviations * deviations
    let curvature = scale * scale * (g * (squares - g.dot(squares)))
    return .equal(
      try softmaxHessian(x, scale).between(v, and: v), curvature, beside: squares * scale * scale)
  }

  /// The third derivative of log-sum-exp is the third central moment.
  public static let lseThirdDerivative = Law(
    "lse-third-derivative", "d³/dt³ logSumExp(x + tv) = Σ_k g_k (v_k − v̄)³ at t = 0",
    source: "cumulants of g",
    of: .softmaxHessian, .softmax,
    forAll: .veryFewLogits, .cotangent
  ) { softmaxHessian, softmax, x, v in
    let g = try softmax(x)
    let deviations = v - g.dot(v)
    let cubes = deviations * deviations * deviations
    return .equal(v.dot(try softmaxHessian(x, 1).between(v, and: v)), g.dot(cubes), beside: cubes)
  }

  /// The Hessian of log-sum-exp is the covariance of the indicators of the classes.
  public static let lseHessian = Law(
    "lse-hessian", "∂softmax(x)_i/∂x_j = δ_ij g_i − g_i g_j at g = ∇ logSumExp(x)",
    source: "∇² logSumExp = ∇ softmax",
    of: .softmaxJacobian, .logSumExpGradient,
    forAll: .fewLogits
  ) { softmaxJacobian, gradient, x in
    let g = try gradient(x)
    let covariance = Tensor(rows: x.count, columns: x.count) { i, j in
      i == j ? g[i] - g[i] * g[i] : -g[i] * g[j]
    }
    return .equal(try softmaxJacobian(x, 1), covariance)
  }
}
