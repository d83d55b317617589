import Arithmetic

/// Multiclass logistic regression: logits `Wφ` of each row of features.
extension Contract {
  /// The errors of the objective, its gradient or its Hessian.
  func logisticRegression(_ operation: Operation, _ arguments: [Tensor]) -> [ErrorBound] {
    let inner = unrounded
    let weights = arguments[0].approximations
    let rows = (0..<arguments[1].rows).map { n in
      inner.regressionRow(
        weights, features: arguments[1].row(n).values, targets: arguments[2].row(n).values)
    }
    let bounds =
      switch operation {
      case .logisticRegressionObjective:
        [inner.categoricalCrossEntropy(rows.map(\.loss), mayTakeProbabilities: true)]
      case .logisticRegressionGradient: inner.regressionGradient(rows, arguments[0].shape)
      default: inner.regressionHessian(rows, arguments[0].shape)
      }
    return bounds.map(stored)
  }

  private func regressionRow(
    _ weights: [[Approximation]], features: [Double], targets: [Double]
  ) -> RegressionRow {
    let inputs = features.map { Approximation($0) }
    let logits = weights.map { dot($0, inputs) }
    return RegressionRow(
      features: inputs,
      loss: LogitLoss(targets: targets, logits: logits, row: row(logits)))
  }

  /// `Σ_n (y_nj Σt − t_nj) φ_na`, or the two sums apart.
  private func regressionGradient(_ rows: [RegressionRow], _ shape: [Int]) -> [ErrorBound] {
    let errors = rows.map { outerError($0.loss) }
    return (0..<shape[0]).flatMap { j in
      (0..<shape[1]).map { a in
        bound(of: dot(rows.map { $0.features[a] }, errors.map { $0[j] }), rows: rows) {
          ($0.loss.mass + abs($0.loss.targets[j])) * $0.features[a].magnitude
        }
      }
    }
  }

  /// `Σ_n Σt · y_nj(δ_jk − y_nk) φ_na φ_nb`, T12 in each row, also by the square root of the weights.
  private func regressionHessian(_ rows: [RegressionRow], _ shape: [Int]) -> [ErrorBound] {
    let (k, d) = (shape[0], shape[1])
    let features = rows.map { $0.features.map(\.magnitude) }
    let curvatures = rows.map { curvature($0.loss) }
    let gamma = Upper.compound(6 * u, sumError(rows.count))
    var bounds: [ErrorBound] = []
    bounds.reserveCapacity(k * d * k * d)
    for first in 0..<k * d {
      for second in 0..<k * d {
        let entry = first / d * k + second / d
        var (size, error, reach) = (0.0, 0.0, 1.0)
        for n in rows.indices {
          let (a, b) = (features[n][first % d], features[n][second % d])
          size += a * b * curvatures[n][entry].reach
          error += a * b * curvatures[n][entry].error
          reach = max(reach, a, b)
        }
        let underflow = 3 * Double(rows.count) * tiny * reach * reach
        bounds.append(ErrorBound(absolute: size == 0 ? 0 : error + gamma * size + underflow))
      }
    }
    return bounds
  }

  /// The entries of `Σt(diag y − yyᵀ)` in one row.
  private func curvature(_ loss: LogitLoss) -> [Approximation] {
    let g = loss.row.probabilities
    let massError = Upper.compound(2 * u, sumError(g.count))
    let bounds = jacobian(loss.row, scale: 1, columns: g.indices)
    return bounds.enumerated().map { index, bound in
      let (i, j) = index.quotientAndRemainder(dividingBy: g.count)
      let others = g.indices.reduce(0) { $1 == i ? $0 : $0 + g[$1] }
      let size = g[i] * (i == j ? min(1, others) : g[j])
      let error = bound.bound(of: size)
      return Approximation(
        Ball(0).widened(by: loss.mass * size),
        error: loss.mass * (error + massError * (size + error)))
    }
  }

  /// The bound of a sum over rows, of which `size` says how large the terms are that may cancel.
  private func bound(
    of sum: Approximation, rows: [RegressionRow], size: (RegressionRow) -> Double
  ) -> ErrorBound {
    guard sum.error != 0 else { return ErrorBound() }
    let terms = rows.reduce(0) { $0 + size($1) }
    return ErrorBound(absolute: sum.error + Upper.compound(2 * u, sumError(rows.count)) * terms)
  }
}

/// One row of features, with what the weights make of it.
private struct RegressionRow {
  let features: [Approximation]
  let loss: LogitLoss
}
