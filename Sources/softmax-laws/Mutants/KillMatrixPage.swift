import Conformance
import Foundation
import SoftmaxFamily
import Specimens

/// The kill matrix as a page that needs nothing but itself: mutants × laws.
struct KillMatrixPage {
  private let matrix: KillMatrix

  init(_ matrix: KillMatrix) { self.matrix = matrix }

  /// The page.
  var text: String {
    let laws = matrix.effectiveLaws
    let head = laws.map { "<th scope=\"col\"><span>\($0.markupEscaped)</span></th>" }.joined()
    let rows = matrix.mutants.map { row($0, laws) }.joined(separator: "\n")
    let body = """
      <header><h1>Mutants and laws</h1>
      <p>\(matrix.summary.markupEscaped). A cell is the number of cases until the law falsifies the
      mutant, the fewest over the formats in which the fault shows, of at most \(matrix.cases);
      seed \(matrix.seed). The law that a mutant is expected to be falsified by is outlined. An empty cell:
      the law holds, or is not about the operation.</p></header>
      <div class="scroll"><table class="matrix"><thead><tr><th scope="col" class="name">mutant</th>\
      \(head)</tr></thead><tbody>
      \(rows)
      </tbody></table></div>
      <section><h2>Mutants that one law alone falsifies</h2>
      <ul>\(matrix.soleKills.map { "<li>\($0.mutant.markupEscaped): \($0.law.markupEscaped)</li>" }
        .joined())</ul>
      <h2>Laws that falsify no mutant (\(matrix.idleLaws.count))</h2>
      <p>\(matrix.idleLaws.joined(separator: ", ").markupEscaped)</p></section>
      """
    return Page(title: "Mutants and laws", body: body).text
  }

  private func row(_ mutant: Mutant, _ laws: [String]) -> String {
    let details = "\(mutant.mechanism) — \(mutant.references) — \(mutant.operation.rawValue)"
    let cells = laws.map { law in
      guard let cases = matrix.cases(of: law, for: mutant) else { return "<td></td>" }
      let depth = min(4, Int(log2(Double(cases)) / 2))
      let isExpected = law == mutant.law ? " expected" : ""
      let title = "\(mutant.name) × \(law): \(cases)"
      return "<td class=\"k\(depth)\(isExpected)\" title=\"\(title.markupEscaped)\">\(cases)</td>"
    }
    return "<tr><th scope=\"row\" class=\"name\" title=\"\(details.markupEscaped)\">"
      + "\(mutant.id) \(mutant.name.markupEscaped)</th>\(cells.joined())</tr>"
  }
}
