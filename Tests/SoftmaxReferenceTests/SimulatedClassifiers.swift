import Arithmetic
import FixtureSupport
import Foundation
import SoftmaxFamily

/// Posteriors of generative classifiers, in every form that the error theorems cover.
extension SimulatedArithmetic {
  mutating func posterior(_ operation: SoftmaxFamily.Operation, _ arguments: [Tensor]) -> [Double] {
    let x = arguments[0].values
    let priors = arguments[arguments.count - 1].values
    let rows = (0..<priors.count).map { arguments[1].row($0).values }
    let forms = random.integer(in: 0...11)
    let matrices = arguments[2].shape.count == 1 ? [] : covariances(arguments[2], priors.count)
    var inverses: [Inverse] = []
    for matrix in matrices { inverses.append(inverse(of: matrix, form: forms % 3)) }
    var logits: [Double] = []
    for k in priors.indices {
      let terms =
        switch operation {
        case .gaussianPosterior: gaussianTerms(x, rows[k], inverses[k], form: forms, isShared: true)
        case .quadraticGaussianPosterior:
          gaussianTerms(x, rows[k], inverses[k], form: forms, isShared: false)
        case .bernoulliPosterior: bernoulliTerms(x, rows[k], form: forms)
        case .poissonPosterior: poissonTerms(x, rows[k], form: forms)
        default: exponentialTerms(x, rows[k], form: forms)
        }
      logits.append(sum(terms + [log(priors[k])]))
    }
    guard logits.count == 2, contract.claims.algorithm == nil, forms > 8 else {
      return softmax(logits)
    }
    let second = sigmoid(subtract(logits[1], logits[0]))
    return [subtract(1, second), second]
  }

  private func covariances(_ tensor: Tensor, _ count: Int) -> [[[Double]]] {
    let isShared = tensor.shape.count == 2
    return (0..<count).map { k in
      let matrix = isShared ? tensor : tensor.slice(k)
      return (0..<matrix.rows).map { matrix.row($0).values }
    }
  }

  private mutating func bernoulliTerms(
    _ x: [Double], _ means: [Double], form: Int
  ) -> [Double] {
    zip(x, means).flatMap { x, mean -> [Double] in
      let complement = subtract(1, mean)
      let failure = form % 2 == 0 ? log(complement) : log1p(-mean)
      switch form % 3 {
      case 0: return [multiply(x, log(mean)), multiply(subtract(1, x), failure)]
      case 1: return [multiply(x, subtract(log(mean), failure)), failure]
      default: return [multiply(x, log(divide(mean, complement))), failure]
      }
    }
  }

  private mutating func poissonTerms(_ x: [Double], _ rates: [Double], form: Int) -> [Double] {
    zip(x, rates).flatMap { x, rate -> [Double] in
      let terms = [multiply(x, log(rate)), -rate]
      // log x!, which all classes share.
      guard form % 2 == 0, x >= 2 else { return terms }
      return terms + [-contract.working.rounded(lgamma(x + 1))]
    }
  }

  private mutating func exponentialTerms(
    _ x: [Double], _ rates: [Double], form: Int
  ) -> [Double] {
    zip(x, rates).flatMap { x, rate -> [Double] in
      guard form % 2 == 0 else { return [log(rate), -multiply(rate, x)] }
      let scale = divide(1, rate)
      return [-log(scale), -divide(x, scale)]
    }
  }
}

/// The inverse of a covariance in one of its forms, with the logarithm of the determinant.
struct Inverse {
  /// The inverse itself, row by row, or a root of the covariance.
  let rows: [[Double]]
  /// Whether the rows are the lower triangular root.
  let isRoot: Bool
  let logDeterminant: Double
}

/// Gaussian classes, by Cholesky, by elimination with exchange of rows, by Gauss and Jordan.
extension SimulatedArithmetic {
  mutating func inverse(of matrix: [[Double]], form: Int) -> Inverse {
    switch form {
    case 0: cholesky(matrix)
    case 1: eliminated(matrix, isWhole: true)
    default: eliminated(matrix, isWhole: false)
    }
  }

