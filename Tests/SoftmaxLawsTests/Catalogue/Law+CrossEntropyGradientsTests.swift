import SoftmaxLaws
import Testing

@Suite("The laws of the gradients of cross-entropy") struct LawCrossEntropyGradientsTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "cce2-equals-bce": [.shrunk, .lastForgotten, .drifting],
    "cce2-gradient-antisymmetric": [.shrunk, .lastForgotten, .drifting],
    "cce2-sgd-double-step": [.shrunk, .lastForgotten, .drifting],
    "cce-gradient-mass": [.shrunk, .flushed, .lastForgotten],
    "cce-gradient": [.shrunk, .flushed, .lastForgotten],
    "cce-gradient-sum-zero": [.flushed, .drifting, .firstOff],
    "cce-prob-derivatives": [.shrunk, .lastForgotten, .drifting],
    "cce-chain-rule": [.shrunk, .flushed, .lastForgotten],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
