import Arithmetic
import Conformance
import SoftmaxLaws

/// The part of a check in which laws are evaluated, and each result is shown at once.
struct CheckRun {
  let check: Check
  let selection: LawSelection
  let formats: [Format]
  let shard: Shard
  let knownIssues: KnownIssues?
  let diagnosis: Diagnosis
  let reports: RunReports
  let table: CheckTable
  let terminal: Terminal
  let interruption: Interruption

  /// The number of laws and formats of the shard.
  var total: Int { selection.laws.reduce(0) { $0 + formats(of: $1).count } }

  /// Evaluates every law in every format, or as many as there are before an interruption.
  func results() -> [LawResult] {
    let total = selection.laws.count
    var results: [LawResult] = []
    var number = 0
    for chapter in selection.chapters {
      let laws = chapter.laws.filter { !formats(of: $0).isEmpty }
      if interruption.status == nil, !laws.isEmpty { table.chapter(chapter.title) }
      for law in laws where interruption.status == nil {
        number += 1
        let row = row(of: law, progress: "\(number)/\(total) \(law.name)")
        if !row.isEmpty { table.row(law, row) }
        results += row
      }
    }
    return results
  }

  /// The formats in which a law belongs to the shard.
  private func formats(of law: Law) -> [Format] {
    formats.filter { shard.owns(law.name, in: $0) }
  }

  private func row(of law: Law, progress: String) -> [LawResult] {
    var row: [LawResult] = []
    for format in formats(of: law) {
      terminal.progress("\(progress) in \(format.rawValue)")
      let result = check.result(of: law, in: format)
      // A result in whose midst a signal came says nothing.
      if interruption.status != nil { break }
      let judged = knownIssues?.applied(to: result) ?? result
      row.append(diagnosis.applied(to: judged))
      reports.append(row[row.count - 1], check)
    }
    return row
  }
}
