import Arithmetic

/// The table of laws: a row a law, a column a format, a part of the table a chapter.
extension RunPage {
  var lawTable: String {
    guard !run.entries.isEmpty else { return "" }
    let columns = formats.map { format in
      "<th scope=\"col\" data-format=\"\(format.rawValue)\">\(format.rawValue)</th>"
    }
    let bodies = run.chapters.map { chapter in
      """
      <tbody><tr class="chapter"><th scope="rowgroup" colspan="\(formats.count + 2)">\
      \(chapter.title.markupEscaped)</th></tr>
      \(rows(chapter.entries).joined(separator: "\n"))
      </tbody>
      """
    }
    return """
      <section aria-labelledby="laws"><h2 id="laws">Laws</h2>
      \(filter)
      <div class="scroll"><table class="laws"><thead><tr><th scope="col">law</th>\
      \(columns.joined())<th scope="col">statement</th></tr></thead>
      \(bodies.joined(separator: "\n"))
      </table></div></section>
      """
  }

  private var filter: String {
    let verdicts = LawResult.Verdict.allCases.filter { run.tally[$0] > 0 }.map(\.rawValue)
    return """
      <form class="filter" hidden><label>text <input type="search" name="text" \
      placeholder="law or statement"></label>
      <label>verdict \(Self.select("verdict", ["any", "any but holds"] + verdicts))</label>
      <label>format \(Self.select("format", ["all"] + formats.map(\.rawValue)))</label>
      <output aria-live="polite"></output></form>
      """
  }

  private static func select(_ name: String, _ options: [String]) -> String {
    let options = options.map { "<option>\($0)</option>" }.joined()
    return "<select name=\"\(name)\">\(options)</select>"
  }

  private func rows(_ entries: [ReportEntry]) -> [String] {
    var names: [String] = []
    var byName: [String: [ReportEntry]] = [:]
    for entry in entries {
      if byName[entry.name] == nil { names.append(entry.name) }
      byName[entry.name, default: []].append(entry)
    }
    return names.map { row($0, byName[$0] ?? []) }
  }

  private func row(_ name: String, _ entries: [ReportEntry]) -> String {
    let statement = entries.first?.statement ?? ""
    let cells = formats.map { format in cell(entries.first { $0.format == format }, format) }
    return "<tr><th scope=\"row\">\(name.markupEscaped)</th>\(cells.joined())"
      + "<td class=\"statement\">\(statement.markupEscaped)</td></tr>"
  }

  private func cell(_ entry: ReportEntry?, _ format: Format) -> String {
    guard let entry else { return "<td data-format=\"\(format.rawValue)\"></td>" }
    let head =
      "<td data-format=\"\(format.rawValue)\" data-verdict=\"\(entry.verdict.rawValue)\""
      + " class=\"\(Self.color(of: entry.verdict))\" title=\"\(Self.title(entry).markupEscaped)\""
    let mark = Self.mark(entry).markupEscaped
    switch entry.verdict {
    case .holds:
      let width = entry.worst < 1 ? Int((max(0, entry.worst) * 100).rounded()) : 100
      return head + " style=\"--w:\(width)%\">\(mark)</td>"
    case _ where entry.isRed:
      return head + "><a href=\"#\(Self.anchor(entry))\">\(mark)</a></td>"
    default: return head + ">\(mark)</td>"
    }
  }

  static func anchor(_ entry: ReportEntry) -> String {
    "\(entry.name)-\(entry.format.rawValue)".markupEscaped
  }

  private static func mark(_ entry: ReportEntry) -> String {
    switch entry.verdict {
    case .holds: "✔ \(entry.worst.ratioText)\(entry.domainSize == nil ? "" : " ∀")"
    case .unsupported: "–"
    case .vacuous: "~ vacuous"
    case .known: "✘ known"
    case .nondeterministic: "✘ varies"
    case .fails, .stale, .crashed, .hung, .protocol, .error: "✘ \(entry.verdict.rawValue)"
    }
  }

  private static func title(_ entry: ReportEntry) -> String {
    let cases = "\(entry.cases) cases" + (entry.domainSize == nil ? "" : ", all there are")
    return "\(entry.title): \(entry.headline), \(cases)"
  }
}
