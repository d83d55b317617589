import Arithmetic
import Conformance
import Foundation
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws

/// The table of a check: a line a law, a column a format, chapter by chapter.
struct CheckTable {
  private static let columnWidth = 11

  private let terminal: Terminal
  private let formats: [Format]
  private let isQuiet: Bool
  private let nameWidth: Int

  init(_ terminal: Terminal, _ selection: LawSelection, formats: [Format], isQuiet: Bool) {
    self.terminal = terminal
    self.formats = formats
    self.isQuiet = isQuiet
    let names = selection.chapters.map(\.title) + selection.laws.map(\.name)
    nameWidth = names.map(\.count).max() ?? 0
  }

  /// Prints what is checked, and under which claims.
  func begin(_ target: Target, _ invocation: Invocation) {
    guard !isQuiet else { return }
    var line =
      "\(target.title) · seed \(invocation.seed) · \(invocation.cases) cases a law and format"
    if let shard = invocation.shardNote { line += " · \(shard)" }
    terminal.print(terminal.colored(line, .bold))
    for line in target.notes { terminal.print(terminal.colored(line, .faint)) }
  }

  /// Prints a chapter's title above the columns.
  func chapter(_ title: String) {
    guard !isQuiet else { return }
    let columns = formats.map { $0.rawValue.padded(to: Self.columnWidth) }.joined()
    terminal.print()
    terminal.print(terminal.colored(title.padded(to: nameWidth + 2) + columns, .bold))
  }

  /// Prints a law's results.
  func row(_ law: Law, _ results: [LawResult]) {
    guard !isQuiet else { return }
    let cells = formats.map { format in
      results.first { $0.format == format }.map(cell) ?? "".padded(to: Self.columnWidth)
    }
    terminal.print("\(law.name.padded(to: nameWidth))  \(cells.joined())\(law.statement)")
  }

  /// Prints how many results there are of each kind.
  func summary(_ tally: Tally, _ results: [LawResult]) {
    let parts = LawResult.Verdict.allCases.compactMap { verdict in
      tally[verdict] > 0 ? "\(tally[verdict]) \(verdict.inCount)" : nil
    }
    let seconds = results.reduce(0) { $0 + $1.seconds }
    let cases = results.reduce(0) { $0 + $1.cases }
    if !isQuiet || results.contains(where: \.isRed) { terminal.print() }
    terminal.print(
      "\(parts.isEmpty ? "nothing was checked" : parts.joined(separator: ", "))"
        + " · \(cases) cases in \(String(format: "%.1f", seconds)) s")
    if !isQuiet, tally[.holds] > 0 {
      terminal.print(
        terminal.colored("The numbers are the largest error divided by its bound.", .faint))
      if results.contains(where: { $0.verdict == .holds && $0.domainSize != nil }) {
        terminal.print(terminal.colored("∀ stands for all cases there are.", .faint))
      }
    }
  }

  /// Prints which cases that failed before do not fail any more, or are none any more.
  func idleRegressions(_ results: [LawResult], of path: String) {
    for (known, outcome) in results.flatMap(\.regressions) where outcome != .fails {
      let news = outcome == .holds ? "does not fail any more" : "makes no case any more"
      terminal.print("\(path):\(known.line): \(known.label) \(news)")
    }
  }

  private func cell(_ result: LawResult) -> String {
    let (mark, color): (String, Terminal.Color) =
      switch result.verdict {
      case .holds:
        ("✔ \(result.worst.ratioText)\(result.domainSize == nil ? "" : " ∀")", .green)
      case .fails, .error, .stale, .crashed, .hung, .protocol:
        ("✘ \(result.verdict.rawValue)", .red)
      case .nondeterministic: ("✘ varies", .red)
      case .known: ("✘ known", .yellow)
      case .vacuous: ("~ vacuous", .yellow)
      case .unsupported: ("–", .faint)
      }
    return terminal.colored(mark.padded(to: Self.columnWidth), color)
  }
}
