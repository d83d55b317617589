import Arithmetic
import SoftmaxFamily

/// Chapter 1I, first part: the objective of logistic regression and its gradient.
///
/// Weights and features are small dyadic numbers, so that logits are exact (G14).
extension Law {
  /// The objective is within its error theorem, T8 of computed logits.
  public static let logregOracle = accuracy(
    "logreg-oracle", "E(W) = −Σ_n Σ_k t_nk log y_nk, y_n = softmax(Wφ_n)",
    source: "Bishop 4.108; T8",
    of: .logisticRegressionObjective, forAll: .regressionWeights, .features, .labels)

  /// The gradient is within its error theorem, T10 in each row.
  public static let logregGradientOracle = accuracy(
    "logreg-gradient-oracle", "∂E/∂w_k = Σ_n (y_nk Σt_n − t_nk) φ_n",
    source: "Bishop 4.109; T10",
    of: .logisticRegressionGradient, forAll: .regressionWeights, .features, .labels)

  /// The gradient adds up the features, weighted with prediction less target.
  public static let logregGradient = Law(
    "logreg-gradient", "∇E(W) = (Y − T)ᵀΦ, Y = softmax(ΦWᵀ)", source: "Bishop 4.91, 4.109",
    of: .logisticRegressionGradient, .softmax,
    forAll: .regressionWeights, .features, .labels
  ) { gradient, softmax, weights, features, targets in
    let logits = features.times(weights.transposed)
    let predictions = Tensor(rows: try (0..<features.rows).map { try softmax(logits.row($0)) })
    return .equal(
      try gradient(weights, features, targets),
      (predictions - targets).transposed.times(features))
  }

  /// The objective is convex; the midpoint of two dyadic weights is exact.
  public static let logregConvex = Law(
    "logreg-convex", "E((W + V)/2) ≤ (E(W) + E(V))/2", source: "Bishop 4.3.3",
    of: .logisticRegressionObjective,
    forAll: .pairedWeights, .features, .labels, .otherWeights
  ) { objective, weights, features, targets, others in
    .atMost(
      try objective((weights + others) * 0.5, features, targets),
      (try objective(weights, features, targets) + objective(others, features, targets)) * 0.5)
  }

  /// Weights that all classes share have no effect.
  public static let logregRedundancy = Law(
    "logreg-redundancy", "E(W + 1cᵀ) = E(W)", source: "shift invariance of softmax",
    of: .logisticRegressionObjective,
    forAll: .weightsToShift, .features, .labels, .commonShift
  ) { objective, weights, features, targets, c in
    let shifted = Tensor(rows: (0..<weights.rows).map { weights.row($0) + c })
    return .equal(
      try objective(shifted, features, targets), try objective(weights, features, targets))
  }

  /// For two classes it is binary logistic regression with the difference of the weights.
  public static let logregTwoClassReduction = Law(
    "logreg-two-class-reduction", "E(w_1, w_2) = BCE(t, Φ(w_2 − w_1))",
    source: "Bishop 4.90 and 4.108",
    of: .logisticRegressionObjective, .binaryCrossEntropyWithLogits,
    forAll: .weightsOfTwo, .features, .labels
  ) { objective, binary, weights, features, targets in
    .equal(
      try objective(weights, features, targets),
      try binary(targets.column(1), features.logOdds(of: weights)))
  }

  /// Without weights every class is as probable as the others.
  public static let logregGradientAtZero = Law(
    "logreg-gradient-at-zero", "E(0) = N log K, ∂E/∂w_k = Σ_n (1/K − t_nk) φ_n at W = 0",
    source: "softmax(0) = 1/K",
    of: .logisticRegressionObjective, .logisticRegressionGradient,
    forAll: .regressionWeights, .features, .labels
  ) { objective, gradient, weights, features, targets in
    let zero = weights * 0
    let classes = Ball(Double(weights.rows))
    let loss = Ball(Double(features.rows)) * classes.logarithm()
    return .all(
      .equal(try objective(zero, features, targets), Tensor(loss)),
      .equal(
        try gradient(zero, features, targets),
        (Tensor(1 / classes) - targets).transposed.times(features), beside: features))
  }

