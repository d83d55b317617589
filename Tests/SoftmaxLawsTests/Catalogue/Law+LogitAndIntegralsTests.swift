import SoftmaxLaws
import Testing

@Suite("The laws of the logit and of integrals") struct LawLogitAndIntegralsTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "logit-inverse-of-sigmoid": [.shrunk, .lastForgotten, .drifting],
    "logit-derivative": [.shrunk, .lastForgotten, .drifting],
    "softplus-inverse": [.shrunk, .lastForgotten, .drifting],
    "softplus-integral": [.shrunk, .lastForgotten, .drifting],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
