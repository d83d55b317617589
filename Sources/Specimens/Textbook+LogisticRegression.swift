/// Multiclass logistic regression: logits `Wφ` of each row of features.
extension Textbook {
  private static func logits(_ weights: [[Scalar]], _ features: [[Scalar]]) -> [[Scalar]] {
    features.map { row in weights.map { dot($0, row) } }
  }

  /// `Σ a b`.
  static func dot(_ a: [Scalar], _ b: [Scalar]) -> Scalar {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// `−Σ t logSoftmax(Wφ)`.
  static func logisticRegressionObjective(
    _ weights: [[Scalar]], _ features: [[Scalar]], _ targets: [[Scalar]]
  ) -> Scalar {
    categoricalCrossEntropyWithLogits(targets, logits(weights, features))
  }

  /// `Σ (y_nk Σt − t_nk) φ_n`.
  static func logisticRegressionGradient(
    _ weights: [[Scalar]], _ features: [[Scalar]], _ targets: [[Scalar]]
  ) -> [[Scalar]] {
    let errors = categoricalCrossEntropyWithLogitsGradient(targets, logits(weights, features))
    return weights.indices.map { k in
      (0..<(weights.first?.count ?? 0)).map { a in
        zip(errors, features).reduce(0) { $0 + $1.0[k] * $1.1[a] }
      }
    }
  }

  /// `Σ Σt y_nk(δ_kj − y_nj) φ_n φ_nᵀ`.
  static func logisticRegressionHessian(
    _ weights: [[Scalar]], _ features: [[Scalar]], _ targets: [[Scalar]]
  ) -> [[Scalar]] {
    let d = weights.first?.count ?? 0
    let size = weights.count * d
    var hessian = Array(repeating: Array(repeating: Scalar(0), count: size), count: size)
    for ((row, target), logits) in zip(zip(features, targets), logits(weights, features)) {
      let jacobian = softmaxJacobian(logits, 1)
      let mass = target.reduce(0, +)
      for i in 0..<size {
        for j in 0..<size {
          hessian[i][j] += mass * jacobian[i / d][j / d] * row[i % d] * row[j % d]
        }
      }
    }
    return hessian
  }
}
