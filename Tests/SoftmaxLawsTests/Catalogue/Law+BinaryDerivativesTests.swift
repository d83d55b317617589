import SoftmaxLaws
import Testing

@Suite("The laws of the derivatives of binary cross-entropy") struct LawBinaryDerivativesTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "bce-stable-form": [.shrunk, .lastForgotten, .drifting],
    "bce-gibbs-gap": [.shrunk, .lastForgotten, .drifting],
    "bce-minimum": [.shrunk, .lastForgotten, .drifting],
    "bce-minimum-value": [.shrunk, .lastForgotten, .drifting],
    "bce-second-derivative-difference": [.shrunk, .lastForgotten, .drifting],
    "bce-prob-derivatives": [.negated, .firstNaN, .argumentsDoubled],
    "bce-pos-weight": [.shrunk, .drifting, .flushed],
    "bce-pos-weight-gradient": [.shrunk, .drifting, .flushed],
    "bce-weight-linear": [.lastForgotten, .drifting, .clamped],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
