/// The failures with their witnesses, and what there is to say of the others.
extension RunPage {
  var failures: String {
    let failures = run.failures
    guard !failures.isEmpty else { return "" }
    let articles = failures.map(article)
    return """
      <section aria-labelledby="failures"><h2 id="failures">Failures (\(failures.count))</h2>
      \(articles.joined(separator: "\n"))
      </section>
      """
  }

  private func article(_ entry: ReportEntry) -> String {
    let why =
      entry.message.isEmpty ? "" : "<p class=\"why\">\(entry.message.harmless.markupEscaped)</p>"
    let witnesses = [("simplest input", entry.witness), ("largest error", entry.worstWitness)]
    let tables = witnesses.compactMap { title, witness in
      witness.map { self.witness(title, $0, entry) }
    }
    return """
      <article id="\(Self.anchor(entry))"><h3>\(Self.badge(entry.verdict)) \
      \(entry.title.markupEscaped) <span class="excess">\(entry.excessText)</span></h3>
      <p class="statement">\(entry.statement.markupEscaped)</p>\(why)
      <div class="witnesses">\(tables.joined(separator: "\n"))</div></article>
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
      list(.unsupported, "Not offered"),
    ].filter { !$0.isEmpty }
    return parts.isEmpty ? "" : "<section>\(parts.joined(separator: "\n"))</section>"
  }

  private func list(_ verdict: LawResult.Verdict, _ title: String) -> String {
    let entries = run.entries.filter { $0.verdict == verdict }
    guard !entries.isEmpty else { return "" }
    let items = entries.map { entry in
      "<li><b>\(entry.title.markupEscaped)</b> \(entry.message.harmless.markupEscaped)</li>"
    }
    return "<details><summary>\(title) (\(entries.count))</summary>"
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
