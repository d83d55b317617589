import Arithmetic
import FixtureSupport
import SoftmaxFamily
import SoftmaxReference
import Testing

@Suite("The definitions in the second arithmetic") struct DefinitionTests {
  private static let defined = Operation.allCases.filter { operation in
    let cases = try? KnownAnswers.cases(for: operation)
    return cases.flatMap(\.first).flatMap {
      try? Definition.evaluate(operation, $0.arguments, bits: 128)
    } != nil
  }

  /// Whether two balls can enclose one number.
  private static func agree(_ a: Ball, _ b: Ball) -> Bool {
    !a.isReal || !b.isReal || (a - b).mayBeZero
  }

  @Test(arguments: defined)
  func `enclose every known answer`(operation: Operation) throws {
    for known in try KnownAnswers.cases(for: operation) where known.answer.count <= 40 {
      let values = try #require(
        try Definition.evaluate(operation, known.arguments, bits: 256))
      let agrees = zip(values, known.answer.elements).allSatisfy {
        Self.agree(Ball(enclosing: $0), $1)
      }
      #expect(agrees && values.count == known.answer.count, "line \(known.line)")
    }
  }

  @Test(arguments: defined)
  func `agree with the reference in every regime, and are as sharp`(operation: Operation) throws {
    for format in [Format.binary64, .binary16] {
      var inputs = TrialInputs(format, seed: 300)
      for _ in 0..<6 {
        let arguments = inputs.arguments(of: operation)
        let first = try Reference.evaluate(operation, arguments)
        let second = try #require(try Definition.certify(operation, arguments))
        let agrees = zip(first.elements, second.elements).allSatisfy(Self.agree)
        let isSharp = second.elements.allSatisfy {
          !$0.isReal || $0.isExact || $0.radius < abs($0.significand.high) * 0x1p-99
        }
        guard agrees, isSharp else {
          Issue.record("\(operation) at \(arguments)")
          return
        }
      }
    }
  }

  @Test(arguments: [
    (Operation.softmax, [[0.3, 0.3, 0.3, 0.3]], [0.25, 0.25, 0.25, 0.25]),
    (.logSoftmax, [[7.5]], [0]),
    (.sigmoidDerivative, [[0]], [0.25]),
    (.logit, [[0.5]], [0]),
    (.entropy, [[0, 1, 0]], [0]),
    (.klDivergence, [[0.5, 0.5], [0.5, 0.5]], [0]),
    (.softmaxVectorJacobianProduct, [[1, 2, 2], [1, -2, 5]], [.nan, .nan, .nan]),
    (.softmaxVectorJacobianProduct, [[1, 2, 2], [1, 3, -1]], [0, .nan, .nan]),
    (.logSoftmaxVectorJacobianProduct, [[3, 3], [1, 0.5]], [0.25, -0.25]),
    (.binaryCrossEntropyWithLogitsGradient, [[0x1p-54], [0]], [0.5 - 0x1p-54]),
  ])
  func `are exact where the answer is rational`(
    operation: Operation, arguments: [[Double]], answer: [Double]
  ) throws {
    let values = try #require(
      try Definition.evaluate(operation, arguments.map { Tensor($0) }, bits: 192))
    for (value, exact) in zip(values, answer) {
      #expect(value.isExact == !exact.isNaN)
      #expect(exact.isNaN || (value - WideBall(exact)).isZero)
    }
  }

  @Test func `reject shapes that do not fit`() {
    #expect(throws: ShapeMismatch.self) {
      try Definition.evaluate(.scaledSoftmax, [Tensor([1, 2] as [Double])], bits: 128)
    }
  }

  @Test func `keep the reference's special values`() throws {
    let x = Tensor([1, -.infinity, .nan] as [Double])
    let certified = try #require(try Definition.certify(.logSoftmax, [x]))
    #expect(certified.elements.allSatisfy { $0.isNaN })
    let masked = Tensor([1, -.infinity] as [Double])
    let rest = try #require(try Definition.certify(.logSoftmax, [masked]))
    #expect(rest.values == [0, -.infinity])
  }
}
