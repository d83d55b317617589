import SoftmaxLaws
import Testing

@Suite("The laws of weights of categorical cross-entropy") struct LawCategoricalWeightsTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "cce-gradient-class-weights": [.flushed, .clamped, .overflowing],
    "cce-label-smoothing": [.shrunk, .lastForgotten, .drifting],
    "cce-confidence": [.shrunk, .lastForgotten, .drifting],
    "cce-confidence-argmax": [.shrunk, .lastForgotten, .signless],
    "cce-perfect-limit": [.shrunk, .lastForgotten, .drifting],
    "reduction-consistency": [.lastForgotten, .drifting, .clamped],
    "reduction-consistency-ignored": [.lastForgotten, .overflowing, .firstNaN],
    "cce-prob-derivatives-tangent": [.lastForgotten, .reversed, .clamped],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
