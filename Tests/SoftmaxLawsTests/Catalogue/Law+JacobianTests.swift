import SoftmaxLaws
import Testing

@Suite("The laws of the Jacobian of softmax") struct LawJacobianTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "softmax-jacobian-formula": [.shrunk, .flushed, .lastForgotten],
    "jacobian-row-col-sums": [.flushed, .drifting, .firstOff],
    "jacobian-symmetric": [.secondOff, .rotated, .firstNaN],
    "jacobian-offdiag-sign": [.drifting, .rotated, .shifted],
    "jacobian-trace": [.shrunk, .flushed, .lastForgotten],
    "jacobian-psd": [.drifting, .rotated, .negated],
    "jacobian-inf-norm-half": [.drifting, .firstOff, .secondOff],
    "lse-gradient": [.shrunk, .flushed, .lastForgotten],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
