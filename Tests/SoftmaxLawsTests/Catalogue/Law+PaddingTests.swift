import SoftmaxLaws
import Testing

@Suite("The laws of padding and of other formats") struct LawPaddingTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "padded-softmax": [.firstNaN, .shifted, .rotated],
    "padded-logsoftmax": [.firstNaN, .rotated, .reversed],
    "padded-lse": [.lastForgotten, .drifting, .firstNaN],
    "padded-vjp": [.rotated, .shifted, .reversed],
    "precision-refinement-softmax": [.shrunk, .lastForgotten, .firstOff],
    "precision-refinement-lse": [.shrunk, .negated, .firstNaN],
    "precision-refinement-sigmoid": [.shrunk, .rotated, .firstOff],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
