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

  /// Prints every red result, and every known one unless quiet.
  ///
  /// A law's first format is explained in full, the others in a line; so is a program that
  /// fails as it did before.
  func print(_ results: [LawResult], isQuiet: Bool = false) {
    var explained: Set<String> = []
    for result in results where result.isRed || result.verdict == .known && !isQuiet {
      let report = FailureReport(result)
      let reason = result.isOfProgram ? result.message : result.law.name
      if result.isRed, explained.insert(reason).inserted {
        terminal.print()
        let title = terminal.colored(report.title, .bold)
        terminal.print("\(mark(result))  \(title)  \(report.statement)")
        print(report.lines)
      } else {
        terminal.print("\(mark(result))  \(report.title)\(note(result))")
      }
    }
  }

  /// Prints what would make vacuous results say something.
  func printAdvice(_ results: [LawResult]) {
    for result in results where result.verdict == .vacuous {
      let title = "\(result.law.name) in \(result.format.rawValue)"
      terminal.print("\(terminal.colored("~ vacuous", .yellow))  \(title): \(result.message)")
    }
    for result in results where !result.unreached.isEmpty {
      let title = "\(result.law.name) in \(result.format.rawValue)"
      let regimes = result.unreached.joined(separator: ", ")
      terminal.print("\(terminal.colored("~ not met", .yellow))  \(title): no case was \(regimes)")
    }
  }

  /// Prints the lines of a report, and the token as a command.
  func print(_ lines: [FailureReport.Line]) {
    for line in lines {
      let isToken = line.label == "token"
      let label = isToken ? "replay" : line.label
      let text = isToken ? "softmax-laws replay \(line.text)\(replayOptions)" : line.text.harmless
      terminal.print("    \(label.padded(to: 11))\(text)")
    }
  }

  private func mark(_ result: LawResult) -> String {
    terminal.colored("✘ \(result.verdict.rawValue)", result.isRed ? .red : .yellow)
  }

  private func note(_ result: LawResult) -> String {
    let failure = result.isOfProgram ? nil : result.counterexample
    let ratio = failure.map { ", \($0.ratio.ratioText) × the bound" } ?? ""
    return ratio + (result.message.isEmpty ? "" : ": \(result.message.harmless)")
  }
}