  /// Where a plane separates the classes the objective has no minimum: it falls towards zero.
  public static let logregSeparable = Law(
    "logreg-separable", "E(2W) ≤ E(W) ≤ Σ_n e^{−|z_n|} for weights that separate, z = Φw",
    source: "Bishop 4.3.2",
    of: .logisticRegressionObjective,
    forAll: .separatingWeights, .features, .labels
  ) { objective, weights, features, targets in
    let pair = Tensor(rows: [weights * 0, weights])
    let margins = features.times(weights.asRow.transposed).flattened.magnitudes
    let loss = try objective(pair, features, targets)
    return .all(
      .atMost(try objective(pair * 2, features, targets), loss),
      .atMost(loss, (-margins).exp.sum))
  }

  /// With a penalty the gradient is strongly monotone, so that there is one minimum.
  public static let logregL2Unique = Law(
    "logreg-l2-unique",
    "⟨∇F(W) − ∇F(V), W − V⟩ ≥ ‖W − V‖², F = E + ½‖·‖²", source: "Bishop 4.3; convexity of E",
    of: .logisticRegressionGradient,
    forAll: .pairedWeights, .features, .labels, .otherWeights
  ) { gradient, weights, features, targets, others in
    let difference = weights - others
    let slopes =
      try gradient(weights, features, targets) + weights
      - (gradient(others, features, targets) + others)
    return .atMost(difference.dot(difference), slopes.dot(difference))
  }

  /// With an intercept, predictions and targets have the same mean where the gradient vanishes.
  public static let logregInterceptCalibration = Law(
    "logreg-intercept-calibration", "Σ_n t_nk + ∂E/∂w_k0 = Σ_n y_nk where φ_n0 = 1",
    source: "Bishop 4.109",
    of: .logisticRegressionGradient, .softmax,
    forAll: .weightsWithIntercept, .features, .labels
  ) { gradient, softmax, weights, features, targets in
    let logits = features.times(weights.transposed)
    let predictions = Tensor(rows: try (0..<features.rows).map { try softmax(logits.row($0)) })
    let slopes = try gradient(weights, features, targets).column(0)
    return .equal(targets.columnSums + slopes, predictions.columnSums)
  }

  /// The order of the rows does not matter.
  public static let logregRowPermutation = Law(
    "logreg-row-permutation", "permuting the rows of Φ and T leaves E unchanged",
    source: "E is a sum",
    of: .logisticRegressionObjective,
    forAll: .regressionWeights, .features, .labels, .permutation
  ) { objective, weights, features, targets, order in
    .equal(
      try objective(
        weights, Tensor(rows: order.map(features.row)), Tensor(rows: order.map(targets.row))),
      try objective(weights, features, targets))
  }

  /// Everything is a sum over the rows.
  public static let logregBatchAdditivity = Law(
    "logreg-batch-additivity", "E, ∇E and ∇²E are sums over the rows", source: "definition",
    of: .logisticRegressionObjective, .logisticRegressionGradient, .logisticRegressionHessian,
    forAll: .regressionWeights, .features, .labels
  ) { objective, gradient, hessian, weights, features, targets in
    func isSum(_ function: Function) throws -> Finding {
      let parts = try (0..<features.rows).map {
        try function(weights, features.row($0).asRow, targets.row($0).asRow)
      }
      let sum = parts.dropFirst().reduce(parts[0], +)
      let sizes = parts.map(\.magnitudes)
      return .equal(
        try function(weights, features, targets), sum,
        beside: sizes.dropFirst().reduce(sizes[0], +))
    }
    return .all(try isSum(objective), try isSum(gradient), try isSum(hessian))
  }
}

extension Tensor {
  /// The logits of the second of two classes against the first, a number for each row.
  func logOdds(of weights: Tensor) -> Tensor {
    times((weights.row(1) - weights.row(0)).asRow.transposed).flattened
  }

  /// The sum of each column.
  fileprivate var columnSums: Tensor { Tensor((0..<columns).map { column($0).sum.scalar }) }
}
