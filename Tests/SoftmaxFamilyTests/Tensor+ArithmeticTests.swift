import Arithmetic
import SoftmaxFamily
import Testing

@Suite("Arithmetic of tensors") struct TensorArithmeticTests {
  private static let x = Tensor([1, -2, 4] as [Double])
  private static let y = Tensor([2, 8, -1] as [Double])

  @Test func `works element by element`() {
    #expect((Self.x + Self.y).values == [3, 6, 3])
    #expect((Self.x - Self.y).values == [-1, -10, 5])
    #expect((Self.x * Self.y).values == [2, -16, -4])
    #expect((Self.x / Self.y).values == [0.5, -0.25, -4])
    #expect((-Self.x).values == [-1, 2, -4])
  }

  @Test func `spreads scalars`() {
    #expect((Self.x - 1).values == [0, -3, 3])
    #expect((1 - Self.x).values == [0, 3, -3])
    #expect((2 * Self.x).shape == [3])
  }

  @Test func `sums, multiplies and finds extremes`() {
    #expect(Self.x.sum.scalar.value == 3)
    #expect(Self.x.dot(Self.y).scalar.value == -18)
    #expect(Self.x.max.scalar.value == 4 && Self.x.min.scalar.value == -2)
    let wide = Tensor([Ball(1), Ball(0).widened(by: Double(5))])
    #expect(!(wide.max - 4).scalar.isNegative && !(wide.min + 4).scalar.isPositive)
    #expect(Self.x.magnitudes.values == [1, 2, 4])
  }

  @Test func `has neutral results for nothing`() {
    let empty = Tensor([] as [Double])
    #expect(empty.sum.scalar.isZero)
    #expect(empty.max.scalar.value == -.infinity && empty.min.scalar.value == .infinity)
  }

  @Test func `applies functions to every element`() {
    #expect(Tensor([0, -.infinity]).exp.values == [1, 0])
    #expect(Tensor([1, 0] as [Double]).log.values == [0, -.infinity])
    #expect(Self.x.map { $0 + 1 }.shape == [3])
  }
}
