import Arithmetic
import Conformance
import Foundation
import SoftmaxFamily
import SoftmaxLaws

/// The table of a check: a line a law, a column a format, chapter by chapter.
struct CheckTable {
  private let terminal: Terminal
  private let formats: [Format]
  private let isQuiet: Bool
  private let nameWidth =
    (Catalogue.laws.map(\.name) + Catalogue.chapters.map(\.title)).map(\.count).max() ?? 0

  init(_ terminal: Terminal, formats: [Format], isQuiet: Bool) {
    self.terminal = terminal
    self.formats = formats
    self.isQuiet = isQuiet
  }

  /// Prints what is checked.
  func begin(_ title: String, _ invocation: Invocation) {
    let line = "\(title) · seed \(invocation.seed) · \(invocation.cases) cases a law and format"
    terminal.print(terminal.colored(line, .bold))
  }

  /// Prints a chapter's title above the columns.
  func chapter(_ title: String) {
    guard !isQuiet else { return }
    let columns = formats.map { $0.rawValue.padded(to: 10) }.joined()
    terminal.print()
    terminal.print(terminal.colored(title.padded(to: nameWidth + 2) + columns, .bold))
  }

  /// Prints a law's results.
  func row(_ law: Law, _ results: [LawResult]) {
    guard !isQuiet else { return }
    let cells = results.map(cell).joined()
    terminal.print("\(law.name.padded(to: nameWidth))  \(cells)\(law.statement)")
  }

  /// Prints how many results there are of each kind.
  func summary(_ tally: Tally, _ results: [LawResult]) {
    let parts = LawResult.Verdict.allCases.compactMap { verdict in
      tally[verdict] > 0 ? "\(tally[verdict]) \(verdict.summary)" : nil
    }
    let seconds = results.reduce(0) { $0 + $1.seconds }
    let cases = results.reduce(0) { $0 + $1.cases }
    terminal.print()
    terminal.print(
      "\(parts.isEmpty ? "nothing was checked" : parts.joined(separator: ", "))"
        + " · \(cases) cases in \(String(format: "%.1f", seconds)) s")
    if !isQuiet, tally[.holds] > 0 {
      terminal.print(
        terminal.colored("The numbers are the largest error divided by its bound.", .faint))
    }
  }

  private func cell(_ result: LawResult) -> String {
    let (mark, color): (String, Terminal.Color) =
      switch result.verdict {
      case .holds: ("✔ \(result.worst.ratioText)", .green)
      case .fails, .error, .stale, .nondeterministic: ("✘ \(result.verdict.rawValue)", .red)
      case .crashed, .hung, .protocol: ("✘ \(result.verdict.rawValue)", .red)
      case .known: ("✘ known", .yellow)
      case .vacuous: ("~ vacuous", .yellow)
      case .unsupported: ("–", .faint)
      }
    return terminal.colored(mark.padded(to: 10), color)
  }
}

extension LawResult.Verdict {
  /// The verdict in a count.
  fileprivate var summary: String {
    switch self {
    case .holds: "hold"
    case .fails: "fail"
    case .known: "known deviations"
    case .stale: "stale known issues"
    case .unsupported: "not offered"
    case .vacuous: "vacuous"
    case .crashed: "crashed"
    case .hung: "hung"
    case .protocol: "broke the protocol"
    case .nondeterministic: "nondeterministic"
    case .error: "errors"
    }
  }
}
