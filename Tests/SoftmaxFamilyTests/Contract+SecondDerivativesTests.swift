import Arithmetic
import SoftmaxFamily
import Testing

@Suite("The contract of second derivatives") struct ContractSecondDerivativesTests {
  private static func contract(_ format: Format = .binary64) -> Contract {
    var claims = Claims()
    claims.subnormals = .gradual
    return Contract(claims, in: format)
  }

  @Test func `gives every element a bound`() {
    let x = Tensor([0.5, -1, 2] as [Double])
    for (operation, count) in [
      (Operation.softmaxHessian, 27), (.reducedSoftmaxHessian, 36),
      (.inverseReducedSoftmaxHessian, 18),
    ] {
      #expect(Self.contract().bounds(operation, [x.magnitudes, 1]).count == count)
    }
    let targets = Tensor([1, 0, 2] as [Double])
    #expect(
      Self.contract().bounds(.categoricalCrossEntropyWithLogitsHessian, [targets, x]).count == 9)
  }

  @Test func `is as sharp as the entry is small`() {
    let bounds = Self.contract().bounds(
      .softmaxHessian, [Tensor([0, -40, -80] as [Double]), 1])
    // ∂²g_1/∂x_1∂x_2 is about g_1 g_2, e^-120.
    #expect(bounds[9 + 3 + 2].absolute < 1e-52 * 0x1p-40)
    #expect(bounds[0].absolute > 0x1p-53)
  }

  @Test func `is none where a square overflows or a quotient would`() {
    let x = Tensor([0, 1] as [Double])
    let huge = Self.contract(.binary32).bounds(.softmaxHessian, [x, 0x1p70])
    #expect(huge == Array(repeating: .infinite, count: 8))
    let tiny = Self.contract(.binary32).bounds(
      .inverseReducedSoftmaxHessian, [Tensor([1, 0x1p-70]), 1])
    #expect(tiny[0].relative < 0x1p-20)
    #expect(tiny[1] == ErrorBound() && tiny[2] == ErrorBound())
    #expect(tiny[3] == .infinite)
  }

  @Test func `is that of softmax for each slice of a matrix`() {
    let x = Tensor(rows: [Tensor([0, 1, 5] as [Double]), Tensor([2, -3, 5] as [Double])])
    let rows = Self.contract().bounds(.softmaxAlongAxis, [x, 1])
    #expect(rows[3...5] == Self.contract().bounds(.softmax, [x.row(1)])[...])
    let columns = Self.contract().bounds(.softmaxAlongAxis, [x, 0])
    #expect([columns[1], columns[4]] == Self.contract().bounds(.softmax, [x.column(1)]))
  }
}
