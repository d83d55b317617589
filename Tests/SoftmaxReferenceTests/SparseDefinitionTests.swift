import Arithmetic
import SoftmaxFamily
import SoftmaxReference
import Testing

/// Exact results of the sparse maps, most of them half-way between two values of a format.
@Suite("The sparse maps by their definitions") struct SparseDefinitionTests {
  private static func exact(_ operation: Operation, _ arguments: Tensor...) throws -> [WideBall] {
    try #require(try Definition.evaluate(operation, arguments, bits: 256))
  }

  private static func isExactly(_ x: WideBall, _ value: Double) -> Bool {
    (x - WideBall(value, precision: 256)).isZero
  }

  @Test func `are one over the number of equal entries for every alpha`() throws {
    for alpha in [1.25, 1.5, 1.0996, 2, 3, 7.3] {
      let p = try Self.exact(.entmax, Tensor([0.3, 0.3, -1e9, 0.3, 0.3]), Tensor(alpha))
      #expect(Self.isExactly(p[0], 0.25) && p[2].isZero)
      let loss = try Self.exact(
        .entmaxLoss, Tensor([0.25, 0.25, 0.25, 0.25, 0]), Tensor([16, 16, 16, 0, 16] as [Double]),
        Tensor(alpha))
      #expect(Self.isExactly(loss[0], 4))
    }
  }

  @Test func `are rational where two entries are for alpha 3`() throws {
    // p² − q² = 2δ and p + q = 1.
    let p = try Self.exact(.entmax, Tensor([0, -0.25] as [Double]), 3)
    #expect(Self.isExactly(p[0], 0.75) && Self.isExactly(p[1], 0.25))
    // 2p + q = 1 with ρ = 1 − 2δ·3 a square: δ = 5/54, far from a double; so enclosed.
    let three = try Self.exact(.entmax, Tensor([0, 0, -0.0625] as [Double]), 3)
    let sum = three[0] + three[1] + three[2] - 1
    #expect(sum.mayBeZero && three[0].isSharp(bits: 200))
    let square = three[0] * three[0] - three[2] * three[2] - WideBall(0.125)
    #expect(square.mayBeZero)
  }

  @Test func `have losses over one denominator`() throws {
    // ½Σ_S z² − ½kτ² with three entries in the support: thirds on the way, none in the end.
    let z = [0.25, 0.25, 0.5] as [Double]
    let loss = try Self.exact(.sparsemaxLoss, Tensor([0, 0, 1] as [Double]), Tensor(z))
    #expect(Self.isExactly(loss[0], 0.1875))
    let relu = try Self.exact(
      .alphaReLULoss, Tensor([1, 0] as [Double]), Tensor([2, 4] as [Double]), 1.5, 0.8125)
    #expect(relu[0].isExact)
  }

  @Test func `jump where an entry is at the threshold and alpha is two or more`() throws {
    let (z, v) = (Tensor([1, 0] as [Double]), Tensor([1, 2] as [Double]))
    #expect(try Reference.certify(.sparsemaxVectorJacobianProduct, [z, v])[1].mayBeZero)
    let smooth = try Reference.certify(
      .entmax15VectorJacobianProduct, [Tensor([2, 0] as [Double]), v])
    #expect(smooth.elements.allSatisfy { $0.isZero || $0.isSharp(bits: 92) })
  }
}
