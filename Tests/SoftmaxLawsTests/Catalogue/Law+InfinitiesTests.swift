import SoftmaxLaws
import Testing

@Suite("The laws of infinite and of no logits") struct LawInfinitiesTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "softmax-fully-masked": [.one, .nanLostInLongRows, .firstNaN],
    "logsoftmax-fully-masked": [.one, .nanLostInLongRows, .firstNaN],
    "lse-gradient-fully-masked": [.one, .nanLostInLongRows, .firstNaN],
    "softmax-infinite": [.one, .nanLostInLongRows, .firstNaN],
    "logsoftmax-infinite": [.one, .nanLostInLongRows, .firstNaN],
    "lse-infinite": [.one, .negated, .clamped],
    "softmax-empty": [.neverEmpty, .neverEmpty],
    "logsoftmax-empty": [.neverEmpty, .neverEmpty],
    "sigmoid-empty": [.neverEmpty, .neverEmpty],
    "lse-empty": [.one, .negated, .firstNaN],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
