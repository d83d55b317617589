import Conformance

/// `softmax-laws merge`.
struct MergeCommand {
  private let invocation: Invocation
  private let terminal: Terminal
  private let paths: [String]

  init(_ invocation: Invocation, _ terminal: Terminal, paths: [String]) {
    self.invocation = invocation
    self.terminal = terminal
    self.paths = paths
  }

  /// Makes one report of those of all shards, and exits as the run of all would have.
  func run() throws(Stop) -> ExitStatus {
    var files: [ReportFile] = []
    for path in paths { files.append(try read(path)) }
    let run = try merge(files)
    let reports = try RunReports(invocation, run.header)
    run.entries.forEach(reports.append)
    run.notes.forEach(reports.append)
    print(run, shards: files.count)
    guard reports.close(.complete, terminal) else { return .badData }
    return ExitStatus(of: run)
  }

  private func read(_ path: String) throws(Stop) -> ReportFile {
    try Stop.atBadData { () throws(FileError) in try ReportFile(path: path) }
  }

  private func merge(_ files: [ReportFile]) throws(Stop) -> ReportedRun {
    do throws(MergeError) {
      return try Merge(files).run
    } catch {
      error.problems.dropLast().forEach { terminal.complain($0.harmless) }
      throw Stop(message: error.problems.last ?? "", status: .badData)
    }
  }

  private func print(_ run: ReportedRun, shards: Int) {
    for entry in run.failures where !invocation.isQuiet {
      let mark = terminal.colored("✘ \(entry.verdict.rawValue)", .red)
      terminal.print("\(mark)  \(terminal.colored(entry.title, .bold))  \(entry.statement)")
      if !entry.message.isEmpty { terminal.print("    because    \(entry.message.harmless)") }
      if let witness = entry.witness { terminal.print(witness.text(run.header, indent: "    ")) }
    }
    RunText(terminal, run).printNotes(isQuiet: invocation.isQuiet)
    let counts = LawResult.Verdict.allCases.filter { run.tally[$0] > 0 }.map { verdict in
      "\(run.tally[verdict]) \(verdict.inCount)"
    }
    let cases = run.entries.reduce(0) { $0 + $1.cases }
    let summary = counts.isEmpty ? "nothing was checked" : counts.joined(separator: ", ")
    terminal.print("\(run.header.title): \(summary) · \(cases) cases in \(shards) shards")
    if invocation.isAnnotated { RunText(terminal, run).printAnnotations() }
  }
}
