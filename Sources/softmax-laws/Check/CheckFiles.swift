import Conformance
import PropertyEngine
import SoftmaxFamily

/// The data files that a check reads before it begins.
struct CheckFiles {
  /// The cases that failed before.
  let regressions: Regressions?
  private let knownIssues: KnownIssues?
  private let baseline: Baseline?
  private let invocation: Invocation

  /// Reads the files that were named.
  ///
  /// - Throws: `Stop` naming the file, the line and the text that is wrong.
  init(_ invocation: Invocation) throws(Stop) {
    self.invocation = invocation
    knownIssues = try Self.knownIssues(invocation.knownIssues)
    regressions = try Self.regressions(invocation.regressions)
    // What is about to be recorded need not be there yet.
    baseline = invocation.command == .record ? nil : try Self.baseline(invocation.baseline)
  }

  /// The known issues of the implementation that is checked.
  ///
  /// - Throws: `Stop` if the list is of another one.
  func knownIssues(of implementation: Implementation?) throws(Stop) -> KnownIssues? {
    try Stop.atBadData { () throws(FileError) in try knownIssues?.entries(about: implementation) }
  }

  /// The comparison with the baseline.
  ///
  /// - Throws: `Stop` if the baseline is of another implementation.
  func comparison(_ header: ReportHeader, _ check: Check) throws(Stop) -> BaselineComparison? {
    guard let baseline, let path = invocation.baseline else { return nil }
    try Stop.atBadData { () throws(FileError) in try baseline.check(isOf: header.name, path: path) }
    return BaselineComparison(baseline, header, check)
  }

  private static func knownIssues(_ path: String?) throws(Stop) -> KnownIssues? {
    guard let path else { return nil }
    return try Stop.atBadData { () throws(FileError) in try KnownIssues(path: path) }
  }

  private static func regressions(_ path: String?) throws(Stop) -> Regressions? {
    guard let path else { return nil }
    return try Stop.atBadData { () throws(RegressionsError) in try Regressions(contentsOf: path) }
  }

  private static func baseline(_ path: String?) throws(Stop) -> Baseline? {
    guard let path else { return nil }
    return try Stop.atBadData { () throws(FileError) in try Baseline(path: path) }
  }
}
