import SoftmaxLaws
import Testing

@Suite("The laws of the network") struct LawDenseClassifierTests {
  /// What each law has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "network-loss-oracle": [.shrunk, .signless, .lastForgotten],
    "network-gradient-oracle": [.shrunk, .flushed, .rotated],
    "keras-hidden-gradient": [.reversed, .lastForgotten, .signless],
    "network-sgd-double-step": [.rotated, .shifted, .lastForgotten],
    "network-head-gradient-sums": [.rotated, .shifted],
    "network-mean-over-rows": [.flushed, .lastForgotten],
    "network-row-permutation": [.lastForgotten, .firstNaN],
    "network-dead-relu": [.shifted, .rotated, .signless],
    "network-layer-balance": [.firstOff, .rotated, .flushed],
    "network-unit-permutation": [.lastForgotten, .firstNaN],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
