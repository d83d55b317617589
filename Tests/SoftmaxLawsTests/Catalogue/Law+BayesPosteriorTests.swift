import SoftmaxLaws
import Testing

@Suite("The laws of Bayes' rule") struct LawBayesPosteriorTests {
  /// What each law has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "bayes-log-odds": [.shrunk, .argumentsDoubled, .reversed],
    "softmax-of-joint": [.shrunk, .flushed, .lastForgotten],
    "bayes-sequential": [.firstOff, .flushed, .argumentsDoubled],
    "prior-odds-shift": [.shrunk, .rotated, .lastForgotten],
    "posterior-sum-one": [.shrunk, .doubled, .firstOff],
    "posterior-permutation": [.firstOff, .rotated, .lastForgotten],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
