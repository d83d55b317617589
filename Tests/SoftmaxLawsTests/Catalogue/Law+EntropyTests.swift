import SoftmaxLaws
import Testing

@Suite("The laws of entropy and divergence") struct LawEntropyTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "entropy-oracle": [.shrunk, .flushed, .lastForgotten],
    "kl-oracle": [.shrunk, .lastForgotten, .drifting],
    "entropy-range": [.lastForgotten, .argumentsDoubled, .negated],
    "entropy-formula": [.shrunk, .flushed, .lastForgotten],
    "kl-nonneg": [.lastForgotten, .drifting, .firstShifted],
    "pinsker": [.lastForgotten, .negated, .zero],
    "softmax-gibbs-variational": [.shrunk, .lastForgotten, .drifting],
    "softmax-kl-bregman": [.shrunk, .flushed, .lastForgotten],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
