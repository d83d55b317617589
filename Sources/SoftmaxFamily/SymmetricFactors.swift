package import Arithmetic

/// The factors of a symmetric matrix `A = L D Lᵀ`, with `L` unit lower triangular and `D` diagonal.
///
/// Elimination without exchange of rows, in balls: for a positive definite matrix every pivot is
/// positive. A pivot that may be zero leaves nothing known of what is divided by it. Exact
/// where every step is, as for integer `L` and powers of two in `D`.
///
/// - Complexity: `d³/3` for the factors, `d²` for a solution.
package struct SymmetricFactors: Sendable {
  /// The pivots, the diagonal of `D`.
  package let pivots: [Ball]
  private let lower: [[Ball]]

  /// Factors a matrix, of which only the lower triangle is read.
  ///
  /// - Precondition: the matrix is square.
  package init(_ matrix: Tensor) {
    precondition(matrix.rows == matrix.columns, "a matrix to be factored is square")
    var pivots: [Ball] = []
    var lower: [[Ball]] = []
    for i in 0..<matrix.rows {
      var row: [Ball] = []
      var pivot = matrix[i, i]
      for j in 0..<i {
        var entry = matrix[i, j]
        for k in 0..<j { entry = entry - row[k] * pivots[k] * lower[j][k] }
        row.append(entry / pivots[j])
        pivot = pivot - row[j] * entry
      }
      lower.append(row)
      pivots.append(pivot)
    }
    self.pivots = pivots
    self.lower = lower
  }

  /// Whether the matrix is certainly positive definite.
  package var isPositiveDefinite: Bool { pivots.allSatisfy(\.isPositive) }

  /// Whether the matrix is certainly not positive definite.
  package var isIndefinite: Bool {
    pivots.contains { $0.isNaN || $0.isNegative || $0.isZero }
  }

  /// The determinant, the product of the pivots; one for the empty matrix.
  package var determinant: Ball { pivots.reduce(1, *) }

  /// `L⁻¹b`.
  private func forward(_ b: [Ball]) -> [Ball] {
    var y: [Ball] = []
    for i in b.indices {
      y.append(lower[i].indices.reduce(b[i]) { $0 - lower[i][$1] * y[$1] })
    }
    return y
  }

  /// The solution `A⁻¹b`.
  package func solution(of b: [Ball]) -> [Ball] {
    var x = zip(forward(b), pivots).map { $0 / $1 }
    for i in x.indices.reversed() {
      for j in 0..<i { x[j] = x[j] - lower[i][j] * x[i] }
    }
    return x
  }

  /// The quadratic form `bᵀA⁻¹b`, whose terms have one sign for a positive definite matrix.
  package func inverseForm(of b: [Ball]) -> Ball {
    zip(forward(b), pivots).reduce(0) { $0 + $1.0 * $1.0 / $1.1 }
  }

  /// The inverse matrix.
  package var inverse: Tensor {
    let d = pivots.count
    let columns = (0..<d).map { column in solution(of: (0..<d).map { $0 == column ? 1 : 0 }) }
    return Tensor(shape: [d, d], columns.flatMap { $0 })
  }
}
