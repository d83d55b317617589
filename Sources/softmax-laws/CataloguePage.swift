import SoftmaxFamily
import SoftmaxLaws

/// The catalogue as a page: every law of the literature by its identifier, with the laws that state it, its test, or the
/// reason why there is none; and which laws tell whether a claim is kept.
struct CataloguePage {
  /// The page in Markdown.
  var text: String {
    ([head] + CatalogueTable.chapters.map(chapter) + [beyond, claims]).joined(separator: "\n\n")
  }

  private var head: String {
    let count = "\(Catalogue.laws.count) laws of \(Operation.allCases.count) operations"
    let letters = Exactness.allCases.map { "- `\($0.rawValue)`: \($0.meaning)." }
    return """
      # The catalogue

      \(count), beside the \(CatalogueTable.rows.count) statements of the literature that they make up.
      Printed by `softmax-laws list --markdown`; a test compares the two. How a law is decided:

      \(letters.joined(separator: "\n"))
      """
  }

  private func chapter(_ chapter: CatalogueTable) -> String {
    let rows = chapter.rows.flatMap { lines($0, CatalogueTable.laws(of: $0)) }
    return "## \(chapter.number) \(chapter.title)\n\n" + table(rows)
  }

  private func lines(_ row: CatalogueRow, _ laws: [Law]) -> [[String]] {
    var lines = laws.map { law in
      ["`\(law.name)`", law.statement, law.exactness.rawValue, law.source]
    }
    if let test = row.test {
      lines.append(["test “\(test)”", row.reason ?? "Stated of the reference.", "", ""])
    } else if let reason = row.reason {
      lines.append(["none", reason, "", ""])
    }
    if lines.isEmpty { lines.append(["none yet", "", "", ""]) }
    return lines.enumerated().map { [$0 == 0 ? row.id : ""] + $1 }
  }

  private func table(_ lines: [[String]]) -> String {
    let head = ["row", "law", "statement", "decided", "source"]
    return markdown(head, lines)
  }

  private var beyond: String {
    let lines = CatalogueTable.lawsBeyond.map { law in
      ["`\(law.name)`", law.statement, law.exactness.rawValue, law.source]
    }
    return "## Laws beyond the rows\n\n"
      + markdown(["law", "statement", "decided", "source"], lines)
  }

  private var claims: String {
    let lines = ClaimCheck.all.map { check in
      let laws = check.laws.map { "`\($0)`" }.joined(separator: ", ")
      return ["`\(check.claim)`", check.effect, laws.isEmpty ? "–" : laws]
    }
    return """
      ## Claims

      What a claim sharpens or says, and laws that are falsified where it is made and not kept; a test has
      a program for each of the claims of accuracy that does so.


      """ + markdown(["claim", "sharpens", "laws that tell"], lines)
  }

  private func markdown(_ head: [String], _ lines: [[String]]) -> String {
    let rule = head.map { _ in "---" }
    return ([head, rule] + lines.map { $0.map(escaped) }).map { cells in
      "| " + cells.joined(separator: " | ") + " |"
    }.joined(separator: "\n")
  }

  private func escaped(_ cell: String) -> String { cell.replacing("|", with: "\\|") }
}
