import SoftmaxLaws
import Testing

@Suite("The laws of log-softmax") struct LawLogSoftmaxTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "logsoftmax-oracle": [.shrunk, .flushed, .lastForgotten],
    "logsoftmax-nonpositive": [.drifting, .firstShifted, .shifted],
    "logsoftmax-exp": [.shrunk, .flushed, .lastForgotten],
    "logsoftmax-normalised": [.shrunk, .flushed, .lastForgotten],
    "logsoftmax-idempotent": [.shrunk, .flushed, .drifting],
    "logsoftmax-differences": [.shrunk, .flushed, .lastForgotten],
    "logsoftmax-finite": [.overflowing, .firstNaN, .infinite],
    "logsoftmax-shift": [.drifting, .argumentsClamped, .signless],
    "logsoftmax-vjp": [.shrunk, .flushed, .lastForgotten],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
