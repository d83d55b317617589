import SoftmaxLaws
import Testing

@Suite("The laws of the Hessian of logistic regression") struct LawLogisticRegressionHessianTests {
  /// What each law has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "logreg-multi-hessian-sign": [.negated, .shrunk, .lastForgotten],
    "logreg-hessian": [.negated, .shrunk, .rotated],
    "logreg-hessian-psd-singular": [.negated, .flushed, .secondOff],
    "logreg-bohning": [.doubled, .shifted, .argumentsDoubled],
    "logreg-newton-step": [.shrunk, .negated, .lastForgotten],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
