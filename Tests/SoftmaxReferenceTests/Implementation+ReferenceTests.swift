import Arithmetic
import SoftmaxFamily
import SoftmaxReference
import Testing

@Suite("The reference as an implementation") struct ImplementationReferenceTests {
  private static func argument(_ shape: [Int], _ values: [Double]) -> Call.Argument {
    Call.Argument(shape: shape, values: values)
  }

  @Test func `offers every operation in every format`() {
    for operation in Operation.allCases {
      for format in Format.allCases {
        #expect(Implementation.reference.offers(operation, in: format))
      }
    }
  }

  @Test func `answers row by row, each number correctly rounded`() throws {
    let call = Call(.softmax, in: .binary16, rows: 2, [Self.argument([2], [0, 0, 0, 1])])
    let reply = try Implementation.reference.evaluate(call)
    #expect(reply.shape == [2])
    #expect(reply.values == [0.5, 0.5, 0.26904296875, 0.73095703125])
  }

  @Test func `answers special values as the reference does`() throws {
    let row = Self.argument([3], [1, .nan, 2])
    let reply = try Implementation.reference.evaluate(Call(.softmax, in: .binary32, [row]))
    #expect(reply.values.allSatisfy { $0.isNaN })
    let empty = Call(.logSumExp, in: .binary64, [Self.argument([0], [])])
    #expect(try Implementation.reference.evaluate(empty).values == [-.infinity])
  }

  @Test func `rejects shapes that do not fit`() {
    let call = Call(.softmax, in: .binary64, [Self.argument([], [1])])
    #expect(throws: CallFailure.self) { try Implementation.reference.evaluate(call) }
  }
}
