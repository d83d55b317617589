import Arithmetic
import SoftmaxFamily

/// Chapter 1I, second part: the Hessian of logistic regression.
extension Law {
  /// The Hessian is within its error theorem, T12 in each row; its blocks have a plus sign.
  public static let logregMultiHessianSign = accuracy(
    "logreg-multi-hessian-sign", "∂²E/∂w_k∂w_j = +Σ_n y_nk(δ_kj − y_nj) φ_n φ_nᵀ",
    source: "Bishop 4.110, which is printed with a minus sign; T12",
    of: .logisticRegressionHessian, forAll: .regressionWeights, .features, .labels)

  /// For two classes each block is `ΦᵀRΦ`, with one sign on the diagonal and the other off it.
  public static let logregHessian = Law(
    "logreg-hessian", "∇²E = ±ΦᵀRΦ block by block for two classes, R = diag σ′(Φ(w_2 − w_1))",
    source: "Bishop 4.97–4.98",
    of: .logisticRegressionHessian, .sigmoidDerivative,
    forAll: .weightsOfTwo, .features, .labels
  ) { hessian, slope, weights, features, targets in
    let curvatures = try slope(features.logOdds(of: weights))
    let block = features.gram(weighted: curvatures)
    let d = features.columns
    let blocks = Tensor(rows: 2 * d, columns: 2 * d) { i, j in
      i / d == j / d ? block[i % d, j % d] : -block[i % d, j % d]
    }
    return .equal(try hessian(weights, features, targets), blocks)
  }

  /// The Hessian is positive semidefinite, and singular: weights that all classes share.
  public static let logregHessianPsdSingular = Law(
    "logreg-hessian-psd-singular", "vᵀHv ≥ 0, H(1 ⊗ c) = 0",
    source: "shift invariance; the text after Bishop 4.110 says positive definite",
    of: .logisticRegressionHessian,
    forAll: .weightsAndVector, .features, .labels, .classVector
  ) { hessian, weights, features, targets, v in
    let matrix = try hessian(weights, features, targets)
    let common = Tensor(rows: v.rows, columns: v.columns) { v[0, $1] }
    return .all(
      .atMost(0, v.flattened.dot(matrix.applied(to: v))),
      .equal(matrix.applied(to: common), 0, beside: matrix.magnitudes))
  }

  /// The Hessian has an upper bound that does not depend on the weights.
  public static let logregBohning = Law(
    "logreg-bohning", "vᵀHv ≤ ½ vᵀ((I − 11ᵀ/K) ⊗ ΦᵀΦ)v", source: "Böhning 1992",
    of: .logisticRegressionHessian,
    forAll: .weightsAndVector, .features, .labels, .classVector
  ) { hessian, weights, features, targets, v in
    let matrix = try hessian(weights, features, targets)
    let scores = features.times(v.transposed)
    let spreads = (0..<features.rows).map { n -> Ball in
      let row = scores.row(n)
      return (row.dot(row) - row.sum * row.sum / Tensor(Double(v.rows))).scalar
    }
    return .atMost(v.flattened.dot(matrix.applied(to: v)), Tensor(spreads).sum * 0.5)
  }

  /// A step of Newton's method solves a weighted least-squares problem.
  public static let logregNewtonStep = Law(
    "logreg-newton-step", "Hw − g = ΦᵀRz, z = Φw − R⁻¹(y − t), for two classes with w_1 = 0",
    source: "Bishop 4.99–4.103",
    of: .logisticRegressionHessian, .logisticRegressionGradient,
    .binaryCrossEntropyWithLogitsGradient,
    forAll: .weightsOfTwo, .features, .labels
  ) { hessian, gradient, error, weights, features, targets in
    let d = features.columns
    let w = weights.row(1)
    let pair = Tensor(rows: [w * 0, w])
    let matrix = try hessian(pair, features, targets)
    let block = Tensor(rows: d, columns: d) { matrix[d + $0, d + $1] }
    let slopes = try gradient(pair, features, targets).row(1)
    let logits = features.logOdds(of: pair)
    let errors = try error(targets.column(1), logits)
    let predictions = errors + targets.column(1)
    let response = predictions * (1 - predictions) * logits - errors
    return .equal(
      block.applied(to: w) - slopes, response.asRow.times(features).flattened,
      beside: features)
  }
}

extension Tensor {
  /// `ΦᵀRΦ` with the weights `R` of the rows.
  fileprivate func gram(weighted weights: Tensor) -> Tensor {
    let weighted = Tensor(rows: rows, columns: columns) { self[$0, $1] * weights[$0] }
    return transposed.times(weighted)
  }

  /// The product of the matrix with a vector, or with the rows of a matrix one after the other.
  fileprivate func applied(to vector: Tensor) -> Tensor {
    times(vector.asRow.transposed).flattened
  }
}
