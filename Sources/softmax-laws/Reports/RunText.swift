import Conformance

/// What a run prints beside the table: the baseline, proposals and annotations.
struct RunText {
  private let terminal: Terminal
  private let run: ReportedRun

  init(_ terminal: Terminal, _ run: ReportedRun) {
    self.terminal = terminal
    self.run = run
  }

  /// Prints what became of the baseline; only what got worse where it is quiet.
  func printNotes(isQuiet: Bool) {
    let notes = run.notes.filter { $0.isRed || !isQuiet }
    guard !notes.isEmpty else { return }
    terminal.print()
    for note in notes {
      let color: Terminal.Color =
        switch note.kind {
        case .worse: .red
        case .better: .green
        case .new, .missing, .baseline: .faint
        }
      let mark = terminal.colored(note.kind.rawValue.padded(to: 8), color)
      terminal.print("\(mark)  \(note.subject.harmless)  \(note.text.harmless)")
      if let replay = note.replay {
        terminal.print("    \("replay".padded(to: 11))\(run.header.replayCommand(replay))")
      }
    }
  }

  /// Prints entries for the list of known issues that would cover what fails.
  func printProposals() {
    let lines = KnownIssues.proposals(for: run.entries)
    guard !lines.isEmpty else { return }
    terminal.print()
    terminal.print(
      "entries for the list of known issues, each to be confirmed and explained first:")
    terminal.print(lines.map { "    \($0)" }.joined(separator: ",\n"))
  }

  /// Prints what is red as annotations for GitHub.
  func printAnnotations() { GitHubAnnotations(run).lines.forEach { terminal.print($0) } }
}
