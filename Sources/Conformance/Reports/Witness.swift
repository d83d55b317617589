import Arithmetic
import SoftmaxFamily
import SoftmaxLaws
import StrictJSON

/// A failing case as a report shows it: numbers exactly, and in words.
public struct Witness: Sendable, Equatable {
  /// The replay token; empty for an input of a sweep.
  public let replay: String
  /// The line of a file of regressions that holds the case.
  public let regression: String
  /// The error divided by its bound.
  public let ratio: Double
  /// The operation whose answer is furthest beyond its bound, if a call was answered.
  public let operation: String?
  /// The known faults that the implementation resembles, the most alike first.
  public let likely: [String]
  /// The case in words, line by line.
  public let lines: [FailureReport.Line]
  /// All members of the JSON object.
  let json: JSON

  /// Describes a failing case.
  public init(_ counterexample: Counterexample, in format: Format) {
    self.init(
      counterexample, lines: FailureReport.lines(counterexample, in: format),
      suspect: counterexample.suspect)
  }

  private init(
    _ counterexample: Counterexample, lines: [FailureReport.Line], suspect: Subject.Record?
  ) {
    let comparison = counterexample.comparison
    replay = counterexample.replay
    regression = counterexample.regression
    ratio = counterexample.ratio
    operation = suspect?.operation.rawValue
    likely = counterexample.likely.map(\.name)
    self.lines = lines
    json = JSON([
      "replay": JSON(replay), "regression": JSON(regression),
      "arguments": Self.arguments(counterexample), "ratio": JSON(ratio), "likely": JSON(likely),
      "operation": operation.map { JSON($0) },
      "got": suspect.map { JSON($0.returned.values.map(HexadecimalText.text)) },
      "want": suspect.map { JSON($0.certified.elements.map(\.hexadecimalText)) },
      "left": comparison.map { JSON($0.left.description) },
      "right": comparison.map { JSON($0.right.description) },
      "error": comparison.map { JSON($0.error.decimalText(digits: 6)) },
      "bound": comparison.map { JSON($0.bound.radiusText) },
      "message": counterexample.message.isEmpty ? nil : JSON(counterexample.message),
      "text": JSON(lines.map { JSON([$0.label, $0.text]) }),
    ])
  }

  /// Describes a case that needs no token.
  init(
    ratio: Double, operation: String, lines: [FailureReport.Line], others: [String: JSON?]
  ) {
    replay = ""
    regression = ""
    self.ratio = ratio
    self.operation = operation
    likely = []
    self.lines = lines
    let own: [String: JSON?] = [
      "replay": JSON(replay), "regression": JSON(regression), "ratio": JSON(ratio),
      "likely": JSON(likely), "operation": JSON(operation),
      "text": JSON(lines.map { JSON([$0.label, $0.text]) }),
    ]
    json = JSON(own.merging(others) { own, _ in own })
  }

  private static func arguments(_ counterexample: Counterexample) -> JSON {
    let pairs = counterexample.arguments.map { name, value in
      (name, Optional(JSON(value.numbers.map(HexadecimalText.text))))
    }
    return JSON(Dictionary(pairs) { first, _ in first })
  }

  /// Reads the object of a report in JSON Lines.
  ///
  /// - Throws: `JSONError` naming the member that is missing or has another form.
  init(_ json: JSON) throws(JSONError) {
    replay = try json.member("replay", \.text)
    regression = try json.member("regression", \.text)
    ratio = try json.member("ratio", \.number)
    operation = try json.optionalMember("operation", \.text)
    likely = try json.member("likely", \.texts)
    let pairs = try json.member("text") { $0.array?.compactMap(\.texts) }
    lines = pairs.filter { $0.count == 2 }.map { FailureReport.Line(label: $0[0], text: $0[1]) }
    self.json = json
  }
}

extension Witness {
  /// The lines as text, the token as a command, below each other with aligned labels.
  public func text(_ header: ReportHeader, indent: String = "") -> String {
    let width = (lines.map(\.label.count).max() ?? 0) + 2
    return lines.map { line in
      let isToken = line.label == "token"
      let label = isToken ? "replay" : line.label
      let text = isToken ? header.replayCommand(line.text) : line.text
      let gap = String(repeating: " ", count: max(1, width - label.count))
      return indent + label + gap + text.harmless
    }.joined(separator: "\n")
  }
}
