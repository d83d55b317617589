import SoftmaxLaws
import Testing

@Suite("The laws of softmax merged from parts") struct LawSoftmaxMergingTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "softmax-duplicate-merge": [.lastForgotten, .drifting, .flushed],
    "softmax-online-merge": [.shrunk, .lastForgotten, .drifting],
    "softmax-reciprocal-form": [.shrunk, .lastForgotten, .drifting],
    "softmax-sum-one-scaled": [.shrunk, .drifting, .flushed],
    "softmax-nonneg-le-one-scaled": [.drifting, .overflowing, .shifted],
    "softmax-odds-ratio-scaled": [.lastForgotten, .drifting, .flushed],
    "softmax-scale-power-of-two": [.drifting, .argumentsClamped, .overflowing],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
