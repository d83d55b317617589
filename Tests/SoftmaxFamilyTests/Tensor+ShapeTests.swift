import Arithmetic
import SoftmaxFamily
import Testing

@Suite("The shape of a tensor") struct TensorShapeTests {
  private static let matrix = Tensor(shape: [2, 3], [1, 2, 3, 4, 5, 6])

  @Test func `has rows and columns`() {
    #expect(Self.matrix.rows == 2 && Self.matrix.columns == 3)
    #expect(Self.matrix[1, 0].value == 4)
    #expect(Self.matrix.row(1).values == [4, 5, 6])
    #expect(Self.matrix.column(2).values == [3, 6])
  }

  @Test func `is built of rows or of a function`() {
    let rows = Tensor(rows: [Tensor([1, 2, 3] as [Double]), Tensor([4, 5, 6] as [Double])])
    #expect(rows.shape == [2, 3] && rows.values == Self.matrix.values)
    let products = Tensor(rows: 2, columns: 2) { Ball(Double(10 * $0 + $1)) }
    #expect(products.values == [0, 1, 10, 11])
    #expect(Tensor(rows: []).shape == [0, 0])
  }

  @Test func `is transposed`() {
    #expect(Self.matrix.transposed.shape == [3, 2])
    #expect(Self.matrix.transposed.values == [1, 4, 2, 5, 3, 6])
  }

  @Test func `multiplies`() {
    let product = Self.matrix.times(Self.matrix.transposed)
    #expect(product.shape == [2, 2] && product.values == [14, 32, 32, 77])
  }

  @Test func `is flattened, extended and cut`() {
    #expect(Self.matrix.flattened.shape == [6])
    let x = Tensor([7, 8] as [Double])
    #expect(x.asRow.shape == [1, 2])
    #expect(x.appending(9).values == [7, 8, 9] && x.appending(x).shape == [4])
    #expect(x.dropFirst.values == [8])
    #expect(x.selecting([1, 1, 0]).values == [8, 8, 7])
  }
}
