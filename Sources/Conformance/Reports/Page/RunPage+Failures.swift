import Arithmetic

/// The failures with their witnesses, and what there is to say of the others.
extension RunPage {
  var failures: String {
    let failures = run.failures
    guard !failures.isEmpty else { return "" }
    var names: [String] = []
    for name in failures.map(\.name) where !names.contains(name) { names.append(name) }
    let articles = names.map { name in article(name, failures.filter { $0.name == name }) }
    return """
      <section aria-labelledby="failures"><h2 id="failures">Failures (\(failures.count))</h2>
      \(articles.joined(separator: "\n"))
      </section>
      """
  }

  /// The failures of a law, of which the first is unfolded.
  private func article(_ name: String, _ entries: [ReportEntry]) -> String {
    let parts = entries.enumerated().map { index, entry in details(entry, isOpen: index == 0) }
    return """
      <article><h3>\(name.markupEscaped)</h3>
      <p class="statement">\((entries.first?.statement ?? "").markupEscaped)</p>
      \(parts.joined(separator: "\n"))
      </article>
      """
  }

  private func details(_ entry: ReportEntry, isOpen: Bool) -> String {
    let message = entry.message.harmless.markupEscaped
    let witnesses = [("simplest input", entry.witness), ("largest error", entry.worstWitness)]
    let tables = witnesses.compactMap { title, witness in
      witness.map { self.witness(title, $0, entry) }
    }
    return """
      <details\(isOpen ? " open" : "")><summary>\(Self.badge(entry.verdict)) \(entry.format.rawValue) \
      <span class="excess">\(entry.excessText)</span></summary>
      <div id="\(Self.anchor(entry))">\(message.isEmpty ? "" : "<p class=\"why\">\(message)</p>")
      <div class="witnesses">\(tables.joined(separator: "\n"))</div></div></details>
      """
  }

  private func witness(_ title: String, _ witness: Witness, _ entry: ReportEntry) -> String {
    let lines = witness.lines.map { line in
      let isToken = line.label == "token"
      let label = isToken ? "replay" : line.label
      let text = isToken ? run.header.replayCommand(line.text) : line.text
      return "<tr><th scope=\"row\">\(label.markupEscaped)</th>"
        + "<td>\(text.harmless.markupEscaped)</td></tr>"
    }
    let ratio = entry.excessText.isEmpty ? "" : ": \(witness.ratio.ratioText) × the bound"
    return """
      <table class="witness"><caption>\(title)\(ratio)</caption><tbody>
      \(lines.joined(separator: "\n"))
      </tbody></table>
      """
  }

  /// The known deviations, and what is vacuous or not offered.
  var remarks: String {
    let parts = [
      list(.known, "Known deviations"),
      list(.vacuous, "Vacuous: the bounds are too wide to say anything"),
      list(
        "Regimes that no case reached",
        run.entries.filter { !$0.unreached.isEmpty }.map {
          ($0.title, $0.unreached.joined(separator: ", "))
        }),
      list(.unsupported, "Not offered"),
    ].filter { !$0.isEmpty }
    return parts.isEmpty ? "" : "<section>\(parts.joined(separator: "\n"))</section>"
  }

  private func list(_ verdict: LawResult.Verdict, _ title: String) -> String {
    let entries = run.entries.filter { $0.verdict == verdict }
    return list(title, entries.map { ($0.title, $0.message) })
  }

  private func list(_ title: String, _ remarks: [(title: String, text: String)]) -> String {
    guard !remarks.isEmpty else { return "" }
    let items = remarks.map { remark in
      "<li><b>\(remark.title.markupEscaped)</b> \(remark.text.harmless.markupEscaped)</li>"
    }
    return "<details><summary>\(title) (\(remarks.count))</summary>"
      + "<ul class=\"plain\">\(items.joined(separator: "\n"))</ul></details>"
  }

  /// Entries for a list of known issues.
  var proposal: String {
    let lines = KnownIssues.proposals(for: run.entries)
    guard !lines.isEmpty else { return "" }
    return """
      <section><details><summary>Entries for a list of known issues, each to be confirmed \
      first</summary>
      <pre>\(lines.map(\.markupEscaped).joined(separator: ",\n"))</pre></details></section>
      """
  }
}
