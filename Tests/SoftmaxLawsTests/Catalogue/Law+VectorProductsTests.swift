import SoftmaxLaws
import Testing

@Suite("The laws of products with the Jacobian") struct LawVectorProductsTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "vjp-formula": [.shrunk, .flushed, .lastForgotten],
    "jvp-formula": [.shrunk, .flushed, .lastForgotten],
    "vjp-ones": [.drifting, .firstShifted, .shifted],
    "jvp-ones": [.drifting, .overflowing, .shifted],
    "vjp-linear-power-of-two": [.drifting, .flushed, .argumentsClamped],
    "vjp-jvp-adjoint": [.shrunk, .flushed, .lastForgotten],
    "vjp-equals-jvp": [.shrunk, .flushed, .lastForgotten],
    "vjp-linear": [.flushed, .drifting, .argumentsClamped],
    "vjp-basis-rows": [.shrunk, .flushed, .lastForgotten],
    "jacobian-variance-form": [.shrunk, .flushed, .lastForgotten],
    "vjp-masked-zero": [.lastForgotten, .drifting, .argumentsClamped],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
