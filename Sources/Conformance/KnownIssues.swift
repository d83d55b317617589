import Arithmetic
import Foundation
import SoftmaxLaws

/// Deviations of an implementation that are known, explained and confirmed.
///
/// An entry is about one law in some formats and says how large the error may be. A failure
/// that an entry covers is `known`; an entry whose law holds now is `stale`, which is red, so
/// that the list cannot outlive the facts.
public struct KnownIssues: Sendable, Equatable {
  /// One deviation.
  public struct Issue: Sendable, Equatable, Codable {
    /// The name of the law that fails.
    public let law: String
    /// The formats in which it does.
    public let formats: [String]
    /// The largest error divided by its bound; absent for any, infinite ones included.
    public let largestRatio: Double?
    /// Why the implementation deviates.
    public let reason: String
    /// Where it is discussed.
    public let link: String?
    /// Whether so few cases show it that a run without one is no news.
    public let isRare: Bool?
  }

  /// The deviations.
  public let issues: [Issue]

  /// Reads a file: a JSON object whose `issues` are the deviations.
  ///
  /// - Throws: `KnownIssuesError` naming the file and what is wrong with it.
  public init(path: String) throws(KnownIssuesError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw KnownIssuesError(path: path, reason: "cannot be read")
    }
    do {
      issues = try JSONDecoder().decode(File.self, from: data).issues
    } catch {
      throw KnownIssuesError(path: path, reason: Self.reason(error))
    }
    if let unknown = issues.first(where: { issue in Catalogue.law(named: issue.law) == nil }) {
      throw KnownIssuesError(path: path, reason: "there is no law '\(unknown.law)'")
    }
    let formats = issues.flatMap(\.formats)
    if let unknown = formats.first(where: { Format(rawValue: $0) == nil }) {
      throw KnownIssuesError(path: path, reason: "there is no format '\(unknown)'")
    }
  }

  /// The result as it is, where what failed is known.
  public func applied(to result: LawResult) -> LawResult {
    guard let issue = issues.first(where: { $0.matches(result) }) else { return result }
    var result = result
    switch result.verdict {
    case .fails where result.ratio <= issue.largestRatio ?? .infinity:
      result.verdict = .known
      result.message = issue.reason
    case .holds where issue.isRare != true, .vacuous where issue.isRare != true:
      result.verdict = .stale
      result.message = "holds now, although known to fail: \(issue.reason)"
    default: break
    }
    return result
  }

  private struct File: Codable {
    let issues: [Issue]
  }

  private static func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "is not JSON" }
    switch error {
    case .keyNotFound(let key, _): return "has an entry without '\(key.stringValue)'"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return
        "has a wrong value at '\(context.codingPath.map(\.stringValue).joined(separator: "."))'"
    case .dataCorrupted: return "is not JSON"
    @unknown default: return "is not JSON"
    }
  }
}

extension KnownIssues.Issue {
  fileprivate func matches(_ result: LawResult) -> Bool {
    law == result.law.name && formats.contains(result.format.rawValue)
  }
}

extension LawResult {
  /// The error of the simplest failure divided by its bound.
  fileprivate var ratio: Double { max(worst, counterexample?.ratio ?? 0) }
}

/// A file of known issues that cannot be used.
public struct KnownIssuesError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// What is wrong with it.
  public let reason: String

  /// What is wrong, naming the file.
  public var description: String { "known issues '\(path)': \(reason)" }
}
