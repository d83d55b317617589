import Arithmetic
import Conformance
import PropertyEngine
import SoftmaxLaws

/// `softmax-laws check` and `softmax-laws record`.
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
    try invocation.touchStatusFile()
    let selection = try LawSelection(invocation.laws)
    let files = try CheckFiles(invocation)
    let target = try Target(invocation, interruption)
    defer { target.close() }
    let knownIssues = try files.knownIssues(of: target.implementation)
    let formats = invocation.formats.isEmpty ? target.formats : invocation.formats.inOrder
    let header = header(of: target, selection, formats)
    let checks = try target.copies(invocation.jobs ?? target.defaultJobs).map { copy in
      Check(copy, seed: invocation.seed, cases: invocation.cases, regressions: files.regressions)
    }
    let comparison = try files.comparison(header, checks[0])
    let reports = try RunReports(invocation, header)
    let table = CheckTable(terminal, selection, formats: formats, isQuiet: invocation.isQuiet)
    table.begin(target, invocation)
    let run = CheckRun(
      check: checks[0], jobs: Jobs(checks), selection: selection, formats: formats,
      shard: invocation.shard, knownIssues: knownIssues,
      diagnosis: Diagnosis(of: checks[0], among: KnownFault.all), reports: reports,
      table: table, terminal: terminal, interruption: interruption)
    let results = run.results()
    show(results, table, files, target)
    return try finish(results, comparison, of: run.total, table, reports)
  }

  /// Prints the failures and what there is to say of them.
  private func show(
    _ results: [LawResult], _ table: CheckTable, _ files: CheckFiles, _ target: Target
  ) {
    let failures = FailureText(terminal, replayOptions: Target.options(invocation))
    failures.print(results, isQuiet: invocation.isQuiet)
    if let regressions = files.regressions { table.idleRegressions(results, of: regressions.path) }
    if !invocation.isQuiet { failures.printAdvice(results) }
    if results.contains(where: \.isOfProgram) { target.printLog(terminal) }
  }

  /// What the reports say of the run before its results.
  private func header(
    of target: Target, _ selection: LawSelection, _ formats: [Format]
  ) -> ReportHeader {
    var header = ReportHeader(
      target.implementation, seed: invocation.seed, cases: invocation.cases)
    header.command = invocation.command.name
    header.shard = invocation.shard
    header.laws = selection.laws.map(\.name)
    header.formats = formats.map(\.rawValue)
    header.replayOptions = Target.options(invocation)
    header.addFile("known-issues", invocation.knownIssues)
    header.addFile("regressions", invocation.regressions)
    return header
  }

  /// Compares with the baseline or writes it, prints the summary, and completes the reports.
  private func finish(
    _ results: [LawResult], _ comparison: BaselineComparison?, of total: Int, _ table: CheckTable,
    _ reports: RunReports
  ) throws(Stop) -> ExitStatus {
    var run = reports.run
    if let comparison, interruption.status == nil {
      run.notes = comparison.notes(on: run, hasAllFormats: invocation.formats.isEmpty)
      run.notes.forEach(reports.append)
    }
    let text = RunText(terminal, run)
    text.printNotes(isQuiet: invocation.isQuiet)
    if invocation.knownIssues != nil { text.printProposals() }
    if invocation.isAnnotated { text.printAnnotations() }
    table.summary(run.tally, results)
    if let status = interruption.status {
      terminal.complain("interrupted after \(results.count) of \(total) results")
      let signal = interruption.signalName ?? ""
      _ = reports.close(.interrupted(signal, results: results.count, total: total), terminal)
      return status
    }
    if invocation.command == .record { try record(run) }
    guard reports.close(.complete, terminal) else { return .badData }
    return ExitStatus(of: run)
  }

  /// Writes the baseline.
  private func record(_ run: ReportedRun) throws(Stop) {
    guard let path = invocation.baseline else { return }
    try Stop.atBadData { () throws(FileError) in try Baseline(run).write(to: path) }
    if !invocation.isQuiet { terminal.print("recorded in \(path.harmless)") }
  }
}

extension [Format] {
  /// The formats in the order of all formats, each once.
  fileprivate var inOrder: [Format] { Format.allCases.filter(contains) }
}
