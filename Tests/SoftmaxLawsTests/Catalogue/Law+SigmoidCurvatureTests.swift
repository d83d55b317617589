import SoftmaxLaws
import Testing

@Suite("The laws of the curvature of the sigmoid") struct LawSigmoidCurvatureTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "sigmoid-second-derivative": [.shrunk, .negated, .argumentsDoubled],
    "sigmoid-third-derivative": [.negated, .doubled, .argumentsDoubled],
    "bce-second-derivative": [.negated, .doubled, .argumentsDoubled],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
