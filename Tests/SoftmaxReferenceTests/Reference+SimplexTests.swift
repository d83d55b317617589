import Arithmetic
import SoftmaxFamily
import SoftmaxReference
import Testing

@Suite("The reference on the simplex") struct ReferenceSimplexTests {
  private static let infinity = Double.infinity

  @Test func `takes 0 log 0 as zero`() throws {
    #expect(try referenceValues(.entropy, [0, 1]) == [0])
    #expect(try referenceValues(.klDivergence, [0, 1], Tensor([0, 1] as [Double])) == [0])
    #expect(try referenceValues(.klDivergence, [0, 1], Tensor([0.5, 0.5] as [Double]))[0] > 0.69)
  }

  @Test func `diverges where only the second distribution is zero`() throws {
    #expect(
      try referenceValues(.klDivergence, [0.5, 0.5], Tensor([0, 1] as [Double])) == [Self.infinity])
  }

  @Test func `is exactly zero between equal distributions`() throws {
    let p = [0.1, 0.2, 0.7]
    #expect(try Reference.evaluate(.klDivergence, [Tensor(p), Tensor(p)])[0].isZero)
  }

  @Test func `has infinite logits at the border`() throws {
    #expect(try referenceValues(.inverseReducedSoftmax, [0.5, 0, 0.5], 1) == [-Self.infinity, 0])
    #expect(try referenceValues(.inverseReducedSoftmax, [0, 1], 2) == [Self.infinity])
    #expect(try referenceValues(.inverseReducedSoftmax, [0, 0], 1)[0].isNaN)
  }

  @Test func `has the inverse of the reduced softmax and of its Jacobian`() throws {
    let eta = Tensor([0.5, -1.25, 3] as [Double])
    let p = try Reference.evaluate(.reducedSoftmax, [eta, 0.5])
    let back = try Reference.evaluate(.inverseReducedSoftmax, [p, 0.5])
    #expect((back - eta).elements.allSatisfy { $0.mayBeZero && $0.radiusBound < 0x1p-90 })
    let jacobian = try Reference.evaluate(.reducedSoftmaxJacobian, [eta, 0.5])
    let inverse = try Reference.evaluate(.inverseReducedSoftmaxJacobian, [p, 0.5])
    let identity = inverse.times(jacobian) - Tensor(rows: 3, columns: 3) { $0 == $1 ? 1 : 0 }
    #expect(identity.elements.allSatisfy { $0.mayBeZero && $0.radiusBound < 0x1p-90 })
  }
}
