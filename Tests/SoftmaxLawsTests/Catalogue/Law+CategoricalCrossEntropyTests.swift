import SoftmaxLaws
import Testing

@Suite("The laws of categorical cross-entropy") struct LawCategoricalCrossEntropyTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "cce-oracle": [.shrunk, .lastForgotten, .drifting],
    "cce-prob-oracle": [.shrunk, .lastForgotten, .drifting],
    "cce-lse-form": [.shrunk, .flushed, .lastForgotten],
    "cce-one-hot": [.shrunk, .flushed, .lastForgotten],
    "cce-nonneg": [.negated, .firstNaN],
    "cce-gap-is-kl": [.lastForgotten, .firstShifted, .shifted],
    "cce-shift-invariance": [.argumentsClamped, .signless, .overflowing],
    "cce-linear-in-target": [.clamped, .firstShifted, .shifted],
    "cce-margin-bounds": [.shrunk, .lastForgotten, .drifting],
    "cce-convex": [.argumentsClamped, .signless, .clamped],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
