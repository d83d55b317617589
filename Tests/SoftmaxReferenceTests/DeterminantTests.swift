import Arithmetic
import SoftmaxFamily
import SoftmaxReference
import Testing

@Suite("Determinants of the reference") struct DeterminantTests {
  private static let rows: [[Double]] = [
    [0, 0], [1, -2], [0.5, -1, 2], [3, 1, -2, 0.5], [-1, -1, 0.25, 2, 1.5],
  ]

  /// The determinant of a square matrix, by the minors of its first row.
  private static func determinant(_ matrix: Tensor) -> Ball {
    guard matrix.rows > 1 else { return matrix[0, 0] }
    return (0..<matrix.columns).reduce(0) { sum, column in
      let minor = Tensor(rows: matrix.rows - 1, columns: matrix.columns - 1) { i, j in
        matrix[i + 1, j < column ? j : j + 1]
      }
      let term = matrix[0, column] * determinant(minor)
      return column.isMultiple(of: 2) ? sum + term : sum - term
    }
  }

  @Test(arguments: [0.5, 1, 3])
  func `of the Jacobian without its zero are products: jacobian-pseudodet`(scale: Double) throws {
    for row in Self.rows {
      let x = Tensor(row)
      let n = Ball(Double(x.count))
      let jacobian = try Reference.evaluate(.softmaxJacobian, [x, Tensor(scale)])
      // The null vector (1, …, 1) gets the eigenvalue one, and the others keep theirs.
      let lifted = jacobian.map { $0 + 1 / n }
      let g = try Reference.evaluate(.scaledSoftmax, [x, Tensor(scale)]).elements
      let product = g.reduce(n, *)
      let power = (1..<x.count).reduce(Ball(1)) { power, _ in power * Ball(scale) }
      let difference = Self.determinant(lifted) - product * power
      #expect(difference.mayBeZero && difference.radiusBound < 0x1p-85)
      #expect(!(Self.determinant(lifted) - product * power * 1.0001).mayBeZero)
    }
  }

  @Test func `of the free logits are products of probabilities: soft-jacobian-determinant`() throws
  {
    for row in Self.rows {
      let eta = Tensor(row)
      let jacobian = try Reference.evaluate(.reducedSoftmaxJacobian, [eta, 2])
      let free = Tensor(rows: (1...eta.count).map { jacobian.row($0) })
      let product = try Reference.evaluate(.reducedSoftmax, [eta, 2]).elements.reduce(1, *)
      let power = Ball(Double(1 << eta.count))
      #expect((Self.determinant(free) - product * power).mayBeZero)
    }
  }
}
