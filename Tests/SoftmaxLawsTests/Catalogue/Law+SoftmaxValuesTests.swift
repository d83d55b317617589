import SoftmaxLaws
import Testing

@Suite("The laws of the values of softmax") struct LawSoftmaxValuesTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "softmax-oracle": [.shrunk, .flushed, .lastForgotten],
    "scaled-softmax-oracle": [.shrunk, .flushed, .lastForgotten],
    "softmax-sum-one": [.shrunk, .flushed, .drifting],
    "softmax-nonneg-le-one": [.drifting, .firstOff, .secondOff],
    "softmax-positive": [.drifting, .negated, .firstNaN],
    "softmax-order-preserving": [.lastForgotten, .firstOff, .secondOff],
    "softmax-argmax-kept": [.lastForgotten, .firstOff, .secondOff],
    "softmax-singleton": [.shrunk, .drifting, .firstOff],
    "softmax-uniform": [.shrunk, .firstOff, .secondOff],
    "softmax-masked": [.lastForgotten, .drifting, .firstOff],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
