import Arithmetic

/// A report as a page in HTML that needs nothing but itself, neither a network nor a script.
///
/// A script of the page's own adds the filter of the table where scripts run.
public struct RunPage: ReportPage {
  /// The ending of the names of such files.
  public static let ending = ".html"

  let run: ReportedRun

  /// Creates the page of a run.
  public init(_ run: ReportedRun) { self.run = run }

  /// The content of the file.
  public var text: String {
    let body = [
      head, facts, navigation, counts, notes, lawTable, failures, plots, remarks, proposal, footer,
    ]
    return Page(
      title: "\(run.header.title): \(conclusion)",
      body: body.filter { !$0.isEmpty }.joined(separator: "\n"), isFiltered: true
    ).text
  }

  /// The formats that there are results in.
  var formats: [Format] {
    Format.allCases.filter { format in run.entries.contains { $0.format == format } }
  }

  // MARK: - What it comes to

  private var head: String {
    let mark = run.isRed ? "✘" : run.isComplete ? "✔" : "…"
    let kind = run.isRed ? "red" : run.isComplete ? "green" : "yellow"
    let incompleteness = run.incompleteness.map {
      "<p class=\"banner\" role=\"alert\">\($0.markupEscaped)</p>"
    }
    return """
      <header><h1>\(run.header.title.markupEscaped)</h1>
      <p class="verdict \(kind)"><span aria-hidden="true">\(mark)</span> \(conclusion)</p>\
      \(incompleteness ?? "")</header>
      """
  }

  private var conclusion: String {
    let counts = LawResult.Verdict.allCases.filter { run.tally[$0] > 0 }.map { verdict in
      "\(run.tally[verdict]) \(verdict.inCount)"
    }
    let worse = run.notes.count(where: \.isRed)
    let all = counts + (worse > 0 ? ["\(worse) worse than recorded"] : [])
    return all.isEmpty ? "nothing was checked" : all.joined(separator: ", ")
  }

  private var facts: String {
    let header = run.header
    let claims = header.claims.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    var facts = [
      ("seed", String(header.seed)), ("cases a law and format", String(header.cases)),
      ("cases in all", String(run.entries.reduce(0) { $0 + $1.cases })),
    ]
    if header.shard.count > 1 { facts.append(("shard", header.shard.description)) }
    facts += [
      ("claims", claims.isEmpty ? "nothing" : claims.joined(separator: ", ")),
      ("suite", "softmax-laws \(header.suite)"),
    ]
    let seconds = run.entries.compactMap(\.seconds)
    if !seconds.isEmpty { facts.append(("time", "\(seconds.reduce(0, +).rounded(.up)) s")) }
    let items = facts.map { "<div><dt>\($0)</dt><dd>\($1.harmless.markupEscaped)</dd></div>" }
    return "<dl class=\"facts\">\(items.joined())</dl>"
  }

  private var navigation: String {
    let parts = [
      ("verdicts", "Verdicts", !run.entries.isEmpty),
      ("baseline", "Since the baseline", !run.notes.isEmpty),
      ("laws", "Laws", !run.entries.isEmpty), ("failures", "Failures", !run.failures.isEmpty),
      ("plots", "Error ÷ bound", run.entries.contains { !$0.profile.isEmpty }),
    ]
    let links = parts.filter(\.2).map { "<a href=\"#\($0.0)\">\($0.1)</a>" }
    return links.isEmpty ? "" : "<nav aria-label=\"sections\">\(links.joined(separator: " "))</nav>"
  }

  private var counts: String {
    guard !run.entries.isEmpty else { return "" }
    let rows = LawResult.Verdict.allCases.filter { run.tally[$0] > 0 }.map { verdict in
      let cells = formats.map { format in
        let count = run.entries.count { $0.format == format && $0.verdict == verdict }
        return "<td>\(count == 0 ? "" : String(count))</td>"
      }
      return "<tr><th scope=\"row\">\(Self.badge(verdict))</th>\(cells.joined())"
        + "<td>\(run.tally[verdict])</td></tr>"
    }
    let columns = formats.map { "<th scope=\"col\">\($0.rawValue)</th>" }.joined()
    return """
      <section aria-labelledby="verdicts"><h2 id="verdicts">Verdicts</h2>
      <div class="scroll"><table class="counts"><thead><tr><th scope="col">verdict</th>\(columns)\
      <th scope="col">all</th></tr></thead><tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table></div></section>
      """
  }

  private var notes: String {
    guard !run.notes.isEmpty else { return "" }
    let items = run.notes.map { note in
      let replay = note.replay.map { token in
        "<br><code>\(run.header.replayCommand(token).markupEscaped)</code>"
      }
      return
        "<li><span class=\"badge \(note.isRed ? "red" : "faint")\">\(note.kind.rawValue)</span> "
        + "<b>\(note.subject.markupEscaped)</b> \(note.text.markupEscaped)\(replay ?? "")</li>"
    }
    return """
      <section aria-labelledby="baseline"><h2 id="baseline">Since the baseline</h2>
      <ul class="plain">\(items.joined(separator: "\n"))</ul></section>
      """
  }

  private var footer: String {
    """
    <footer>Written by softmax-laws \(run.header.suite). A number is the largest error of a law divided \
    by the bound that the claims allow at that input; a law fails above 1.</footer>
    """
  }

  // MARK: - Parts

  static func badge(_ verdict: LawResult.Verdict) -> String {
    "<span class=\"badge \(color(of: verdict))\">\(verdict.rawValue)</span>"
  }

  static func color(of verdict: LawResult.Verdict) -> String {
    switch verdict {
    case .holds: "green"
    case .known, .vacuous: "yellow"
    case .unsupported: "faint"
    case .fails, .stale, .crashed, .hung, .protocol, .nondeterministic, .error: "red"
    }
  }
}
