import SoftmaxLaws
import Testing

@Suite("The laws of softmax as an operator") struct LawOperatorTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "softmax-lipschitz-p": [.argumentsDoubled, .doubled, .firstNaN],
    "softmax-lipschitz-inf-1": [.argumentsDoubled, .doubled, .firstNaN],
    "softmax-tv-tanh": [.drifting, .firstOff, .secondOff],
    "softmax-monotone-operator": [.argumentsClamped, .rotated, .reversed],
    "softmax-cocoercive": [.flushed, .lastForgotten, .drifting],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
