import Foundation

/// A report in the XML of JUnit: a test case a law and format, a suite a chapter.
///
/// What is not offered, vacuous or known is skipped; a program that crashes, hangs, breaks the protocol
/// or rejects an input is an error; all else that is red is a failure. Written for the schema
/// `junit-10.xsd` of the Jenkins xUnit plugin, which allows no attribute and no element beyond these.
public struct JUnitPage: ReportPage {
  /// The ending of the names of such files.
  public static let ending = ".xml"

  private let run: ReportedRun

  /// Creates the page of a run.
  public init(_ run: ReportedRun) { self.run = run }

  /// The content of the file.
  public var text: String {
    let suites = run.chapters.map { suite($0.title, $0.entries.map(testCase)) } + others
    let all = suites.flatMap(\.cases)
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="\(run.header.title.markupEscaped)"\(counts(all))>
      \(suites.map(\.text).joined(separator: "\n"))
      </testsuites>

      """
  }

  // MARK: - Suites

  private struct Suite {
    let cases: [Case]
    let text: String
  }

  private func suite(_ title: String, _ cases: [Case]) -> Suite {
    let head = "<testsuite name=\"\(title.markupEscaped)\"\(counts(cases))"
    let skipped = " skipped=\"\(cases.count { $0.outcome == .skipped })\">"
    let text = ([head + skipped, properties] + cases.map(\.text) + ["</testsuite>"])
    return Suite(cases: cases, text: text.joined(separator: "\n"))
  }

  private func counts(_ cases: [Case]) -> String {
    let failures = cases.count { $0.outcome == .failure }
    let errors = cases.count { $0.outcome == .error }
    let seconds = cases.reduce(0) { $0 + $1.seconds }
    return " tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"\(errors)\""
      + " time=\"\(String(format: "%.3f", seconds))\""
  }

  private var properties: String {
    let header = run.header
    var pairs = [
      ("suite", header.suite), ("implementation", header.title), ("seed", String(header.seed)),
      ("cases", String(header.cases)), ("shard", header.shard.description),
    ]
    pairs += header.claims.sorted { $0.key < $1.key }.map { ("claim \($0.key)", $0.value) }
    let lines = pairs.map { name, value in
      "<property name=\"\(name.markupEscaped)\" value=\"\(value.markupEscaped)\"/>"
    }
    return "<properties>\(lines.joined())</properties>"
  }

  /// What became of the baseline, and that the run is not complete.
  private var others: [Suite] {
    var suites: [Suite] = []
    if !run.notes.isEmpty { suites.append(suite("Baseline", run.notes.map(testCase))) }
    if let incompleteness = run.incompleteness {
      let whole = Case(
        name: "is complete", suite: "The run", seconds: 0, outcome: .error, type: "incomplete",
        message: incompleteness, details: "")
      suites.append(suite("The run", [whole]))
    }
    return suites
  }

  // MARK: - Test cases

  private enum Outcome: String {
    case passed
    case skipped
    case failure
    case error
  }

  private struct Case {
    let name: String
    let suite: String
    let seconds: Double
    let outcome: Outcome
    let type: String
    let message: String
    let details: String

    var text: String {
      let head =
        "<testcase name=\"\(name.markupEscaped)\""
        + " classname=\"softmax-laws.\(suite.markupEscaped)\""
        + " time=\"\(String(format: "%.3f", seconds))\""
      guard outcome != .passed else { return head + "/>" }
      let element = outcome.rawValue
      // The details are lines of their own, which an escaped line feed would join.
      let lines = details.split(separator: "\n").map { String($0).markupEscaped }
      return head + "><\(element) type=\"\(type)\" message=\"\(message.markupEscaped)\">"
        + lines.joined(separator: "\n") + "</\(element)></testcase>"
    }
  }

  private func testCase(_ entry: ReportEntry) -> Case {
    let outcome: Outcome =
      switch entry.verdict {
      case .holds: .passed
      case .known, .unsupported, .vacuous: .skipped
      case .fails, .stale, .nondeterministic: .failure
      case .crashed, .hung, .protocol, .error: .error
      }
    return Case(
      name: entry.title, suite: entry.chapter, seconds: entry.seconds ?? 0, outcome: outcome,
      type: entry.verdict.rawValue, message: entry.headline,
      details: entry.isRed ? entry.details(run.header) : "")
  }

  private func testCase(_ note: ReportNote) -> Case {
    let replay = note.replay.map { "replay " + run.header.replayCommand($0) }
    return Case(
      name: "\(note.subject): \(note.kind.rawValue)", suite: "Baseline", seconds: 0,
      outcome: note.isRed ? .failure : .passed, type: note.kind.rawValue, message: note.text,
      details: [note.text, replay].compactMap { $0 }.joined(separator: "\n"))
  }
}
