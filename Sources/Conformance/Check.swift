public import Arithmetic
public import PropertyEngine
public import SoftmaxFamily
public import SoftmaxLaws

/// Checks laws of one implementation, or of the reference.
public struct Check: Sendable {
  /// What is checked.
  public enum Target: Sendable {
    /// An implementation under its contract.
    case implementation(Implementation)
    /// The certified reference itself.
    case reference
  }

  /// The number of cases from which on it is told which regimes were not reached.
  public static let casesForRegimes = 500

  /// What is checked.
  public let target: Target
  /// The seed of all cases.
  public let seed: UInt64
  /// The number of cases of each law.
  public let cases: Int
  /// Cases that failed before, which are evaluated first.
  public let regressions: Regressions?
  private let sharedValues: SharedValues?

  /// Creates a check, which may share certified values with others of the same law and format.
  public init(
    _ target: Target, seed: UInt64 = 1, cases: Int = 500, regressions: Regressions? = nil,
    sharing sharedValues: SharedValues? = nil
  ) {
    self.target = target
    self.seed = seed
    self.cases = cases
    self.regressions = regressions
    self.sharedValues = sharedValues
  }

  /// Checks one law in one format.
  ///
  /// Never throws and never traps, whatever the implementation does: every
  /// failure is a verdict.
  public func result(of law: Law, in format: Format) -> LawResult {
    var result = LawResult(law: law, format: format, verdict: .unsupported)
    if let missing = missingOperation(of: law, in: format) {
      result.message = "\(missing.rawValue) is not offered in \(format.rawValue)"
      return result
    }
    let clock = ContinuousClock()
    let duration = clock.measure { evaluate(law, in: format, into: &result) }
    result.seconds = duration / .seconds(1)
    if result.verdict == .vacuous { result.message = advice(for: law, in: format) }
    return result
  }

  /// Evaluates one case again, from its choices, and shows it whether it fails or not.
  public func replay(
    _ law: Law, in format: Format, choices: [UInt64]
  ) -> (verdict: LawResult.Verdict, case: Counterexample?) {
    let evaluation = Evaluation(law, subject(in: format))
    guard let counterexample = evaluation.explain(choices, evaluations: 0, wasStopped: false) else {
      return (.error, nil)
    }
    let failure = evaluation.failure
    return (failure.map(LawResult.Verdict.init) ?? counterexample.verdict, counterexample)
  }

  /// The result of one case of a law alone, from its choices.
  public func result(of law: Law, in format: Format, replaying choices: [UInt64]) -> LawResult {
    let (verdict, counterexample) = replay(law, in: format, choices: choices)
    var result = LawResult(law: law, format: format, verdict: verdict)
    result.counterexample = counterexample
    result.cases = 1
    return result
  }

  /// The implementation that is checked, or `nil` for the reference.
  var implementation: Implementation? {
    if case .implementation(let implementation) = target { implementation } else { nil }
  }

  func missingOperation(of law: Law, in format: Format) -> Operation? {
    guard case .implementation(let implementation) = target else { return nil }
    return law.operations.first { !implementation.offers($0, in: format) }
  }

  func subject(
    in format: Format
  ) -> @Sendable (_ observer: (@Sendable (Subject.Record) -> Void)?) -> Subject {
    { [target, sharedValues] observer in
      let oracle = sharedValues.map { Oracle.reference(remembering: $0) } ?? .reference
      return switch target {
      case .implementation(let implementation):
        Subject(implementation, in: format, certifiedBy: oracle, observing: observer)
      case .reference: Subject(referenceIn: format, certifiedBy: oracle)
      }
    }
  }

