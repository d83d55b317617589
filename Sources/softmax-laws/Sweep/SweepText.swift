import Arithmetic
import Conformance
import Foundation
import SoftmaxFamily

/// Prints what sweeps found.
struct SweepText {
  private let terminal: Terminal
  private let isQuiet: Bool

  init(_ terminal: Terminal, isQuiet: Bool) {
    self.terminal = terminal
    self.isQuiet = isQuiet
  }

  /// Prints what is swept, which shard of it, and under which claims.
  func begin(_ target: Target, _ shard: String?) {
    guard !isQuiet else { return }
    let title = [target.title, shard].compactMap(\.self).joined(separator: " · ")
    terminal.print(terminal.colored(title, .bold))
    for line in target.notes { terminal.print(terminal.colored(line, .faint)) }
  }

  /// Prints a sweep's result; if quiet, only one that is red.
  func print(_ result: SweepResult) {
    guard !isQuiet || result.isRed else { return }
    terminal.print()
    let title = "\(result.name) in \(result.format.rawValue)"
    terminal.print("\(mark(result))  \(terminal.colored(title, .bold))  \(scope(result))")
    if !result.message.isEmpty { line("reason", result.message.harmless) }
    if result.tally.inputs > 0 {
      counts(result)
      histogram(result)
    }
    if result.tally.failures > 0 { failures(result) }
  }

  private func scope(_ result: SweepResult) -> String {
    let inputs = Self.grouped(result.tally.inputs)
    if result.tally.inputs < result.total {
      return "\(inputs) of \(Self.grouped(result.total)) inputs"
    }
    if result.format == .binary64 { return "a sample of \(inputs) inputs" }
    let kind = result.isOfPairs ? "pairs" : "inputs"
    return result.isExhaustive ? "all \(inputs) \(kind)" : "\(inputs) \(kind), a shard's"
  }

  private func counts(_ result: SweepResult) {
    let tally = result.tally
    if let worst = result.worst {
      line(
        "worst", "\(tally.worstRatio.ratioText) × the bound at \(place(worst, in: result.format))")
    }
    if let worst = result.worstUlps, let size = tally.worstUlps?.size {
      line("", "\(Self.ulps(size)) ulp at \(place(worst, in: result.format))")
    }
    line("misrounded", share(tally.misrounded, tally.inputs))
    if tally.vacuous > 0 { line("vacuous", share(tally.vacuous, tally.inputs)) }
    if tally.special > 0 {
      line("special", "\(Self.grouped(tally.special)): ±0, ±∞, NaN, or outside the domain")
    }
    let claim =
      tally.disorderFailures > 0
      ? ", \(Self.grouped(tally.disorderFailures)) against the claim" : ""
    if result.isOfPairs {
      line("symmetric", "\(Self.grouped(tally.disorders)) pairs whose order matters")
    } else {
      line("monotone", "\(Self.grouped(tally.disorders)) pairs of neighbours out of order\(claim)")
    }
    line("escalated", "\(Self.grouped(tally.escalations)) to the certified reference")
    line("time", String(format: "%.1f s", result.seconds))
  }

  private func histogram(_ result: SweepResult) {
    let entries = result.tally.histogram.entries
    let width = entries.map { Self.grouped($0.count).count }.max() ?? 0
    for (index, entry) in entries.enumerated() {
      let count = Self.grouped(entry.count)
      let gap = String(repeating: " ", count: width - count.count)
      line(index == 0 ? "ulps off" : "", "\(Self.range(entry).padded(to: 14))\(gap)\(count)")
    }
    if result.tally.notNumbers > 0 {
      line("", "\("NaN".padded(to: 14))\(Self.grouped(result.tally.notNumbers))")
    }
  }

  private func failures(_ result: SweepResult) {
    line("failing", "\(Self.grouped(result.tally.failures)) inputs")
    if let simplest = result.simplest { witness("simplest", simplest, in: result.format) }
    if let worst = result.worst, result.tally.worstRatio > 1, worst.bits != result.simplest?.bits {
      witness("worst", worst, in: result.format)
    }
  }

  private func witness(_ name: String, _ witness: SweepResult.Witness, in format: Format) {
    line(name, "x = \(place(witness, in: format))")
    line("  got", format.shortestText(witness.answer))
    line("  certified", witness.certified.plainText(digits: 12))
    line("  allowed", "± \(Ball(witness.bound).decimalText(digits: 2))")
    if !witness.isConfirmed { line("  but", "the second arithmetic does not agree") }
  }

  private func place(_ witness: SweepResult.Witness, in format: Format) -> String {
    witness.place(in: format)
  }

  private func line(_ label: String, _ text: String) {
    terminal.print("    \(label.padded(to: 13))\(text)")
  }

  private func mark(_ result: SweepResult) -> String {
    guard let verdict = result.verdict else { return terminal.colored("… unfinished", .yellow) }
    return switch verdict {
    case .holds: terminal.colored("✔ holds", .green)
    case .vacuous: terminal.colored("~ vacuous", .yellow)
    case .unsupported: terminal.colored("– not offered", .faint)
    default: terminal.colored("✘ \(verdict.rawValue)", .red)
    }
  }

  private func share(_ part: Int, _ whole: Int) -> String {
    "\(Self.grouped(part)) (\(String(format: "%.2f", 100 * Double(part) / Double(max(1, whole)))) %)"
  }

  private static func ulps(_ size: Double) -> String {
    size.isFinite ? Ball(size).plainText(digits: 6) : "∞"
  }

  private static func range(_ entry: StepHistogram.Entry) -> String {
    func signed(_ steps: Int) -> String { steps > 0 ? "+\(steps)" : steps < 0 ? "−\(-steps)" : "0" }
    return entry.least == entry.greatest
      ? signed(entry.least) : "\(signed(entry.least)) to \(signed(entry.greatest))"
  }

  /// A whole number with commas between groups of three digits.
  static func grouped(_ number: Int) -> String {
    var text = ""
    for (index, digit) in "\(number)".reversed().enumerated() {
      if index > 0, index.isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }
}
