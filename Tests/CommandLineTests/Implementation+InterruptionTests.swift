import Arithmetic
import Foundation
import SoftmaxFamily
import Testing

@testable import softmax_laws

@Suite("An implementation that can be interrupted")
struct ImplementationInterruptionTests {
  private typealias Operation = SoftmaxFamily.Operation

  @Test func `answers until the signal, and is the same otherwise`() throws {
    let interruption = Interruption()
    let zero = Implementation(
      "zero", version: "1", language: "swift", operations: [Operation.logSumExp: [.binary64]]
    ) { _ in Reply(shape: [], values: [0]) }
    let implementation = zero.until(interruption)
    #expect(implementation.name == "zero")
    #expect(implementation.version == "1")
    #expect(implementation.language == "swift")
    #expect(implementation.operations == zero.operations)
    #expect(implementation.claims == zero.claims)
    let call = Call(.logSumExp, in: .binary64, [.init(shape: [1], values: [0])])
    #expect(try implementation.evaluate(call) == Reply(shape: [], values: [0]))
    interruption.note(SIGINT)
    #expect(throws: CallFailure.crashed("interrupted")) { try implementation.evaluate(call) }
  }
}
