import SoftmaxLaws
import Testing

@Suite("The laws of log-sum-exp as a function") struct LawLogSumExpFunctionTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "lse-shift-equivariance": [.shrunk, .drifting, .firstOff],
    "lse-associative": [.shrunk, .flushed, .lastForgotten],
    "lse-permutation": [.lastForgotten, .drifting, .firstNaN],
    "lse-two-softplus": [.shrunk, .flushed, .lastForgotten],
    "lse-monotone": [.signless, .negated, .firstNaN],
    "lse-convex": [.flushed, .argumentsClamped, .clamped],
    "lse-inf-lipschitz": [.argumentsDoubled, .doubled, .firstNaN],
    "lse-subadditive": [.argumentsClamped, .clamped, .negated],
    "lse-first-order-bounds": [.shrunk, .flushed, .lastForgotten],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
