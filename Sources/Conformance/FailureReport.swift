import Arithmetic
import SoftmaxFamily
import SoftmaxLaws

/// A failure in words: the law, the input, the answer beside the certified one, and the replay
/// token.
public struct FailureReport: Sendable, CustomStringConvertible {
  /// One line of the report.
  public struct Line: Sendable, Equatable {
    /// What the line is about; empty for a continuation.
    public let label: String
    /// What it says.
    public let text: String
  }

  /// The verdict, the law and the format.
  public let title: String
  /// The law's statement.
  public let statement: String
  /// The lines, in the order of reading.
  public let lines: [Line]

  /// Describes a result.
  public init(_ result: LawResult) {
    title = "\(result.law.name) in \(result.format.rawValue)"
    statement = result.law.statement
    var lines: [Line] = []
    if !result.message.isEmpty { lines.append(Line(label: "because", text: result.message)) }
    if let counterexample = result.counterexample {
      lines += Self.lines(counterexample, in: result.format)
    }
    if let worst = result.worstCounterexample {
      lines += Self.worstLines(worst, in: result.format)
    }
    self.lines = lines
  }

  /// The report as text of several lines.
  public var description: String {
    let width = (lines.map(\.label.count).max() ?? 0) + 2
    let details = lines.map { line in
      "\n  " + line.label + String(repeating: " ", count: width - line.label.count) + line.text
    }
    return "\(title) does not hold: \(statement)" + details.joined()
  }

  /// Describes a case: inputs, the suspect call, the comparison, the token.
  public static func lines(_ counterexample: Counterexample, in format: Format) -> [Line] {
    var lines: [Line] = []
    for (name, value) in counterexample.arguments {
      lines.append(Line(label: "input \(name)", text: text(value.numbers, in: format)))
      let exact = value.numbers.prefix(16).map(HexadecimalText.text)
      lines.append(Line(label: "", text: exact.joined(separator: ", ")))
    }
    if let suspect = counterexample.suspect { lines += self.lines(suspect, in: format) }
    if let comparison = counterexample.comparison {
      lines += self.lines(comparison, counterexample.ratio)
    }
    for (index, fault) in counterexample.likely.enumerated() {
      let text = "\(fault.name) (\(Int(100 * fault.similarity)) %): \(fault.advice)"
      lines.append(Line(label: index == 0 ? "likely" : "", text: text))
    }
    if counterexample.simplification.wasStopped {
      let text = "the search for a simpler input was stopped after its budget"
      lines.append(Line(label: "note", text: text))
    }
    if !counterexample.unconfirmed.isEmpty {
      let names = counterexample.unconfirmed.map(\.rawValue).joined(separator: ", ")
      let text = "judged twice but for \(names), of which there is no second evaluation"
      lines.append(Line(label: "note", text: text))
    }
    return lines + [Line(label: "token", text: counterexample.replay)]
  }

  /// Describes the case with the largest error, beside the simplest one.
  private static func worstLines(_ worst: Counterexample, in format: Format) -> [Line] {
    let inputs = worst.arguments.map { name, value in
      "\(name) = \(text(value.numbers, in: format, limit: 6))"
    }
    return [
      Line(
        label: "worst",
        text: "\(worst.ratio.ratioText) × the bound at \(inputs.joined(separator: "; "))"),
      Line(label: "token", text: worst.replay),
    ]
  }

  private static func lines(_ call: Subject.Record, in format: Format) -> [Line] {
    let arguments = zip(call.operation.signature.parameters, call.arguments).map {
      "\($0.name) = \(text($1.values, in: format, limit: 6))"
    }
    let certified = call.certified.elements.prefix(8).map(shortText)
    var lines = [
      Line(
        label: "called", text: "\(call.operation.rawValue): \(arguments.joined(separator: "; "))"),
      Line(label: "got", text: text(call.returned.values, in: format)),
      Line(label: "certified", text: certified.joined(separator: ", ")),
    ]
    if let index = call.worstIndex, call.excess(at: index) > 1 {
      let bound = Ball(call.bounds[index]).decimalText(digits: 2)
      let excess = call.excess(at: index).ratioText
      let text = "\(excess) × the bound at entry \(index), where \(bound) is allowed"
      lines.append(Line(label: "off by", text: text))
    }
    return lines
  }

  private static func lines(
    _ comparison: Finding.Comparison, _ ratio: Double
  ) -> [Line] {
    let place = "(entry \(comparison.index))"
    if comparison.relation == .identical {
      let (got, wanted) = (shortText(comparison.left), shortText(comparison.right))
      return [Line(label: "claim", text: "got \(got), where \(wanted) was expected \(place)")]
    }
    guard !comparison.left.isNaN, !comparison.right.isNaN else {
      return [Line(label: "claim", text: "no number explains what was returned \(place)")]
    }
    let (left, right) = (shortText(comparison.left), shortText(comparison.right))
    let claim = "\(left) \(comparison.relation.rawValue) \(right) \(place)"
    guard comparison.error.isReal else { return [Line(label: "claim", text: claim)] }
    let error = comparison.error.decimalText(digits: 3)
    let text = "\(error) = \(ratio.ratioText) × the bound \(comparison.bound.radiusText)"
    return [Line(label: "claim", text: claim), Line(label: "error", text: text)]
  }

  private static func text(
    _ numbers: [Double], in format: Format, limit: Int = 16
  ) -> String {
    let all = numbers.prefix(limit).map(format.shortestText).joined(separator: ", ")
    return numbers.count > limit ? "\(all), … (\(numbers.count) numbers)" : all
  }

  private static func shortText(_ ball: Ball) -> String {
    ball.isReal && !ball.radius.isFinite ? "any number" : ball.plainText(digits: 12)
  }
}
