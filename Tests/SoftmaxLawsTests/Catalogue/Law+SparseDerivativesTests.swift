import SoftmaxLaws
import Testing

@Suite("The laws of the derivatives of the sparse maps") struct LawSparseDerivativesTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "sparsemax-jacobian": [.shrunk, .shifted, .lastForgotten],
    "entmax15-jacobian": [.shrunk, .flushed, .lastForgotten],
    "entmax-jacobian": [.shrunk, .flushed, .lastForgotten],
    "sparsemax-jacobian-projector": [.shrunk, .drifting, .doubled],
    "sparsemax-jacobian-trace": [.shrunk, .doubled, .one],
    "sparsemax-vjp-ones": [.drifting, .firstShifted, .shifted],
    "entmax15-vjp-ones": [.drifting, .firstShifted, .shifted],
    "entmax-jacobian-symmetric": [.drifting, .firstShifted, .firstOff],
    "entmax-jacobian-formula": [.shrunk, .flushed, .lastForgotten],
    "sparsemax-vjp-masked-zero": [.drifting, .shifted, .firstNaN],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
