import Arithmetic
import Conformance
import SoftmaxLaws

/// Prints failures, with the command line that shows one again.
struct FailureText {
  private let terminal: Terminal
  private let replayOptions: String

  init(_ terminal: Terminal, replayOptions: String) {
    self.terminal = terminal
    self.replayOptions = replayOptions
  }

  /// Prints every red or known result; a law's first format in full, the others in a line.
  func print(_ results: [LawResult]) {
    var explained: Set<String> = []
    for result in results where result.isRed || result.verdict == .known {
      let report = FailureReport(result)
      if result.isRed, explained.insert(result.law.name).inserted {
        terminal.print()
        terminal.print("\(mark(result))  \(terminal.colored(report.title, .bold))  \(report.statement)")
        print(report.lines)
      } else {
        terminal.print("\(mark(result))  \(report.title)\(note(result))")
      }
    }
  }

  /// Prints the lines of a report, and the token as a command.
  func print(_ lines: [FailureReport.Line]) {
    for line in lines {
      let isToken = line.label == "token"
      let label = isToken ? "replay" : line.label
      let text = isToken ? "softmax-laws replay \(line.text)\(replayOptions)" : line.text
      terminal.print("    \(label.padded(to: 11))\(text)")
    }
  }

  private func mark(_ result: LawResult) -> String {
    terminal.colored("✘ \(result.verdict.rawValue)", result.isRed ? .red : .yellow)
  }

  private func note(_ result: LawResult) -> String {
    let ratio = result.counterexample.map { ", \($0.ratio.ratioText) × the bound" } ?? ""
    return ratio + (result.message.isEmpty ? "" : ": \(result.message)")
  }
}
