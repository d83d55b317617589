import SoftmaxLaws
import Testing

@Suite("The laws of the reduced softmax") struct LawReducedSoftmaxTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "soft-oracle": [.shrunk, .flushed, .lastForgotten],
    "invsoft-oracle": [.shrunk, .lastForgotten, .drifting],
    "soft-definition": [.shrunk, .flushed, .lastForgotten],
    "soft-zero-uniform": [.shrunk, .firstOff, .secondOff],
    "soft-one-is-sigmoid": [.shrunk, .flushed, .lastForgotten],
    "soft-interior": [.drifting, .negated, .firstNaN],
    "invsoft-left-inverse": [.shrunk, .flushed, .lastForgotten],
    "invsoft-right-inverse": [.shrunk, .flushed, .lastForgotten],
    "soft-no-overflow": [.shrunk, .flushed, .drifting],
    "soft-lambda-scaling": [.drifting, .argumentsClamped, .scaleIgnored],
    "soft-lambda-scaling-power-of-two": [.drifting, .argumentsClamped, .overflowing],
    "soft-permutation": [.lastForgotten, .drifting, .secondOff],
    "soft-log-odds": [.flushed, .lastForgotten, .drifting],
    "soft-pivot-change": [.lastForgotten, .drifting, .firstOff],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
