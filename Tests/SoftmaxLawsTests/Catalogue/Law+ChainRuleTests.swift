import SoftmaxLaws
import Testing

@Suite("The laws of functions of a distribution") struct LawChainRuleTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "soft-taylor": [.shrunk, .negated, .scaleIgnored, .lastForgotten],
    "unconstrained-chain-gradient": [.shrunk, .rotated, .lastForgotten],
    "unconstrained-chain-hessian": [.shrunk, .negated, .scaleIgnored],
    "unconstrained-kl-gradient": [.shrunk, .rotated, .scaleIgnored],
    "unconstrained-kl-hessian": [.shrunk, .negated, .scaleIgnored],
    "unconstrained-kl-optimum": [.firstOff, .lastForgotten, .drifting],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
