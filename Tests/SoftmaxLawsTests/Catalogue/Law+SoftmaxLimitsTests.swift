import SoftmaxLaws
import Testing

@Suite("The laws of the limits of softmax") struct LawSoftmaxLimitsTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "softmax-tie-limit": [.shrunk, .lastForgotten, .drifting],
    "majorization-in-lambda": [.lastForgotten, .flushed, .signless],
    "softmin": [.drifting, .flushed, .signless],
    "smoothmax-gap-attained": [.shrunk, .negated, .firstNaN],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
