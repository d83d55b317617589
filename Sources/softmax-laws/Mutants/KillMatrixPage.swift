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
    let head = laws.map { "<th scope=col><span>\($0.escaped)</span></th>" }.joined()
    let rows = matrix.mutants.map { row($0, laws) }.joined(separator: "\n")
    return """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>Mutants and laws</title>
      <style>\(Self.style)</style></head><body>
      <h1>Mutants and laws</h1>
      <p>\(matrix.summary.escaped). A cell is the number of cases until the law falsifies the
      mutant, the fewest over the formats in which the fault shows, of at most \(matrix.cases);
      seed \(matrix.seed). An empty cell: the law holds, or is not about the operation.</p>
      <div class=scroll><table><thead><tr><th scope=col class=name>mutant</th>\(head)</tr></thead>
      <tbody>
      \(rows)
      </tbody></table></div>
      <h2>Mutants that one law alone falsifies</h2>
      <ul>\(matrix.soleKills.map { "<li>\($0.mutant.escaped): \($0.law.escaped)</li>" }.joined())</ul>
      <h2>Laws that falsify no mutant (\(matrix.idleLaws.count))</h2>
      <p>\(matrix.idleLaws.joined(separator: ", ").escaped)</p>
      </body></html>

      """
  }

  private func row(_ mutant: Mutant, _ laws: [String]) -> String {
    let details = "\(mutant.mechanism) — \(mutant.references) — \(mutant.operation.rawValue)"
    let cells = laws.map { law in
      guard let cases = matrix.cases(of: law, for: mutant) else { return "<td></td>" }
      let depth = min(4, Int(log2(Double(cases)) / 2))
      let isExpected = law == mutant.law ? " expected" : ""
      let title = "\(mutant.name) × \(law): \(cases)"
      return "<td class=\"k\(depth)\(isExpected)\" title=\"\(title.escaped)\">\(cases)</td>"
    }
    return "<tr><th scope=row class=name title=\"\(details.escaped)\">"
      + "\(mutant.id) \(mutant.name.escaped)</th>\(cells.joined())</tr>"
  }

  private static let style = """
    :root{--ink:#1c1c1e;--paper:#fff;--line:#d8d8dc;--k:16,122,72}
    @media(prefers-color-scheme:dark){:root{--ink:#e9e9ec;--paper:#161618;--line:#3a3a3e;--k:64,190,124}}
    body{font:14px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);margin:2rem}
    .scroll{overflow:auto;max-height:85vh;border:1px solid var(--line)}
    table{border-collapse:collapse;font-variant-numeric:tabular-nums}
    th,td{border:1px solid var(--line);padding:1px 4px;font-size:11px;text-align:right}
    th{font-weight:500;text-align:left;background:var(--paper)}
    thead th{position:sticky;top:0;vertical-align:bottom;z-index:1}
    thead span{writing-mode:vertical-rl;transform:rotate(180deg);white-space:nowrap}
    .name{position:sticky;left:0;white-space:nowrap}thead .name{z-index:2}
    .k0{background:rgba(var(--k),.85)}.k1{background:rgba(var(--k),.6)}
    .k2{background:rgba(var(--k),.4)}.k3{background:rgba(var(--k),.25)}.k4{background:rgba(var(--k),.12)}
    .expected{outline:2px solid var(--ink);outline-offset:-2px}
    """
}

extension String {
  /// The text with the characters replaced that mean something in HTML.
  var escaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
