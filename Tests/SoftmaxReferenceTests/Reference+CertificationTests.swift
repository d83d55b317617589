import Arithmetic
import SoftmaxFamily
import SoftmaxReference
import Testing

@Suite("A certified value") struct ReferenceCertificationTests {
  private static func certified(
    _ operation: Operation, _ arguments: Tensor...
  ) throws -> (fast: [Ball], sharp: [Ball]) {
    (
      try Reference.evaluate(operation, arguments).elements,
      try Reference.certify(operation, arguments).elements
    )
  }

  @Test func `is sharp where a result is the difference of larger numbers`() throws {
    // log(e^-1 + e^y) with y = log(1 − 1/e) is close to zero.
    let y = Tensor([-1, -0x1.d5a0f40f07f19p-2] as [Double])
    let cases: [(Operation, [Tensor])] = [
      (.logSumExp, [y]),
      // The mean of v is close to its first entry.
      (.softmaxVectorJacobianProduct, [Tensor([0, 0, 0] as [Double]), [1, 2, 0x1p-50]]),
      (.binaryCrossEntropyWithLogitsGradient, [Tensor([0.5]), Tensor([0x1p-60])]),
      (.klDivergence, [[0.5, 0.5], Tensor([0.5 - 0x1p-40, 0.5 + 0x1p-40])]),
      (.entmax, [Tensor([0, -1, -2] as [Double]), Tensor(1 + 0x1p-52)]),
    ]
    for (operation, arguments) in cases {
      let sharp = try Reference.certify(operation, arguments)
      let fast = try Reference.evaluate(operation, arguments)
      for (ball, wide) in zip(sharp.elements, fast.elements) {
        #expect(ball.isSharp(bits: Reference.sharpness), "\(operation)")
        #expect((ball - wide).mayBeZero)
      }
    }
    #expect(try !Reference.evaluate(.logSumExp, [y])[0].isSharp(bits: Reference.sharpness))
  }

  @Test func `is the first arithmetic's where nothing cancels`() throws {
    let (fast, sharp) = try Self.certified(.softmax, Tensor([0, 1, -50] as [Double]))
    for (ball, other) in zip(fast, sharp) {
      #expect(ball.significand == other.significand && ball.radius == other.radius)
    }
  }

  @Test func `encloses both sides where a derivative jumps`() throws {
    // The second entry is exactly at the threshold of sparsemax.
    let (fast, sharp) = try Self.certified(
      .sparsemaxVectorJacobianProduct, Tensor([1, 0] as [Double]), Tensor([1, 2] as [Double]))
    #expect(sharp[1].radius == fast[1].radius && sharp[1].mayBeZero && !sharp[1].isExact)
    let (first, second) = try Self.certified(
      .alphaReLUVectorJacobianProduct, Tensor([1.0]), 2, 1, Tensor([3.0]))
    #expect(second[0].radius == first[0].radius && second[0].magnitudeBound >= 3)
  }

  @Test func `of numbers that are not known exactly stays as wide as they are`() throws {
    let x = Tensor([0, 1] as [Double]).map { $0.widened(by: 0x1p-30) }
    let value = try Reference.certify(.softmax, [x])
    #expect(value.elements.allSatisfy { !$0.isSharp(bits: 40) && !$0.mayBeZero })
  }

  @Test func `needs arguments that fit`() throws {
    #expect(throws: ShapeMismatch.self) {
      try Reference.certify(.klDivergence, [Tensor([1.0]), Tensor([0.5, 0.5])])
    }
  }
}
