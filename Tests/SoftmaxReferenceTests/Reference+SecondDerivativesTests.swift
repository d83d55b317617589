import Arithmetic
import SoftmaxFamily
import SoftmaxReference
import Testing

@Suite("The reference's second derivatives") struct ReferenceSecondDerivativesTests {
  @Test func `are sharp beside a tie, where the largest entry is about one half`() throws {
    for gap in [0x1p-52, 0x1p-1000, 0x1p-3, 1.0] {
      let hessian = try Reference.evaluate(.softmaxHessian, [Tensor([0, gap]), 1])
      #expect(hessian.elements.allSatisfy { $0.radius < abs($0.significand.high) * 0x1p-92 })
    }
    let far = try Reference.evaluate(.softmaxHessian, [Tensor([0, 0, -50] as [Double]), 1])
    #expect(far.elements.allSatisfy { $0.radius < abs($0.significand.high) * 0x1p-92 })
  }

  @Test func `are exactly zero at a tie of two`() throws {
    let hessian = try Reference.evaluate(.softmaxHessian, [Tensor([7.5, 7.5]), 3])
    #expect(hessian.elements.allSatisfy { $0.isZero })
  }

  @Test func `are zero at masked entries`() throws {
    let hessian = try Reference.evaluate(.softmaxHessian, [Tensor([0.5, -.infinity, 1]), 1])
    for i in 0..<3 {
      for j in 0..<3 { #expect(hessian[1, i, j].isZero && hessian[i, 1, j].isZero) }
    }
    #expect(!hessian[0, 0, 2].isZero)
  }

  @Test func `leave a row without a softmax undefined`() throws {
    for x in [Tensor([.nan, 1]), Tensor([.infinity, 1]), Tensor([-.infinity, -.infinity])] {
      let hessian = try Reference.evaluate(.softmaxHessian, [x, 1])
      #expect(hessian.elements.allSatisfy { $0.isNaN })
    }
  }

  @Test func `take softmax along the axes there are`() throws {
    let x = Tensor(rows: [Tensor([0, 1] as [Double]), Tensor([0, 1] as [Double])])
    #expect(try Reference.evaluate(.softmaxAlongAxis, [x, 0]).values == [0.5, 0.5, 0.5, 0.5])
    let rows = try Reference.evaluate(.softmaxAlongAxis, [x, 1])
    #expect(rows.row(1).sum.scalar.mayBeZero == false && rows[0].value < 0.27)
    let other = try Reference.evaluate(.softmaxAlongAxis, [x, 2])
    #expect(other.elements.allSatisfy { $0.isNaN })
  }
}
