import SoftmaxLaws
import Testing

@Suite("The laws of α-ReLU") struct LawAlphaReLUTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "arelu-formula": [.shrunk, .flushed, .lastForgotten],
    "arelu-elementwise": [.lastForgotten, .drifting, .firstOff],
    "arelu-equals-entmax-at-tau": [.shrunk, .lastForgotten],
    "arelu-monotone": [.reversed, .rotated, .negated],
    "arelu-zero": [.shifted, .negated, .drifting],
    "arelu-jacobian": [.shrunk, .flushed, .lastForgotten],
    "arelu-jacobian-formula": [.shrunk, .flushed, .lastForgotten],
    "arelu-loss": [.shrunk, .doubled, .lastForgotten],
    "arelu-loss-gradient-oracle": [.shrunk, .flushed, .lastForgotten],
    "arelu-loss-gradient": [.shrunk, .flushed, .lastForgotten],
    "arelu-loss-nonneg": [.negated, .firstNaN],
    "arelu-loss-zero": [.firstShifted, .one],
    "arelu-loss-convex": [.negated, .firstNaN],
    "arelu-loss-tau-derivative": [.shrunk, .doubled],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
