import Arithmetic
import FixtureSupport
import SoftmaxFamily
import SoftmaxReference
import Testing

@Suite("The reference") struct ReferenceTests {
  /// Whether cancellation in the definition itself widens the answers of a case.
  private static func cancels(_ operation: Operation, _ known: KnownAnswer) -> Bool {
    // σ(z) − ½ for a tiny z is z/4.
    known.tag == "cancellation"
      || operation == .binaryCrossEntropyWithLogitsGradient && known.tag == "tiny"
      // The quadratic forms of two classes with covariances of their own.
      || operation == .quadraticGaussianPosterior && known.tag == "far"
  }

  /// Whether two answers can be the same.
  private static func agree(_ value: Ball, _ answer: Ball) -> Bool {
    guard value.isReal, answer.isReal else { return value.value == answer.value }
    return value.radius.isFinite && (value - answer).mayBeZero
  }

  /// Whether a ball is narrower than `2^-90` of itself, times its logarithm where that is large: a
  /// power has the error of the logarithm that it is made from.
  private static func isSharp(_ value: Ball) -> Bool {
    let size = max(1, Double(abs(value.exponent)) / 64)
    return !value.isReal || value.isExact
      || value.radius < abs(value.significand.high) * size * 0x1p-90
  }

  @Test(arguments: Operation.allCases)
  func `encloses every known answer`(operation: Operation) throws {
    let cases = try KnownAnswers.cases(for: operation)
    #expect(cases.count > 20)
    for known in cases {
      let result = try Reference.evaluate(operation, known.arguments)
      let agrees = zip(result.elements, known.answer.elements).allSatisfy(Self.agree)
      #expect(agrees && result.shape == known.answer.shape, "line \(known.line)")
    }
  }

  @Test(arguments: Operation.allCases)
  func `is sharp to 90 bits where the definition does not cancel`(operation: Operation) throws {
    for known in try KnownAnswers.cases(for: operation) where !Self.cancels(operation, known) {
      let result = try Reference.evaluate(operation, known.arguments)
      #expect(result.elements.allSatisfy { Self.isSharp($0) }, "line \(known.line)")
    }
  }

  @Test(arguments: Operation.allCases)
  func `is narrow beside its terms where the definition cancels`(operation: Operation) throws {
    for known in try KnownAnswers.cases(for: operation) where Self.cancels(operation, known) {
      let result = try Reference.evaluate(operation, known.arguments)
      let size = known.arguments.flatMap(\.elements).map(\.magnitudeBound).reduce(1, max)
      #expect(
        result.elements.allSatisfy { $0.radiusBound < size * 0x1p-92 }, "line \(known.line)")
    }
  }

  @Test(arguments: Operation.allCases)
  func `is exactly zero where the answer is zero by algebra`(operation: Operation) throws {
    for known in try KnownAnswers.cases(for: operation) {
      let result = try Reference.evaluate(operation, known.arguments)
      let isRight = zip(result.elements, known.answer.elements).allSatisfy {
        !$1.isZero || $0.isZero
      }
      #expect(isRight, "line \(known.line)")
    }
  }

  @Test(arguments: Operation.allCases)
  func `keeps enclosing the answer where arguments are balls`(operation: Operation) throws {
    for known in try KnownAnswers.cases(for: operation) {
      let wide = known.arguments.map { tensor in
        tensor.map { $0.widened(by: $0.scaled(byPowerOfTwo: -30)) }
      }
      let result = try Reference.evaluate(operation, wide)
      let holds = zip(result.elements, known.answer.elements).allSatisfy { value, answer in
        value.isReal && answer.isReal ? (value - answer).mayBeZero : !value.isNaN
      }
      #expect(holds, "line \(known.line)")
    }
  }

  @Test func `rejects shapes that do not fit`() {
    #expect(throws: ShapeMismatch.self) {
      try Reference.evaluate(.scaledSoftmax, [Tensor([1, 2] as [Double])])
    }
  }

  @Test func `is a function of laws, with nothing between its two views`() throws {
    let function = Reference.function(.softmax)
    let x = Tensor([0.5, 1.5] as [Double])
    #expect(function.contract == nil)
    #expect(function.bound { _ in 1 } == 0)
    let answer = try function.answer([x])
    #expect(answer.returned.values == answer.enclosure.values)
    #expect(try function(x).values == answer.returned.values)
    #expect(throws: CallFailure.unsupported("2 arguments expected (x[n], v[n]), not 1")) {
      try Reference.function(.softmaxVectorJacobianProduct)(x)
    }
  }
}
