import Arithmetic
import SoftmaxFamily
import Testing

@Suite("An implementation") struct ImplementationTests {
  /// An implementation of softmax in two formats that gives the reply whatever it is asked.
  private static func replying(_ reply: Reply) -> Implementation {
    Implementation("fixed", operations: [.softmax: [.binary32, .binary64]]) { _ in reply }
  }

  private static func call(
    _ operation: SoftmaxFamily.Operation = .softmax, in format: Format = .binary32,
    shape: [Int] = [2]
  ) -> Call {
    let values = Array(repeating: 1.0, count: 3 * shape.reduce(1, *))
    return Call(operation, in: format, rows: 3, [Call.Argument(shape: shape, values: values)])
  }

  @Test func `gives the reply of its function`() throws {
    let reply = Reply(shape: [2], values: [1, 2, 3, 4, 5, 6], rejected: [1: "no"])
    #expect(try Self.replying(reply).evaluate(Self.call()) == reply)
  }

  @Test func `offers what it says, in the order of the formats`() {
    let implementation = Self.replying(Reply(shape: [], values: []))
    #expect(implementation.offers(.softmax, in: .binary64))
    #expect(!implementation.offers(.softmax, in: .binary16))
    #expect(!implementation.offers(.entropy, in: .binary64))
    #expect(implementation.formats == [.binary32, .binary64])
  }

  @Test func `is not asked what it does not offer`() {
    let implementation = Implementation("idle", operations: [.softmax: [.binary64]]) { _ in
      Issue.record("nothing was to be asked")
      return Reply(shape: [], values: [])
    }
    #expect(throws: CallFailure.unsupported("softmax in binary32")) {
      try implementation.evaluate(Self.call())
    }
    #expect(throws: CallFailure.unsupported("argument 'x' has shape [2, 2], not x[n]")) {
      try implementation.evaluate(Self.call(in: .binary64, shape: [2, 2]))
    }
  }

  @Test(arguments: [
    (Reply(shape: [3], values: []), "softmax returned shape [3] where [2] was expected"),
    (Reply(shape: [], values: [1]), "softmax returned shape [] where [2] was expected"),
    (Reply(shape: [2], values: [1, 2]), "softmax returned 2 numbers where 6 were expected"),
  ])
  func `is not believed where the reply has the wrong shape or length`(
    reply: Reply, reason: String
  ) {
    #expect(throws: CallFailure.malformed(reason)) {
      try Self.replying(reply).evaluate(Self.call())
    }
  }

  @Test func `passes its own failures on`() {
    let implementation = Implementation("dead", operations: [.softmax: [.binary32]]) {
      _ throws(CallFailure) in throw .crashed("the process ended with signal 11")
    }
    #expect(throws: CallFailure.crashed("the process ended with signal 11")) {
      try implementation.evaluate(Self.call())
    }
  }
}
