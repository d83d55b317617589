import SoftmaxLaws
import Testing

@Suite("The laws of the sigmoid") struct LawSigmoidTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "sigmoid-oracle": [.shrunk, .flushed, .lastForgotten],
    "sigmoid-zero": [.shrunk, .firstOff, .secondOff],
    "sigmoid-range": [.drifting, .firstOff, .secondOff],
    "sigmoid-reflection": [.shrunk, .flushed, .firstOff],
    "sigmoid-monotone": [.signless, .negated, .firstNaN],
    "sigmoid-addition": [.shrunk, .flushed, .drifting],
    "sigmoid-odds": [.flushed, .lastForgotten, .drifting],
    "sigmoid-tail": [.shrunk, .flushed, .lastForgotten],
    "sigmoid-derivative": [.shrunk, .flushed, .lastForgotten],
    "sigmoid-ode": [.shrunk, .flushed, .lastForgotten],
    "logit-oracle": [.shrunk, .lastForgotten, .drifting],
    "logit-inverse": [.shrunk, .lastForgotten, .drifting],
    "logit-reflection": [.drifting, .firstShifted, .shifted],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
