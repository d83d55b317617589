import SoftmaxLaws
import Testing

@Suite("The laws of special numbers") struct LawSpecialScalarsTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "sigmoid-special": [.nanLost, .shifted, .firstNaN],
    "softplus-special": [.nanLost, .clamped, .firstNaN],
    "logsigmoid-special": [.nanLost, .clamped, .firstNaN],
    "sigmoid-derivative-special": [.nanLost, .shifted, .firstNaN],
    "softplus-derivative-special": [.nanLost, .shifted, .firstNaN],
    "logit-special": [.nanLost, .negated, .clamped],
    "invsoft-special": [.nanLost, .negated, .clamped],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
