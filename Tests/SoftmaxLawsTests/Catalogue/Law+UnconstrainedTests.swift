import SoftmaxLaws
import Testing

@Suite("The laws of unconstrained problems") struct LawUnconstrainedTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "unconstrained-kl-optimum-gradient": [.shrunk, .lastForgotten, .drifting],
    "unconstrained-kl-optimum-value": [.shrunk, .lastForgotten, .drifting],
    "unconstrained-kl-optimum-definite": [.shrunk, .lastForgotten, .drifting],
    "soft-taylor-first-order": [.shrunk, .lastForgotten, .drifting],
    "soft-lambda-scaling-of-inverse": [.drifting, .clamped, .shifted],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
