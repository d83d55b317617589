import Conformance
import Synchronization

/// The reports that a command was asked for, all of which are told the same, and the results so far.
final class RunReports: Sendable {
  private let reports: [any Report]
  private let state: Mutex<ReportedRun>
  private let isTimeless: Bool
  /// Whether any report shows the error over the input, which takes calls of its own.
  private let isProfiled: Bool

  /// Opens the reports that were asked for.
  ///
  /// - Throws: `Stop` naming a file that cannot be written.
  init(_ invocation: Invocation, _ header: ReportHeader) throws(Stop) {
    state = Mutex(ReportedRun(header))
    isTimeless = invocation.isTimeless
    isProfiled = invocation.reports.contains { $0.hasSuffix(".html") || $0.hasSuffix(".jsonl") }
    do throws(FileError) {
      var reports: [any Report] = []
      for path in invocation.reports {
        let ending = path == invocation.stepSummary ? MarkdownPage.ending : nil
        reports.append(try Reports.open(path, as: ending, header))
      }
      self.reports = reports
    } catch {
      throw Stop(message: error.description, status: .badData)
    }
  }

  /// The results so far.
  var run: ReportedRun { state.withLock { $0 } }

  /// Adds a law's result, with how its error goes with the input where the law is about that.
  func append(_ result: LawResult, _ check: Check) {
    let isAnswered = !result.verdict.isOfProgram && result.verdict != .unsupported
    let profile = isProfiled && isAnswered ? check.profile(of: result.law, in: result.format) : []
    append(ReportEntry(result, profile: profile))
  }

  /// Adds a result.
  func append(_ entry: ReportEntry) {
    var entry = entry
    if isTimeless { entry.seconds = nil }
    state.withLock { $0.entries.append(entry) }
    reports.forEach { $0.append(entry) }
  }

  /// Adds something beside the results.
  func append(_ note: ReportNote) { reports.forEach { $0.append(note) } }

  /// Completes the reports.
  ///
  /// - Returns: Whether all of each could be written; what could not be is complained of.
  func close(_ end: ReportedRun.End, _ terminal: Terminal) -> Bool {
    reports.forEach { $0.close(end) }
    let damaged = reports.filter(\.lacksLines)
    for report in damaged {
      terminal.complain("the report '\(report.path)' could not be written in full")
    }
    return damaged.isEmpty
  }
}
