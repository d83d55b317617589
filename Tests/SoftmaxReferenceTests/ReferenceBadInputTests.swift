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
    operation: Operation
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

  /// Whether numbers are the same, NaN like NaN.
  private static func same(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
  }

  @Test(arguments: [
    (Operation.logit, [[1.5, -0.5, 0, 1]], [.nan, .nan, -.infinity, .infinity]),
    (.entropy, [[1.5, -0.5]], [.nan]),
    (.entropy, [[]], [0]),
    (.klDivergence, [[0.5, 0.5], [1, 0]], [.infinity]),
    (.klDivergence, [[0, 1], [0, 1]], [0]),
    (.sigmoid, [[.nan, .infinity, -.infinity, 0]], [.nan, 1, 0, 0.5]),
    (.softplus, [[.nan, .infinity, -.infinity]], [.nan, .infinity, 0]),
    (.logSigmoid, [[.nan, .infinity, -.infinity]], [.nan, 0, -.infinity]),
    (.sigmoidDerivative, [[.infinity, -.infinity, 0]], [0, 0, 0.25]),
    (.scaledSoftmax, [[1, 2], [.nan]], [.nan, .nan]),
    (.scaledSoftmax, [[0, 0], [-3]], [0.5, 0.5]),
    (.inverseReducedSoftmax, [[0.5, 0], [1]], [-.infinity]),
    (.inverseReducedSoftmax, [[0, 0.5], [1]], [.infinity]),
    (.inverseReducedSoftmax, [[0, 0], [1]], [.nan]),
    (.binaryCrossEntropyWithLogits, [[1, 0], [.infinity, -.infinity]], [0]),
    (.binaryCrossEntropyWithLogits, [[0], [.infinity]], [.infinity]),
    (.binaryCrossEntropyWithLogits, [[0.5], [.infinity]], [.infinity]),
    (.binaryCrossEntropyWithLogits, [[1, 0], [-800, 800]], [1600]),
    (.binaryCrossEntropy, [[0, 1], [1, 1]], [.infinity]),
    (.binaryCrossEntropy, [[0, 1], [0, 1]], [0]),
  ])
  func `gives the answers that the semantics of special values ask for`(
    operation: Operation, arguments: [[Double]], answer: [Double]
  ) throws {
    let tensors = zip(arguments, operation.signature.parameters).map { values, parameter in
      parameter.dimensions.isEmpty ? Tensor(values[0]) : Tensor(values)
    }
    let values = try Reference.evaluate(operation, tensors).values
    #expect(Self.same(values, answer), "\(values)")
  }
}
