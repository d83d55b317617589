import Arithmetic
import FixtureSupport
import SoftmaxFamily
import SoftmaxReference
import Testing

@Suite("The reference at bad input") struct ReferenceBadInputTests {
  /// Numbers that no operation is made for, among those that it is.
  private static let numbers: [Double] = [
    .nan, .infinity, -.infinity, 0, -0.0, 0x1p-1074, -0x1p-1074, 1, -1, 0.5, 0.25, 2, 1.5, -0.5,
    1e308,
    -1e308, 745, -745, 11_999, -12_001, 1 - 0x1p-53,
  ]

  /// Arguments of a signature with such numbers, none to three along every axis.
  private static func arguments(_ signature: Signature, _ random: inout TestRandom) -> [Tensor] {
    var lengths: [String: Int] = [:]
    return signature.parameters.map { parameter in
      let shape = parameter.dimensions.map { dimension in
        let length = lengths[dimension.name] ?? random.integer(in: 0...3)
        lengths[dimension.name] = length
        return length + dimension.excess
      }
      let isWild = random.integer(in: 0...2) == 0
      let values = (0..<shape.reduce(1, *)).map { _ in
        isWild ? numbers[random.integer(in: 0...numbers.count - 1)] : random.double(in: -2...2)
      }
      return Tensor(shape: shape, values.map { Ball($0) })
    }
  }

  @Test(arguments: Operation.allCases)
  func `answers in the right shape, and never contradicts the definition`(
    operation: SoftmaxFamily.Operation
  ) throws {
    var random = TestRandom(seed: 330)
    for _ in 0..<40 {
      let arguments = Self.arguments(operation.signature, &random)
      guard let value = try? Reference.evaluate(operation, arguments) else { continue }
      guard let second = try Definition.evaluate(operation, arguments, bits: 192) else { continue }
      let agree = zip(value.elements, second).allSatisfy { ball, wide in
        !ball.isReal || (ball - Ball(enclosing: wide)).mayBeZero
      }
      guard agree, second.count == value.count else {
        Issue.record("\(operation) at \(arguments.map(\.values)): \(value.elements)")
        return
      }
    }
  }

  @Test(arguments: Operation.allCases)
  func `is rounded without an endless search`(operation: Operation) throws {
    var random = TestRandom(seed: 331)
    for _ in 0..<6 {
      let arguments = Self.arguments(operation.signature, &random)
      guard let rounding = try? CorrectRounding(of: operation, arguments, in: .binary32) else {
        continue
      }
      #expect(rounding.undecided <= rounding.escalations)
    }
  }

  @Test(arguments: Operation.allCases)
  func `is certified without a contradiction`(operation: Operation) throws {
    var random = TestRandom(seed: 332)
    for _ in 0..<6 {
      let arguments = Self.arguments(operation.signature, &random)
      guard let value = try? Reference.evaluate(operation, arguments) else { continue }
      let certified = try Reference.certify(operation, arguments)
      let agree = zip(value.elements, certified.elements).allSatisfy { first, second in
        first.isReal
          ? (first - second).mayBeZero : Self.same([first.value], [second.value])
      }
      #expect(agree && certified.shape == value.shape, "\(arguments.map(\.values))")
    }
  }

  /// Whether numbers are the same, NaN like NaN.
  private static func same(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
  }

  /// An answer that the semantics of special values ask for.
  private struct Known: Sendable {
    let operation: SoftmaxFamily.Operation
    let arguments: [[Double]]
    let answer: [Double]

    init(_ operation: SoftmaxFamily.Operation, _ arguments: [[Double]], _ answer: [Double]) {
      (self.operation, self.arguments, self.answer) = (operation, arguments, answer)
    }
  }

  private static let answers: [Known] = [
    Known(.logit, [[1.5, -0.5, 0, 1]], [.nan, .nan, -.infinity, .infinity]),
    Known(.entropy, [[1.5, -0.5]], [.nan]),
    Known(.entropy, [[]], [0]),
    Known(.klDivergence, [[0.5, 0.5], [1, 0]], [.infinity]),
    Known(.klDivergence, [[0, 1], [0, 1]], [0]),
    Known(.sigmoid, [[.nan, .infinity, -.infinity, 0]], [.nan, 1, 0, 0.5]),
    Known(.softplus, [[.nan, .infinity, -.infinity]], [.nan, .infinity, 0]),
    Known(.logSigmoid, [[.nan, .infinity, -.infinity]], [.nan, 0, -.infinity]),
    Known(.sigmoidDerivative, [[.infinity, -.infinity, 0]], [0, 0, 0.25]),
    Known(.scaledSoftmax, [[1, 2], [.nan]], [.nan, .nan]),
    Known(.scaledSoftmax, [[0, 0], [-3]], [0.5, 0.5]),
    Known(.inverseReducedSoftmax, [[0.5, 0], [1]], [-.infinity]),
    Known(.inverseReducedSoftmax, [[0, 0.5], [1]], [.infinity]),
    Known(.inverseReducedSoftmax, [[0, 0], [1]], [.nan]),
    Known(.binaryCrossEntropyWithLogits, [[1, 0], [.infinity, -.infinity]], [0]),
    Known(.binaryCrossEntropyWithLogits, [[0], [.infinity]], [.infinity]),
    Known(.binaryCrossEntropyWithLogits, [[0.5], [.infinity]], [.infinity]),
    Known(.binaryCrossEntropyWithLogits, [[1, 0], [-800, 800]], [1600]),
    Known(.binaryCrossEntropy, [[0, 1], [1, 1]], [.infinity]),
    Known(.binaryCrossEntropy, [[0, 1], [0, 1]], [0]),
  ]

  @Test func `gives the answers that the semantics of special values ask for`() throws {
    for known in Self.answers {
      let tensors = zip(known.arguments, known.operation.signature.parameters).map {
        $1.dimensions.isEmpty ? Tensor($0[0]) : Tensor($0)
      }
      let values = try Reference.evaluate(known.operation, tensors).values
      #expect(Self.same(values, known.answer), "\(known): \(values)")
    }
  }
}
