public import Arithmetic
import PropertyEngine
import SoftmaxFamily
public import SoftmaxLaws

extension Check {
  /// The number of cases that a law takes to fail in a format, or `nil` if it does not.
  ///
  /// The same cases as those of `result(of:in:)`, without a search for a simpler one. A call
  /// that is not offered is no failure; one that gives no answer is.
  public func casesToFailure(of law: Law, in format: Format) -> Int? {
    guard missingOperation(of: law, in: format) == nil else { return nil }
    let evaluation = Evaluation(law, of: implementation, subject(in: format))
    let run = PropertyRun(
      seed: seed, property: law.name, cases: cases, shrinkBudget: 0, climb: cases / 4)
    do {
      let outcome = try run.run(
        drawing: evaluation.draw, foreseeing: evaluation.foresee, evaluation.trial)
      return outcome.falsification == nil ? nil : outcome.cases
    } catch {
      if case .unsupported = evaluation.failure { return nil }
      return evaluation.failure == nil ? nil : 1
    }
  }
}
