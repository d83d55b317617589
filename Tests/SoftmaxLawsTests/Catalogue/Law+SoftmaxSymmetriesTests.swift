import SoftmaxLaws
import Testing

@Suite("The laws of the symmetries of softmax") struct LawSoftmaxSymmetriesTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "softmax-shift-invariance": [.drifting, .argumentsClamped, .signless],
    "softmax-permutation": [.lastForgotten, .drifting, .firstOff],
    "softmax-odds-ratio": [.flushed, .lastForgotten, .drifting],
    "softmax-subset-consistency": [.shrunk, .flushed, .lastForgotten],
    "softmax-grouping": [.shrunk, .flushed, .lastForgotten],
    "softmax-product-of-experts": [.shrunk, .flushed, .drifting],
    "softmax-of-log-p": [.shrunk, .flushed, .lastForgotten],
    "softmax-logsoftmax-fixpoint": [.shrunk, .flushed, .lastForgotten],
    "softmax-two-is-sigmoid": [.shrunk, .flushed, .lastForgotten],
    "softmax-component-as-sigmoid": [.shrunk, .flushed, .lastForgotten],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
