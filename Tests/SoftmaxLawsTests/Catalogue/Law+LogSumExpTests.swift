import SoftmaxLaws
import Testing

@Suite("The laws of log-sum-exp") struct LawLogSumExpTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "lse-oracle": [.shrunk, .flushed, .lastForgotten],
    "lse-ge-max": [.shrunk, .lastForgotten, .drifting],
    "lse-le-max-ln-n": [.shrunk, .drifting, .firstOff],
    "lse-jensen-mean": [.shrunk, .lastForgotten, .drifting],
    "lse-singleton": [.shrunk, .flushed, .drifting],
    "lse-replicate": [.shrunk, .firstOff, .firstShifted],
    "lse-replicate-zeros": [.shrunk, .shifted, .negated],
    "lse-neg-inf-identity": [.lastForgotten, .argumentsClamped, .signless],
    "lse-all-masked": [.argumentsClamped, .signless, .clamped],
    "lse-extreme-finite": [.overflowing, .firstNaN, .infinite],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
