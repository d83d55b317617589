/// Multiclass logistic regression: logits `Wφ` of each row of features.
extension Textbook {
  /// `Wφ`, for each row of features.
  static func logits(
    _ weights: [[Scalar]], _ features: [[Scalar]], _ summation: Summation<Scalar> = .inOrder
  ) -> [[Scalar]] {
    features.map { row in weights.map { summation.dot($0, row) } }
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
    return products(of: errors, features, like: weights)
  }

  /// `Σ e_nk φ_na`, in the shape of the weights.
  static func products(
    of errors: [[Scalar]], _ features: [[Scalar]], like weights: [[Scalar]],
    _ summation: Summation<Scalar> = .inOrder
  ) -> [[Scalar]] {
    weights.indices.map { k in
      (0..<(weights.first?.count ?? 0)).map { a in
        summation.sum(zip(errors, features).map { $0[k] * $1[a] })
      }
    }
  }

  /// `Σ Σt y_nk(δ_kj − y_nj) φ_n φ_nᵀ`.
  static func logisticRegressionHessian(
    _ weights: [[Scalar]], _ features: [[Scalar]], _ targets: [[Scalar]]
  ) -> [[Scalar]] {
    let jacobians = logits(weights, features).map { softmaxJacobian($0, 1) }
    return hessian(weights, features, masses: targets.map { $0.reduce(0, +) }, jacobians)
  }

  /// The Hessian by the masses of the targets and the Jacobians of softmax, row by row.
  static func hessian(
    _ weights: [[Scalar]], _ features: [[Scalar]], masses: [Scalar], _ jacobians: [[[Scalar]]],
    _ summation: Summation<Scalar> = .inOrder
  ) -> [[Scalar]] {
    let d = weights.first?.count ?? 0
    let indices = 0..<weights.count * d
    return indices.map { i in
      indices.map { j in
        summation.sum(
          features.indices.map { n in
            masses[n] * jacobians[n][i / d][j / d] * features[n][i % d] * features[n][j % d]
          })
      }
    }
  }
}
