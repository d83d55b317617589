import SoftmaxLaws
import Testing

@Suite("The laws of the entropy of softmax") struct LawEntropyOfSoftmaxTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "entropy-range-uniform": [.shrunk, .drifting, .shifted],
    "entropy-range-gap": [.lastForgotten, .drifting, .shifted],
    "entropy-lambda-derivative": [.lastForgotten, .drifting, .overflowing],
    "varentropy-max": [.lastForgotten, .drifting, .signless],
    "cce-gap-is-kl-divergence": [.shrunk, .lastForgotten, .drifting],
    "softmax-gibbs-variational-gap": [.shrunk, .lastForgotten, .drifting],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