  private mutating func cholesky(_ matrix: [[Double]]) -> Inverse {
    var root: [[Double]] = []
    for i in matrix.indices {
      var row: [Double] = []
      for j in 0..<i {
        let products = (0..<j).map { -multiply(row[$0], root[j][$0]) }
        row.append(divide(sum([matrix[i][j]] + products), root[j][j]))
      }
      let square = sum([matrix[i][i]] + row.map { -multiply($0, $0) })
      row.append(contract.working.rounded(square.squareRoot()))
      root.append(row)
    }
    let logarithms = root.indices.map { 2 * log(root[$0][$0]) }
    return Inverse(rows: root, isRoot: true, logDeterminant: sum(logarithms))
  }

  /// Elimination beside the unit matrix; `isWhole` also clears what is above the diagonal at once.
  private mutating func eliminated(_ matrix: [[Double]], isWhole: Bool) -> Inverse {
    let d = matrix.count
    var rows = matrix.indices.map { i in matrix[i] + (0..<d).map { $0 == i ? 1.0 : 0 } }
    for column in 0..<d {
      let pivot = (column..<d).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      for i in 0..<d where i > column || (isWhole && i < column) {
        subtract(column, from: i, &rows)
      }
    }
    let determinant = (0..<d).reduce(1) { multiply($0, abs(rows[$1][$1])) }
    if !isWhole {
      for column in (0..<d).reversed() {
        for i in 0..<column { subtract(column, from: i, &rows) }
      }
    }
    let inverse = (0..<d).map { i in (d..<2 * d).map { divide(rows[i][$0], rows[i][i]) } }
    return Inverse(rows: inverse, isRoot: false, logDeterminant: log(determinant))
  }

  private func subtract(_ column: Int, from i: Int, _ rows: inout [[Double]]) {
    let factor = divide(rows[i][column], rows[column][column])
    for j in column..<rows[i].count {
      rows[i][j] = subtract(rows[i][j], multiply(factor, rows[column][j]))
    }
    rows[i][column] = 0
  }

  mutating func gaussianTerms(
    _ x: [Double], _ mean: [Double], _ inverse: Inverse, form: Int, isShared: Bool
  ) -> [Double] {
    let determinant = isShared && form % 2 == 0 ? [] : [-0.5 * inverse.logDeterminant]
    let normaliser = form % 4 == 0 ? [multiply(-0.5 * Double(x.count), logOfTwoPi)] : []
    if isShared, form > 5, !inverse.isRoot {
      return affineTerms(x, mean, inverse.rows) + determinant + normaliser
    }
    let residual = zip(x, mean).map { subtract($0, $1) }
    return [-0.5 * quadraticForm(residual, inverse)] + determinant + normaliser
  }

  private var logOfTwoPi: Double { contract.working.rounded(1.8378770664093453) }

  /// `xᵀPμ − ½μᵀPμ`.
  private mutating func affineTerms(
    _ x: [Double], _ mean: [Double], _ inverse: [[Double]]
  ) -> [Double] {
    let weights = inverse.map { dot($0, mean) }
    return [dot(weights, x), -0.5 * dot(weights, mean)]
  }

  /// `rᵀPr`, or `|R⁻¹r|²`.
  private mutating func quadraticForm(_ residual: [Double], _ inverse: Inverse) -> Double {
    guard inverse.isRoot else { return dot(residual, inverse.rows.map { dot($0, residual) }) }
    var y: [Double] = []
    for i in residual.indices {
      let products = (0..<i).map { -multiply(inverse.rows[i][$0], y[$0]) }
      y.append(divide(sum([residual[i]] + products), inverse.rows[i][i]))
    }
    return dot(y, y)
  }

  /// `Σ a b`.
  mutating func dot(_ a: [Double], _ b: [Double]) -> Double {
    sum(zip(a, b).map { multiply($0, $1) })
  }
}