  private func evaluate(_ law: Law, in format: Format, into result: inout LawResult) {
    let evaluation = Evaluation(
      law, of: implementation, notingRegimes: cases >= Self.casesForRegimes, subject(in: format))
    let known = regressions?.cases(of: Evaluation.label(law, in: format)) ?? []
    // One evaluation in eleven goes on from the worst case, towards a larger ratio.
    let run = PropertyRun(
      seed: seed, property: law.name, cases: cases, climb: cases / 10,
      regressions: known.map(\.values))
    do {
      let outcome = try run.run(
        drawing: evaluation.draw, foreseeing: evaluation.foresee, evaluation.trial)
      result.regressions = zip(known, outcome.regressions).map { ($0, $1) }
      result.discarded = outcome.discarded
      result.domainSize = outcome.domainSize
      result.cases = outcome.cases
      result.vacuous = outcome.vacuous
      result.worst = outcome.worstRatio
      result.worstReplay = outcome.worstChoices.map { choices in
        ReplayToken(label: Evaluation.label(law, in: format), choices: choices).text
      }
      if let falsification = outcome.falsification {
        falsified(falsification, evaluation, &result)
      } else if outcome.cases == 0 {
        result.verdict = .error
        result.isOfSuite = true
        let drawn = outcome.discarded
        result.message =
          "no case could be drawn" + (drawn > 0 ? ": \(drawn) were outside the domain" : "")
      } else {
        result.verdict = outcome.vacuous == outcome.cases ? .vacuous : .holds
        if outcome.domainSize == nil { result.unreached = evaluation.unreached }
      }
    } catch {
      failed(error, evaluation, &result)
    }
  }

  private func falsified(
    _ falsification: Falsification, _ evaluation: Evaluation, _ result: inout LawResult
  ) {
    guard falsification.isReproducible else {
      result.verdict = .nondeterministic
      result.message =
        evaluation.contradiction ?? "the same case failed once and then did not"
      result.counterexample = evaluation.explain(
        falsification.original, evaluations: 0, wasStopped: false)
      return
    }
    if falsification.worstRatio > falsification.ratio {
      result.worstCounterexample = evaluation.explain(
        falsification.worst, evaluations: 0, wasStopped: false)
    }
    result.counterexample = evaluation.explain(
      falsification.simplest, evaluations: falsification.evaluations,
      wasStopped: falsification.budgetExhausted)
    result.verdict = evaluation.failure.map(LawResult.Verdict.init) ?? .fails
    result.message = result.counterexample?.message ?? ""
    if evaluation.failure == nil { confirm(falsification.simplest, &result) }
  }

  /// Has an accusation judged again by the second arithmetic before it stands.
  private func confirm(_ choices: [UInt64], _ result: inout LawResult) {
    guard case .implementation(let implementation) = target, let first = result.counterexample
    else { return }
    let second = SecondOpinion(
      of: result.law, choices: choices, implementation: implementation, in: result.format)
    switch second.judgement(on: first.calls) {
    case .confirmed(let unconfirmed): result.counterexample?.unconfirmed = unconfirmed
    case .changed:
      result.verdict = .nondeterministic
      result.message = "the same case got other answers when it was judged again"
    case .contradicted(let reason):
      result.verdict = .error
      result.isOfSuite = true
      result.message = reason
    }
  }

  private func failed(
    _ error: any Error, _ evaluation: Evaluation, _ result: inout LawResult
  ) {
    guard let failure = evaluation.failure else {
      result.verdict = .error
      result.isOfSuite = true
      result.message = "the law itself failed: \(error)"
      return
    }
    result.verdict = LawResult.Verdict(failure)
    result.message = failure.description
    result.costsProcess = failure.costsProcess
    result.counterexample = evaluation.lastCase
  }
}

extension LawResult.Verdict {
  /// The verdict that a call without an answer means.
  init(_ failure: CallFailure) {
    switch failure {
    case .unsupported: self = .unsupported
    case .rejected: self = .error
    case .malformed, .brokeProtocol: self = .protocol
    case .crashed: self = .crashed
    case .hung: self = .hung
    }
  }
}

extension Counterexample {
  /// The verdict of the case alone.
  var verdict: LawResult.Verdict { ratio <= 1 ? isVacuous ? .vacuous : .holds : .fails }
}
