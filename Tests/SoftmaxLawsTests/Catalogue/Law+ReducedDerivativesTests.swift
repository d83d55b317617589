import SoftmaxLaws
import Testing

@Suite("The laws of the derivatives of the reduced softmax") struct LawReducedDerivativesTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "soft-jacobian-formula": [.shrunk, .flushed, .lastForgotten],
    "invsoft-jacobian-formula": [.shrunk, .lastForgotten, .drifting],
    "soft-derivative-sums": [.flushed, .drifting, .firstOff],
    "inverse-function-theorem": [.shrunk, .flushed, .lastForgotten],
    "soft-projector": [.shrunk, .flushed, .lastForgotten],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
