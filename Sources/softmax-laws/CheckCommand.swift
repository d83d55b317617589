import Arithmetic
import Conformance
import PropertyEngine
import Specimens

/// `softmax-laws check`.
struct CheckCommand {
  private let invocation: Invocation
  private let terminal: Terminal
  private let interruption: Interruption

  init(_ invocation: Invocation, _ terminal: Terminal, _ interruption: Interruption) {
    self.invocation = invocation
    self.terminal = terminal
    self.interruption = interruption
  }

  /// Checks the laws asked for, and prints a table and the failures.
  func run() throws(Stop) -> ExitStatus {
    let selection = try LawSelection(invocation.laws)
    let knownIssues = try readKnownIssues()
    let regressions = try readRegressions()
    let target = try Target(invocation, interruption)
    defer { target.close() }
    let reports = try openReports(target)
    let formats = invocation.formats.isEmpty ? target.formats : invocation.formats.inOrder
    let table = CheckTable(terminal, selection, formats: formats, isQuiet: invocation.isQuiet)
    table.begin(target, invocation)
    let checks = try target.copies(invocation.jobs ?? target.defaultJobs).map { copy in
      Check(copy, seed: invocation.seed, cases: invocation.cases, regressions: regressions)
    }
    let run = CheckRun(
      jobs: Jobs(checks), selection: selection, formats: formats, knownIssues: knownIssues,
      diagnosis: Diagnosis(of: checks[0], among: Mutant.all.map(\.knownFault)), reports: reports,
      table: table, terminal: terminal, interruption: interruption)
    let results = run.results()
    let failures = FailureText(terminal, replayOptions: Target.options(invocation))
    failures.print(results, isQuiet: invocation.isQuiet)
    if let regressions { table.idleRegressions(results, of: regressions.path) }
    if !invocation.isQuiet { failures.printAdvice(results) }
    if results.contains(where: \.isOfProgram) { target.printLog(terminal) }
    return finish(results, of: selection.laws.count * formats.count, table, reports)
  }

  /// Prints the summary, and completes the reports of a run that was not interrupted.
  private func finish(
    _ results: [LawResult], of total: Int, _ table: CheckTable, _ reports: [JSONLinesReport]
  ) -> ExitStatus {
    var tally = Tally()
    results.forEach { tally.count($0) }
    table.summary(tally, results)
    if let status = interruption.status {
      terminal.complain("interrupted after \(results.count) of \(total) results")
      return status
    }
    reports.forEach { $0.close(with: tally) }
    for report in reports where report.lacksLines {
      terminal.complain("the report '\(report.path)' could not be written in full")
      return .badData
    }
    return ExitStatus(of: results)
  }

  private func readKnownIssues() throws(Stop) -> KnownIssues? {
    guard let path = invocation.knownIssues else { return nil }
    do throws(KnownIssuesError) {
      return try KnownIssues(path: path)
    } catch {
      throw Stop(message: error.description, status: .badData)
    }
  }

  private func readRegressions() throws(Stop) -> Regressions? {
    guard let path = invocation.regressions else { return nil }
    do throws(RegressionsError) {
      return try Regressions(contentsOf: path)
    } catch {
      throw Stop(message: error.description, status: .badData)
    }
  }

  private func openReports(_ target: Target) throws(Stop) -> [JSONLinesReport] {
    do throws(ReportError) {
      var reports: [JSONLinesReport] = []
      for path in invocation.reports {
        reports.append(
          try JSONLinesReport(
            path: path, implementation: target.implementation, seed: invocation.seed))
      }
      return reports
    } catch {
      throw Stop(message: error.description, status: .badData)
    }
  }
}

extension [Format] {
  /// The formats in the order of all formats, each once.
  fileprivate var inOrder: [Format] { Format.allCases.filter(contains) }
}
