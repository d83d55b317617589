import SoftmaxLaws
import Testing

@Suite("The laws of binary cross-entropy") struct LawBinaryCrossEntropyTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "bce-oracle": [.shrunk, .lastForgotten, .drifting],
    "bce-prob-oracle": [.shrunk, .lastForgotten, .drifting],
    "bce-composition": [.shrunk, .lastForgotten, .drifting],
    "bce-affine-in-target": [.shrunk, .flushed, .lastForgotten],
    "bce-hard-labels": [.shrunk, .flushed, .lastForgotten],
    "bce-reflection": [.drifting, .signless, .argumentsDoubled],
    "bce-nonneg": [.argumentsDoubled, .negated, .firstNaN],
    "bce-nonneg-soft": [.negated, .firstNaN, .argumentsDoubled],
    "bce-gibbs": [.shrunk, .lastForgotten, .drifting],
    "bce-gradient": [.shrunk, .flushed, .lastForgotten],
    "bce-extreme-finite": [.overflowing, .firstNaN, .infinite],
    "multilabel-sum": [.flushed, .lastForgotten, .drifting],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
