import Arithmetic
import SoftmaxFamily

/// Multiclass logistic regression: logits `Wφ` of each row of features.
extension Reference {
  static func logisticRegression(_ operation: Operation, _ arguments: [Tensor]) -> [Ball] {
    let shape = arguments[0].shape
    let weights = (0..<shape[0]).map { arguments[0].row($0).elements }
    let rows = (0..<arguments[1].rows).map { n -> RegressionRow in
      let features = arguments[1].row(n).elements
      let logits = weights.map { dot($0, features) }
      return RegressionRow(
        features: features, targets: arguments[2].row(n).elements, logits: logits)
    }
    return switch operation {
    case .logisticRegressionObjective:
      [rows.reduce(0) { $0 + categoricalCrossEntropyWithLogits($1.targets, $1.logits) }]
    case .logisticRegressionGradient: regressionGradient(rows, shape)
    default: regressionHessian(rows, shape)
    }
  }

  /// `Σ_n (y_nj Σt − t_nj) φ_na`, with a radius relative to the largest term, as in the Hessian.
  private static func regressionGradient(_ rows: [RegressionRow], _ shape: [Int]) -> [Ball] {
    let errors = rows.map { categoricalCrossEntropyGradient($0.targets, $0.logits) }
    return (0..<shape[0]).flatMap { j in
      (0..<shape[1]).map { a in
        rows.indices.reduce(0) { $0 + product(errors[$1][j], rows[$1].features[a]) }
      }
    }
  }

  /// `Σ_n Σt · y_nj(δ_jk − y_nk) φ_na φ_nb`.
  private static func regressionHessian(_ rows: [RegressionRow], _ shape: [Int]) -> [Ball] {
    let (k, d) = (shape[0], shape[1])
    let curvatures = rows.map { row -> [Ball] in
      let mass = row.targets.reduce(0, +)
      return jacobian(CertifiedRow(row.logits), free: 0..<k).map { mass * $0 }
    }
    var sums: [Ball] = []
    sums.reserveCapacity(k * d * k * d)
    for first in 0..<k * d {
      for second in 0..<k * d {
        let entry = first / d * k + second / d
        var sum: Ball = 0
        for n in rows.indices {
          let product = curvatures[n][entry] * rows[n].features[first % d]
          sum = sum + product * rows[n].features[second % d]
        }
        sums.append(sum)
      }
    }
    return sums
  }

  /// `Σ a b`.
  static func dot(_ a: [Ball], _ b: [Ball]) -> Ball {
    var sum: Ball = 0
    for index in 0..<min(a.count, b.count) { sum = sum + a[index] * b[index] }
    return sum
  }
}

/// One row of features, with its targets and logits.
private struct RegressionRow {
  let features: [Ball]
  let targets: [Ball]
  let logits: [Ball]
}
