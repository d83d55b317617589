import Arithmetic
import SoftmaxFamily
import Testing

@Suite("A tensor of rank three") struct TensorMatricesTests {
  private let tensor = Tensor(matrices: 2, rows: 2, columns: 3) { k, i, j in
    Ball(Double(100 * k + 10 * i + j))
  }

  @Test func `is a list of matrices, row by row`() {
    #expect(tensor.shape == [2, 2, 3])
    #expect(tensor[1, 0, 2].value == 102)
    #expect(tensor.matrix(1).values == [100, 101, 102, 110, 111, 112])
    #expect(tensor.matrices.map(\.shape) == [[2, 3], [2, 3]])
  }

  @Test func `is a quadratic form for each matrix`() {
    let v = Tensor([1, 0, -1] as [Double])
    #expect(tensor.matrix(0).applied(to: v).values == [-2, -2])
    #expect(tensor.between(Tensor([1, 2] as [Double]), and: v).values == [-6, -6])
  }
}
