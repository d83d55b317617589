import Arithmetic
import SoftmaxFamily
import Testing

@Suite("A tensor's slices") struct TensorRowsTests {
  @Test func `are of one rank less, and make the tensor again`() {
    let matrix = Tensor(shape: [2, 3], [1, 2, 3, 4, 5, 6])
    #expect(matrix.slice(1).values == [4, 5, 6])
    #expect(matrix.slice(1).slice(2).shape == [] && matrix.slice(1).slice(2).scalar.value == 6)
    let again = Tensor(slices: [matrix.slice(0), matrix.slice(1)])
    #expect(again.shape == [2, 3] && again.values == matrix.values)
    #expect(Tensor(slices: [1, 2]).shape == [2])
  }

  @Test func `are kept in another shape`() {
    #expect(Tensor([1, 2, 3, 4] as [Double]).reshaped(to: [2, 2])[1, 0].value == 3)
  }
}
