import Arithmetic
import Conformance
import SoftmaxFamily
import SoftmaxLaws

/// What is printed of failures: the law, the input, the answer, and how to see it again.
struct FailureText {
  private let terminal: Terminal
  private let replayOptions: String

  init(_ terminal: Terminal, replayOptions: String) {
    self.terminal = terminal
    self.replayOptions = replayOptions
  }

  /// Prints every red or known result; a law's first format in full, the others in a line.
  func print(_ results: [LawResult]) {
    var seen: Set<String> = []
    for result in results where result.isRed || result.verdict == .known {
      if result.verdict != .known, seen.insert(result.law.name).inserted {
        print(result)
      } else {
        let error = result.counterexample.map { ", \($0.ratio.text(digits: 1)) × the bound" } ?? ""
        terminal.print("\(title(result))\(error)\(note(result))")
      }
    }
  }

  private func print(_ result: LawResult) {
    terminal.print()
    terminal.print(terminal.colored(title(result), .bold) + "  " + result.law.statement)
    if !result.message.isEmpty { line("because", result.message) }
    guard let counterexample = result.counterexample else { return }
    print(counterexample, in: result.format)
  }

  /// Prints a case: inputs, calls, comparison, replay.
  func print(_ counterexample: Counterexample, in format: Format) {
    for (name, value) in counterexample.arguments {
      line("input \(name)", value.numbers.text(in: format))
      let texts = value.numbers.prefix(16).map(HexadecimalText.text)
      line("", texts.joined(separator: ", "))
    }
    if let suspect = counterexample.suspect { print(suspect, in: format) }
    if let comparison = counterexample.comparison {
      print(comparison, counterexample.ratio)
    }
    if counterexample.simplification.wasStopped {
      line("note", "the search for a simpler input was stopped after its budget")
    }
    line("replay", "softmax-laws replay \(counterexample.replay)\(replayOptions)")
  }

  private func print(_ call: Subject.Record, in format: Format) {
    let arguments = zip(call.operation.signature.parameters, call.arguments).map {
      "\($0.name) = \($1.values.text(in: format, limit: 6))"
    }
    line("called", "\(call.operation.rawValue): \(arguments.joined(separator: "; "))")
    line("got", call.returned.values.text(in: format))
    line("certified", call.certified.elements.prefix(8).map(shortText).joined(separator: ", "))
    if let index = call.worstIndex, call.excess(at: index) > 1 {
      let excess = call.excess(at: index).text(digits: 1)
      let bound = Ball(call.bounds[index]).decimalText(digits: 2)
      line("off by", "\(excess) × the bound at entry \(index), where \(bound) is allowed")
    }
  }

  private func print(_ comparison: SoftmaxLaws.Verdict.Comparison, _ ratio: Double) {
    let symbol = comparison.relation.rawValue
    line(
      "claim", "\(shortText(comparison.left)) \(symbol) \(shortText(comparison.right))"
        + " (entry \(comparison.index))")
    line(
      "error",
      "\(comparison.error.decimalText(digits: 3)) = \(ratio.text(digits: 2)) × the bound"
        + " \(comparison.bound.radiusText)")
  }

  private func shortText(_ ball: Ball) -> String { ball.decimalText(digits: 12) }

  private func title(_ result: LawResult) -> String {
    let color: Terminal.Color = result.verdict == .known ? .yellow : .red
    let mark = terminal.colored("✘ \(result.verdict.rawValue)", color)
    return "\(mark)  \(result.law.name) in \(result.format.rawValue)"
  }

  private func note(_ result: LawResult) -> String {
    result.message.isEmpty ? "" : ": \(result.message)"
  }

  private func line(_ label: String, _ text: String) {
    terminal.print("    \(label.padded(to: 11))\(text)")
  }
}
