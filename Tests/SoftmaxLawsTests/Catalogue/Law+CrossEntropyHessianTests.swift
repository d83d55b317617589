import SoftmaxLaws
import Testing

@Suite("The laws of the curvature of cross-entropy") struct LawCrossEntropyHessianTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "cce-hessian-formula": [.shrunk, .doubled, .lastForgotten],
    "cce-hessian": [.shrunk, .doubled, .lastForgotten],
    "logsoftmax-hessian": [.shrunk, .doubled, .lastForgotten],
    "cce2-hessian": [.shrunk, .negated, .secondOff],
    "cce-hessian-psd": [.negated, .rotated, .firstNaN],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
