import Arithmetic
import Conformance
import Foundation
import SoftmaxLaws
import SoftmaxFamily
import Specimens

extension KillMatrix {
  /// One line that says how many are killed, and how fast.
  var summary: String {
    let visible = rows.filter(\.isVisible)
    let killed = visible.count - survivors.count
    return "\(mutants.count) mutants, \(killed) of \(visible.count) killed in the formats in which"
      + " they show · cases to the first kill: median \(medianCases), at most \(casesToKill.last ?? 0)"
  }

  /// The matrix as a JSON object.
  var json: [String: Any] {
    [
      "suite": Suite.version, "seed": String(seed), "cases": cases,
      "mutants": mutants.map(object),
      "power": [
        "soleKills": soleKills.map { ["mutant": $0.mutant, "law": $0.law] },
        "idleLaws": idleLaws, "redundantLaws": redundantLaws,
      ] as [String: Any],
      "summary": [
        "mutants": mutants.count, "visible": rows.count { $0.isVisible },
        "survivors": survivors.count, "medianCases": medianCases,
        "mostCases": casesToKill.last ?? 0,
      ],
    ]
  }

  /// The JSON object as text.
  var jsonText: String {
    let options: JSONSerialization.WritingOptions = [
      .prettyPrinted, .sortedKeys, .withoutEscapingSlashes,
    ]
    let data = try? JSONSerialization.data(withJSONObject: json, options: options)
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  private func object(_ mutant: Mutant) -> [String: Any] {
    var formats: [String: Any] = [:]
    for row in rows where row.mutant.id == mutant.id {
      formats[row.format.rawValue] = [
        "visible": row.isVisible, "casesToKill": row.casesToKill as Any, "laws": row.kills,
      ].compactMapValues { $0 }
    }
    return [
      "id": mutant.id, "name": mutant.name, "mechanism": mutant.mechanism,
      "advice": mutant.advice, "references": mutant.references,
      "operation": mutant.operation.rawValue, "expected": mutant.law, "formats": formats,
    ]
  }

  /// The matrix as a table in Markdown: a line a mutant, a column a format.
  var markdown: String {
    let formats = Format.allCases.filter { format in rows.contains { $0.format == format } }
    let head = ["id", "mutant", "operation"] + formats.map(\.rawValue) + ["laws"]
    var lines = [head, head.map { _ in "---" }]
    lines += mutants.map { mutant in
      let cells = formats.map { cell(mutant, $0) }
      let laws = Set(rows.filter { $0.mutant.id == mutant.id }.flatMap(\.kills.keys))
      return [mutant.id, mutant.name, mutant.operation.rawValue] + cells + ["\(laws.count)"]
    }
    let table = lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    return "# Mutants and laws\n\n\(summary).\n\nThe numbers are cases until the first kill, at"
      + " most \(cases) a law, seed \(seed); `–` where the fault does not show in the format."
      + "\n\n\(table)\n"
  }

  /// The cases to the first kill as text; a mark where the mutant survives, or does not show.
  func cell(_ mutant: Mutant, _ format: Format) -> String {
    guard let row = rows.first(where: { $0.mutant.id == mutant.id && $0.format == format }) else {
      return ""
    }
    guard row.isVisible else { return "–" }
    return row.casesToKill.map(String.init) ?? "survives"
  }
}
