import Arithmetic
import Conformance
import SoftmaxLaws

/// The part of a check in which laws are evaluated, and each result is shown at once.
struct CheckRun {
  let jobs: Jobs
  let selection: LawSelection
  let formats: [Format]
  let knownIssues: KnownIssues?
  let diagnosis: Diagnosis
  let reports: [JSONLinesReport]
  let table: CheckTable
  let terminal: Terminal
  let interruption: Interruption

  /// Evaluates every law in every format, or as many as there are before an interruption.
  func results() -> [LawResult] {
    let total = selection.laws.count
    jobs.begin(selection.laws.flatMap { law in formats.map { (law, $0) } })
    defer { jobs.end() }
    var results: [LawResult] = []
    var number = 0
    for chapter in selection.chapters {
      if interruption.status == nil { table.chapter(chapter.title) }
      for law in chapter.laws where interruption.status == nil {
        number += 1
        let row = row(of: law, progress: "\(number)/\(total) \(law.name)")
        if !row.isEmpty { table.row(law, row) }
        results += row
      }
    }
    return results
  }

  private func row(of law: Law, progress: String) -> [LawResult] {
    var row: [LawResult] = []
    for format in formats {
      terminal.progress("\(progress) in \(format.rawValue)")
      let result = jobs.result(of: law, in: format)
      // A result in whose midst a signal came says nothing.
      if interruption.status != nil { break }
      let judged = knownIssues?.applied(to: result) ?? result
      row.append(diagnosis.applied(to: judged))
      reports.forEach { $0.append(row[row.count - 1]) }
    }
    return row
  }
}
