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
    do throws(KnownIssuesError) {
      return try knownIssues?.entries(about: implementation)
    } catch {
      throw Stop(message: error.description, status: .badData)
    }
  }

  /// The comparison with the baseline.
  ///
  /// - Throws: `Stop` if the baseline is of another implementation.
  func comparison(_ header: ReportHeader, _ check: Check) throws(Stop) -> BaselineComparison? {
    guard let baseline, let path = invocation.baseline else { return nil }
    do throws(BaselineError) {
      try baseline.check(isOf: header.name, path: path)
    } catch {
      throw Stop(message: error.description, status: .badData)
    }
    return BaselineComparison(baseline, header, check)
  }

  private static func knownIssues(_ path: String?) throws(Stop) -> KnownIssues? {
    guard let path else { return nil }
    do throws(KnownIssuesError) {
      return try KnownIssues(path: path)
    } catch {
      throw Stop(message: error.description, status: .badData)
    }
  }

  private static func regressions(_ path: String?) throws(Stop) -> Regressions? {
    guard let path else { return nil }
    do throws(RegressionsError) {
      return try Regressions(contentsOf: path)
    } catch {
      throw Stop(message: error.description, status: .badData)
    }
  }

  private static func baseline(_ path: String?) throws(Stop) -> Baseline? {
    guard let path else { return nil }
    do throws(BaselineError) {
      return try Baseline(path: path)
    } catch {
      throw Stop(message: error.description, status: .badData)
    }
  }
}
