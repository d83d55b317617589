import Conformance

extension ExitStatus {
  /// What a run says.
  ///
  /// One of several shards may have nothing to check while others have: only all of them together can
  /// have checked nothing.
  init(of run: ReportedRun) {
    let results = run.entries.map { ($0.verdict, $0.isOfSuite) }
    let status = ExitStatus(results, isPart: run.header.shard.count > 1)
    let isGreen = status == .success || status == .nothingChecked
    self = isGreen && run.notes.contains(where: \.isRed) ? .falsified : status
  }

  /// The worst of the results decides.
  private init(_ results: [(verdict: LawResult.Verdict, isOfSuite: Bool)], isPart: Bool) {
    let saysNothing = results.allSatisfy { $0.verdict == .unsupported || $0.verdict == .vacuous }
    self =
      if results.contains(where: \.isOfSuite) {
        .internalFault
      } else if results.contains(where: { $0.verdict.isOfProgram }) {
        .implementationFailed
      } else if results.contains(where: { $0.verdict.isRed }) {
        .falsified
      } else {
        saysNothing && !isPart ? .nothingChecked : .success
      }
  }
}
