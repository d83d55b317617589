import SoftmaxLaws
import Testing

@Suite("The laws of labels that do not exclude each other") struct LawMultipleLabelsTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "multilabel-product-softmax": [.shrunk, .lastForgotten, .drifting],
    "multilabel-product-softmax-loss": [.shrunk, .lastForgotten, .drifting],
    "multilabel-not-exclusive": [.shrunk, .lastForgotten, .drifting],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
