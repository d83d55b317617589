import Arithmetic
import Conformance
import Foundation
import SoftmaxLaws

/// `softmax-laws check`.
struct CheckCommand {
  private let invocation: Invocation
  private let terminal: Terminal

  init(_ invocation: Invocation, _ terminal: Terminal) {
    self.invocation = invocation
    self.terminal = terminal
  }

  /// Checks the laws asked for, and prints a table and the failures.
  func run() throws -> ExitStatus {
    let laws = try selectedLaws()
    let knownIssues = try readKnownIssues()
    let target = try Target(invocation)
    defer { target.close() }
    let reports = try openReports(target)
    let check = Check(target.check, seed: invocation.seed, cases: invocation.cases)
    let formats = target.formats.filter {
      invocation.formats.isEmpty || invocation.formats.contains($0)
    }
    let table = CheckTable(terminal, formats: formats, isQuiet: invocation.isQuiet)
    table.begin(target.title, invocation)
    var results: [LawResult] = []
    var tally = Tally()
    for chapter in Catalogue.chapters {
      let chosen = chapter.laws.filter { law in laws.contains { $0.name == law.name } }
      if !chosen.isEmpty { table.chapter(chapter.title) }
      for law in chosen {
        let row = formats.map { format in
          terminal.progress("\(law.name) in \(format.rawValue)")
          let result = check.result(of: law, in: format)
          return knownIssues?.applied(to: result) ?? result
        }
        for result in row {
          tally.count(result)
          reports.forEach { $0.append(result) }
        }
        table.row(law, row)
        results += row
      }
    }
    FailureText(terminal, replayOptions: Target.options(invocation)).print(results)
    table.summary(tally, results)
    reports.forEach { $0.close(with: tally) }
    return status(tally)
  }

  private func status(_ tally: Tally) -> ExitStatus {
    if tally[.crashed] + tally[.hung] + tally[.protocol] > 0 { return .implementationFailed }
    if tally[.fails] + tally[.stale] + tally[.nondeterministic] + tally[.error] > 0 {
      return .falsified
    }
    return tally.checked == 0 ? .nothingChecked : .success
  }

  private func selectedLaws() throws -> [Law] {
    guard !invocation.laws.isEmpty else { return Catalogue.laws }
    for pattern in invocation.laws where !Catalogue.laws.contains(where: { $0.matches(pattern) }) {
      throw Stop(message: "there is no law '\(pattern)'; see softmax-laws list", status: .usage)
    }
    return Catalogue.laws.filter { law in invocation.laws.contains { law.matches($0) } }
  }

  private func readKnownIssues() throws -> KnownIssues? {
    do throws(KnownIssuesError) {
      return try invocation.knownIssues.map { path throws(KnownIssuesError) in
        try KnownIssues(path: path)
      }
    } catch {
      throw Stop(message: error.description, status: .badData)
    }
  }

  private func openReports(_ target: Target) throws -> [JSONLinesReport] {
    do {
      return try invocation.reports.map {
        try JSONLinesReport(
          path: $0, implementation: target.implementation, seed: invocation.seed)
      }
    } catch {
      target.close()
      throw Stop(message: "\(error)", status: .badData)
    }
  }
}

extension Law {
  /// Whether the name matches a pattern in which `*` and `?` stand for any characters.
  fileprivate func matches(_ pattern: String) -> Bool { fnmatch(pattern, name, 0) == 0 }
}
