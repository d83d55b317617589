import SoftmaxLaws
import Testing

@Suite("The laws of the derivatives of the sigmoid") struct LawSigmoidDerivativesTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "sigmoid-tanh": [.shrunk, .lastForgotten, .drifting],
    "sigmoid-range-below-one": [.drifting, .shifted, .firstNaN],
    "sigmoid-subnormal": [.drifting, .negated, .firstNaN],
    "sigmoid-derivative-sech": [.shrunk, .lastForgotten, .drifting],
    "sigmoid-second-derivative-taylor": [.shrunk, .lastForgotten, .drifting],
    "sigmoid-third-derivative-taylor": [.shrunk, .lastForgotten, .drifting],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
