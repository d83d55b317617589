import Arithmetic

/// A report in Markdown, as for the summary of a CI job: what failed first, and with its input.
///
/// GitHub refuses a summary of more than a mebibyte, so that only so many failures are shown in full.
public struct MarkdownPage: ReportPage {
  /// The ending of the names of such files.
  public static let ending = ".md"
  /// The most failures that are shown with their input.
  private static let mostDetails = 60

  private let run: ReportedRun

  /// Creates the page of a run.
  public init(_ run: ReportedRun) { self.run = run }

  /// The content of the file.
  public var text: String {
    [head, counts, failures, notes, known, vacuous, unreached, unsupported, proposal]
      .filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var head: String {
    let header = run.header
    let mark = run.isRed ? "✘" : run.isComplete ? "✔" : "…"
    var facts = ["suite \(header.suite)", "seed \(header.seed)", "\(header.cases) cases a law"]
    if header.shard.count > 1 { facts.append("shard \(header.shard)") }
    let claims = header.claims.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    var lines = ["# \(mark) \(header.title.markdownEscaped)", facts.joined(separator: " · ")]
    if !claims.isEmpty { lines.append("claims " + claims.joined(separator: ", ").markdownEscaped) }
    if let incompleteness = run.incompleteness { lines.append("**\(incompleteness)**") }
    return lines.joined(separator: "\n\n")
  }

  private var counts: String {
    let formats = Format.allCases.filter { format in run.entries.contains { $0.format == format } }
    guard !formats.isEmpty else { return "Nothing was checked." }
    let rows = LawResult.Verdict.allCases.compactMap { verdict -> [String]? in
      guard run.tally[verdict] > 0 else { return nil }
      let cells = formats.map { format in
        String(run.entries.count { $0.format == format && $0.verdict == verdict })
      }
      return [verdict.rawValue] + cells + [String(run.tally[verdict])]
    }
    return Self.table(["verdict"] + formats.map(\.rawValue) + ["all"], rows)
  }

  private var failures: String {
    let failures = run.failures
    guard !failures.isEmpty else { return "" }
    let shown = failures.prefix(Self.mostDetails).map { entry in
      let title = "✘ \(entry.title): \(entry.headline)".markupEscaped
      return """
        <details><summary>\(title)</summary>

        \(Self.block(entry.details(run.header)))

        </details>
        """
    }
    let rest = failures.dropFirst(Self.mostDetails).map { "`\($0.title)`" }
    let more = rest.isEmpty ? [] : ["And \(rest.count) more: \(rest.joined(separator: ", "))."]
    return (["## Failures (\(failures.count))"] + shown + more).joined(separator: "\n\n")
  }

  private var notes: String {
    guard !run.notes.isEmpty else { return "" }
    let rows = run.notes.map { note in
      let replay = note.replay.map { run.header.replayCommand($0).markdownCode } ?? ""
      return [note.kind.rawValue, note.subject.markdownEscaped, note.text.markdownEscaped, replay]
    }
    return "## Since the baseline\n\n" + Self.table(["", "law", "what", "replay"], rows)
  }

  private var known: String { list(.known, "Known deviations") }

  private var vacuous: String { list(.vacuous, "Vacuous: the bounds are too wide to say anything") }

  private func list(_ verdict: LawResult.Verdict, _ title: String) -> String {
    let entries = run.entries.filter { $0.verdict == verdict }
    return Self.list(title, ["law", "why"], entries.map { [$0.title, $0.message] })
  }

  private var unreached: String {
    let entries = run.entries.filter { !$0.unreached.isEmpty }
    let rows = entries.map { [$0.title, $0.unreached.joined(separator: ", ")] }
    return Self.list("Regimes that no case reached", ["law", "regimes"], rows)
  }

  private static func list(_ title: String, _ head: [String], _ rows: [[String]]) -> String {
    guard !rows.isEmpty else { return "" }
    return """
      <details><summary>\(title) (\(rows.count))</summary>

      \(table(head, rows.map { $0.map(\.markdownEscaped) }))

      </details>
      """
  }

  private var unsupported: String {
    let messages = run.entries.filter { $0.verdict == .unsupported }.map(\.message)
    guard !messages.isEmpty else { return "" }
    let counts = Dictionary(messages.map { ($0, 1) }, uniquingKeysWith: +)
    let rows = counts.sorted { $0.key < $1.key }.map { [$0.key.markdownEscaped, "\($0.value)"] }
    return """
      <details><summary>Not offered (\(messages.count))</summary>

      \(Self.table(["why", "laws"], rows))

      </details>
      """
  }

  private var proposal: String {
    let lines = KnownIssues.proposals(for: run.entries)
    guard !lines.isEmpty else { return "" }
    return """
      <details><summary>Entries for a list of known issues, each to be confirmed first</summary>

      \(Self.block(lines.joined(separator: ",\n")))

      </details>
      """
  }

  // MARK: - Markdown

  private static func table(_ head: [String], _ rows: [[String]]) -> String {
    ([head, head.map { _ in "---" }] + rows).map { cells in
      "| " + cells.joined(separator: " | ") + " |"
    }.joined(separator: "\n")
  }

  /// A block of code, whatever is in it.
  private static func block(_ text: String) -> String {
    let fence = String(repeating: "`", count: max(3, text.longestRun(of: "`") + 1))
    return "\(fence)text\n\(text)\n\(fence)"
  }
}
