import SoftmaxLaws
import Testing

@Suite("The laws of softmax along an axis") struct LawAxisTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "axis-oracle": [.shrunk, .rotated, .lastForgotten],
    "axis-rows": [.shrunk, .rotated, .lastForgotten],
    "axis-transposed": [.rotated, .secondOff, .firstNaN],
    "axis-slices-independent": [.firstOff, .rotated, .drifting],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
