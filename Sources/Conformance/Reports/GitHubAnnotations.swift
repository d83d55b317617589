/// Red results as commands that GitHub Actions turns into annotations.
///
/// GitHub shows ten errors of a step; of more, the tenth says how many there are.
///
/// Source: GitHub, “Workflow commands for GitHub Actions”, for the form and what is escaped.
public struct GitHubAnnotations: Sendable {
  private static let most = 10

  private let run: ReportedRun

  /// Creates the annotations of a run.
  public init(_ run: ReportedRun) { self.run = run }

  /// The lines to be printed to standard output.
  public var lines: [String] {
    let all = run.failures.map(line) + run.notes.filter(\.isRed).map(line)
    guard all.count > Self.most else { return all }
    let rest =
      "\(all.count - Self.most + 1) more results are red, which the log and the reports show"
    return all.prefix(Self.most - 1) + [Self.line(title: run.header.title, rest)]
  }

  private func line(_ entry: ReportEntry) -> String {
    Self.line(
      title: "\(entry.title) \(entry.headline)",
      entry.details(run.header))
  }

  private func line(_ note: ReportNote) -> String {
    let replay = note.replay.map { "\nreplay \(run.header.replayCommand($0))" } ?? ""
    return Self.line(title: "\(note.subject) is \(note.kind.rawValue)", note.text + replay)
  }

  private static func line(title: String, _ message: String) -> String {
    "::error title=\(property(title))::\(data(message))"
  }

  /// Scalar by scalar, as a carriage return and a line feed are one character.
  private static func data(_ text: String) -> String {
    let codes: [Unicode.Scalar: String] = ["%": "%25", "\r": "%0D", "\n": "%0A"]
    return text.unicodeScalars.map { codes[$0] ?? String($0) }.joined()
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
