import SoftmaxLaws
import Testing

@Suite("The laws of logistic regression") struct LawLogisticRegressionTests {
  /// What each law has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "logreg-oracle": [.shrunk, .lastForgotten, .signless],
    "logreg-gradient-oracle": [.shrunk, .flushed, .lastForgotten],
    "logreg-gradient": [.shrunk, .flushed, .rotated],
    "logreg-convex": [.negated, .signless],
    "logreg-redundancy": [.signless, .lastForgotten],
    "logreg-two-class-reduction": [.shrunk, .doubled, .lastForgotten],
    "logreg-gradient-at-zero": [.shrunk, .negated, .rotated],
    "logreg-separable": [.doubled, .negated, .signless],
    "logreg-l2-unique": [.negated, .rotated, .lastForgotten],
    "logreg-intercept-calibration": [.shrunk, .negated, .lastForgotten],
    "logreg-row-permutation": [.lastForgotten, .firstNaN],
    "logreg-batch-additivity": [.shifted, .flushed, .lastForgotten],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
