import Arithmetic
import Foundation
import SoftmaxFamily
import SoftmaxLaws
import StrictJSON

/// Deviations of an implementation that are known, explained and confirmed.
///
/// An entry is about one law in some formats and says how large the error may be. A failure
/// that an entry covers is `known`. An entry whose law holds now, or that matches nothing as its
/// operation is not offered, is `stale`, which is red, so that the list cannot outlive the facts.
public struct KnownIssues: Sendable, Equatable {
  /// One deviation.
  public struct Issue: Sendable, Equatable {
    /// The name of the law that fails.
    public let law: String
    /// The formats in which it does.
    public let formats: [Format]
    /// The versions of the implementation that the entry is about; `nil` for all.
    public let versions: VersionRange?
    /// The operation whose answer deviates; `nil` for any of the law's.
    public let operation: String?
    /// The largest error divided by its bound; `nil` for any, infinite ones included.
    public let largestRatio: Double?
    /// Why the implementation deviates.
    public let reason: String
    /// Where it is discussed.
    public let link: String?
    /// Whether so few cases show it that a run without one is no news.
    public let isRare: Bool
  }

  /// The file, for messages.
  public let path: String
  /// The name of the implementation; `nil` if the file does not say it.
  public let implementation: String?
  /// The deviations.
  public private(set) var issues: [Issue]

  /// Reads a file: a JSON object whose `issues` are the deviations.
  ///
  /// - Throws: `FileError` naming the file, the line and what is wrong there.
  public init(path: String) throws(FileError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw FileError(.knownIssues, path: path, reason: "cannot be read")
    }
    self.path = path
    do throws(JSONError) {
      let json = try JSONReader.value(of: data)
      implementation = try json.optionalMember("implementation", \.text)
      issues = []
      for entry in try json.member("issues", \.array) { issues.append(try Issue(entry)) }
    } catch {
      throw FileError(.knownIssues, path: path, line: error.line, reason: error.reason)
    }
  }

  /// The entries that are about an implementation in its version.
  ///
  /// - Throws: `FileError` if the list is of another implementation, of which none would match.
  public func entries(
    about implementation: Implementation?
  ) throws(FileError) -> KnownIssues {
    let name = implementation?.name ?? "reference"
    if let own = self.implementation, own != name {
      throw FileError(.knownIssues, path: path, reason: "is of '\(own)', not of '\(name)'")
    }
    var entries = self
    entries.issues = issues.filter { $0.versions?.contains(implementation?.version ?? "") ?? true }
    return entries
  }

  /// The result as it is, where what failed is known.
  ///
  /// Of several entries about one law and format, one that covers the failure suffices.
  public func applied(to result: LawResult) -> LawResult {
    let issues = issues.filter { $0.law == result.law.name && $0.formats.contains(result.format) }
    var result = result
    switch result.verdict {
    case .fails:
      if let issue = issues.first(where: { $0.covers(result) }) {
        result.replace(verdict: .known, issue.reason)
      }
    case .holds, .vacuous:
      if let issue = issues.first(where: { !$0.isRare }) {
        result.replace(verdict: .stale, "holds now, although known to fail: \(issue.reason)")
      }
    case .unsupported:
      if let issue = issues.first {
        let message = "is known to fail, but matches nothing, as \(result.message): \(issue.reason)"
        result.replace(verdict: .stale, message)
      }
    case .known, .stale, .crashed, .hung, .protocol, .nondeterministic, .error: break
    }
    return result
  }
}

extension KnownIssues.Issue {
  private static let keys: Set<String> = [
    "law", "formats", "versions", "operation", "largestRatio", "reason", "link", "isRare",
  ]

  /// Reads an entry.
  ///
  /// - Throws: `JSONError` naming the member that is missing, has another form or a wrong name.
  fileprivate init(_ json: JSON) throws(JSONError) {
    law = try json.member("law", \.text)
    guard let law = Catalogue.law(named: law) else {
      throw JSONError(line: json["law"]?.line ?? json.line, reason: "there is no law '\(law)'")
    }
    formats = try Self.formats(json)
    versions = try json.optionalMember("versions") { $0.text.flatMap(VersionRange.init) }
    operation = try json.optionalMember("operation") { value in
      law.operations.map(\.rawValue).first { $0 == value.text }
    }
    largestRatio = try json.optionalMember("largestRatio", \.number)
    reason = try json.member("reason", \.text)
    link = try json.optionalMember("link", \.text)
    isRare = try json.optionalMember("isRare", \.bool) ?? false
    // A misspelt 'largestRatio' would allow any.
    if let key = json.object?.keys.sorted().first(where: { !Self.keys.contains($0) }) {
      throw JSONError(line: json[key]?.line ?? json.line, reason: "an entry has no '\(key)'")
    }
  }

  private static func formats(_ json: JSON) throws(JSONError) -> [Format] {
    var formats: [Format] = []
    for name in try json.member("formats", \.array) {
      guard let format = name.text.flatMap(Format.init) else {
        throw JSONError(line: name.line, reason: "there is no format \(name.excerpt)")
      }
      formats.append(format)
    }
    return formats
  }

  fileprivate func covers(_ result: LawResult) -> Bool {
    let suspect = result.counterexample?.suspect?.operation.rawValue
    return result.ratio <= largestRatio ?? .infinity && (operation == nil || operation == suspect)
  }
}

extension LawResult {
  /// The error of the simplest failure divided by its bound.
  fileprivate var ratio: Double { max(worst, counterexample?.ratio ?? 0) }

  fileprivate mutating func replace(verdict: Verdict, _ message: String) {
    replaced = self.verdict
    self.verdict = verdict
    self.message = message
  }
}
