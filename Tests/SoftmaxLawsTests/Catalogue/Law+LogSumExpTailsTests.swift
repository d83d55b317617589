import SoftmaxLaws
import Testing

@Suite("The laws of the tails of log-sum-exp") struct LawLogSumExpTailsTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "lse-hvp": [.shrunk, .lastForgotten, .drifting],
    "lse-third-derivative-taylor": [.shrunk, .lastForgotten, .drifting],
    "lse-lambda-family": [.shrunk, .lastForgotten, .drifting],
    "lse-log1p-tail": [.shrunk, .lastForgotten, .flushed],
    "lse-near-zero": [.drifting, .signless, .shifted],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
