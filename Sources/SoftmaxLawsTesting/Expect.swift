import Arithmetic
import Conformance
public import PropertyEngine
public import SoftmaxFamily
public import SoftmaxLaws
public import Testing

/// Expects that a law holds for an implementation, in every format in which it is offered.
///
/// A law that fails is recorded as one issue at the caller's line, with the simplest input, the
/// worst one, the certified value, the known faults that err alike and the replay token, and its
/// case is attached as a line of a file of regressions. An implementation that offers none of the operations is an issue too:
/// what was not checked is not a success. The environment has the last word:
/// `SOFTMAX_LAWS_CASES`, `SOFTMAX_LAWS_SEED` and `SOFTMAX_LAWS_REPLAY`, which is a token.
///
///     @Test func `keep the laws of softmax`() {
///       expect(.softmaxSumOne, holdsFor: mine)
///     }
public func expect(
  _ law: Law, holdsFor implementation: Implementation, cases: Int = 200, seed: UInt64 = 1,
  regressions: Regressions? = nil, sourceLocation: SourceLocation = #_sourceLocation
) {
  expect(
    [law], holdFor: implementation, cases: cases, seed: seed, regressions: regressions,
    sourceLocation: sourceLocation)
}

/// Expects that several laws hold for an implementation.
public func expect(
  _ laws: [Law], holdFor implementation: Implementation, cases: Int = 200, seed: UInt64 = 1,
  regressions: Regressions? = nil, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let knobs = EnvironmentKnobs.orIssue(at: sourceLocation) else { return }
  let check = Check(
    .implementation(implementation), seed: knobs.seed ?? seed, cases: knobs.cases ?? cases,
    regressions: regressions)
  let diagnosis = Diagnosis(of: check, among: KnownFault.all, asking: laws)
  var checked = 0
  for law in laws {
    for format in implementation.formats {
      let result = check.result(of: law, in: format, replaying: knobs.replay)
      if result.verdict != .unsupported { checked += 1 }
      record(diagnosis.applied(to: result), sourceLocation)
    }
  }
  if checked == 0 {
    Issue.record(
      "'\(implementation.name)' offers none of the operations that the laws are about",
      sourceLocation: sourceLocation)
  }
}

/// Expects that every law of the catalogue that concerns an implementation holds for it.
public func expectLaws(
  holdFor implementation: Implementation, cases: Int = 200, seed: UInt64 = 1,
  regressions: Regressions? = nil, sourceLocation: SourceLocation = #_sourceLocation
) {
  expect(
    Catalogue.laws, holdFor: implementation, cases: cases, seed: seed, regressions: regressions,
    sourceLocation: sourceLocation)
}

/// Records a red result as one issue, with its cases as an attachment.
private func record(_ result: LawResult, _ sourceLocation: SourceLocation) {
  guard result.isRed else { return }
  let report = "\(FailureReport(result))"
  let cases = [result.counterexample, result.worstCounterexample].compactMap { $0?.regression }
  if !cases.isEmpty {
    let words = report.split(separator: "\n").map { "# \($0)" }
    Attachment.record(
      (words + cases).joined(separator: "\n") + "\n",
      named: "\(result.law.name)-\(result.format.rawValue).regressions.txt",
      sourceLocation: sourceLocation)
  }
  Issue.record("\(report)", sourceLocation: sourceLocation)
}

extension Check {
  /// The result of a law, of the one case of a token if that is a case of the law.
  fileprivate func result(
    of law: Law, in format: Format, replaying token: ReplayToken?
  ) -> LawResult {
    guard let token, token.label == "\(law.name):\(format.rawValue)" else {
      return result(of: law, in: format)
    }
    return result(of: law, in: format, replaying: token.choices)
  }
}
