import Arithmetic
import SoftmaxFamily
import SoftmaxReference
import Testing

@Suite("The reference's derivatives") struct ReferenceDerivativesTests {
  @Test func `are products with the Jacobian`() throws {
    let x = Tensor([0.5, -1, 2, 2.25] as [Double])
    let v = Tensor([1, -3, 0.125, 7] as [Double])
    let jacobian = try Reference.evaluate(.softmaxJacobian, [x, 1])
    let product = jacobian.times(v.asRow.transposed).flattened
    for operation in [Operation.softmaxVectorJacobianProduct, .softmaxJacobianVectorProduct] {
      let difference = try Reference.evaluate(operation, [x, v]) - product
      #expect(difference.elements.allSatisfy { $0.mayBeZero && $0.radiusBound < 0x1p-95 })
    }
  }

  @Test func `are sharp where one entry decides`() throws {
    let x = Tensor([0, -40, -800] as [Double])
    let v = Tensor([0.3, -2, 5] as [Double])
    let product = try Reference.evaluate(.softmaxVectorJacobianProduct, [x, v])
    #expect(product.elements.allSatisfy { $0.radius < abs($0.significand.high) * 0x1p-95 })
  }

  @Test func `are zero at masked entries`() throws {
    let x = Tensor([0.5, -.infinity, 1])
    let v = Tensor([1, 2, 3] as [Double])
    #expect(try Reference.evaluate(.softmaxVectorJacobianProduct, [x, v])[1].isZero)
    let jacobian = try Reference.evaluate(.softmaxJacobian, [x, 1])
    #expect(jacobian.row(1).elements.allSatisfy { $0.isZero })
    #expect(jacobian.column(1).elements.allSatisfy { $0.isZero })
  }

  @Test func `have rows and columns that sum to zero`() throws {
    let x = Tensor([3, 1, -2, 0.5] as [Double])
    let jacobian = try Reference.evaluate(.softmaxJacobian, [x, 2.5])
    for i in 0..<4 {
      #expect(jacobian.row(i).sum.scalar.mayBeZero && jacobian.column(i).sum.scalar.mayBeZero)
    }
  }
}
