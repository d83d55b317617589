import Foundation
public import Testing

/// A file of the project that holds what a test computes.
///
/// With `SOFTMAX_LAWS_UPDATE_FIXTURES=1` in the environment the test writes the file anew.
public struct GeneratedFile {
  private let path: String

  /// Creates the file of a path from the project's folder.
  public init(_ path: String) { self.path = path }

  /// Whether the test is to write the file.
  public var isUpdating: Bool {
    ProcessInfo.processInfo.environment["SOFTMAX_LAWS_UPDATE_FIXTURES"] == "1"
  }

  /// The text of the file.
  public var text: String {
    get throws { try ProjectFile.text(of: path) }
  }

  /// Expects that the file holds a text from one mark to the next, or to its end without a next.
  public func expect(
    containing text: String, between start: String, and end: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let old = try self.text
    let begin = try #require(
      old.range(of: start, options: .backwards), "\(path) has no mark",
      sourceLocation: sourceLocation
    ).upperBound
    let close = end.flatMap { old[begin...].range(of: $0)?.lowerBound } ?? old.endIndex
    try expect(old[..<begin] + text + old[close...], sourceLocation: sourceLocation)
  }

  /// Expects that the file is a text.
  public func expect(
    _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    guard !isUpdating else {
      return try text.write(to: ProjectFile.url(path), atomically: true, encoding: .utf8)
    }
    let old = try self.text
    guard old != text else { return }
    func lines(_ text: String) -> [Substring] {
      text.split(separator: "\n", omittingEmptySubsequences: false)
    }
    let different = zip(lines(old), lines(text)).first { $0 != $1 }
    let difference = different.map { "'\($0.0)' is not '\($0.1)'" } ?? "a line more or less"
    Issue.record("\(path) is to be made anew: \(difference)", sourceLocation: sourceLocation)
  }
}
