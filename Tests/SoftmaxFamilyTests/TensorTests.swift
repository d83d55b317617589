import Arithmetic
import SoftmaxFamily
import Testing

@Suite("A tensor") struct TensorTests {
  @Test func `is written as a number or as a list of numbers`() {
    let (scalar, vector): (Tensor, Tensor) = (0.5, [1, -0.5])
    #expect(scalar.shape == [] && scalar.values == [0.5])
    #expect(vector.shape == [2] && vector.values == [1, -0.5])
  }

  @Test func `is a vector, a scalar or of a given shape`() {
    #expect(Tensor([1, 2] as [Double]).shape == [2])
    #expect(Tensor(3.5).shape.isEmpty && Tensor(3.5).scalar.value == 3.5)
    let matrix = Tensor(shape: [2, 0], [])
    #expect(matrix.shape == [2, 0] && matrix.count == 0)
  }

  @Test func `is written as a literal`() {
    let half: Tensor = 0.5
    let three: Tensor = 3
    #expect(half.scalar.value == 0.5 && three.scalar.value == 3)
    #expect(half.scalar.isExact && three.scalar.isExact)
  }

  @Test func `has elements in storage order`() {
    let tensor = Tensor(shape: [2, 2], [1, 2, 3, 4])
    #expect(tensor[2].value == 3)
    #expect(tensor.values == [1, 2, 3, 4])
  }
}
