import SoftmaxLaws
import Testing

@Suite("The laws of NaN and of extreme logits") struct LawNotANumberTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "softmax-nan": [.zero, .nanLost, .firstNaN],
    "logsoftmax-nan": [.zero, .nanLost, .firstNaN],
    "lse-nan": [.zero, .nanLost, .firstNaN],
    "lse-gradient-nan": [.zero, .nanLost, .firstNaN],
    "softmax-signed-zeros": [.shrunk, .firstOff, .firstNaN],
    "lse-signed-zeros": [.shrunk, .shifted, .firstNaN],
    "softmax-subnormal-logits": [.shrunk, .firstOff, .firstNaN],
    "lse-subnormal-logits": [.shrunk, .shifted, .firstNaN],
    "logsoftmax-extreme": [.shrunk, .clamped, .lastForgotten],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
