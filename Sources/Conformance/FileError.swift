/// A file that was written by the suite, or for it, and cannot be used.
public struct FileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What the file ought to hold.
  public enum Content: String, Sendable {
    /// What a run was like before.
    case baseline
    /// Deviations that are known and explained.
    case knownIssues = "known issues"
    /// The results of a run.
    case report
    /// How far the sweeps of a run have come.
    case state
  }

  /// What the file ought to hold.
  public let content: Content
  /// The file.
  public let path: String
  /// The line, from one; `nil` where the file as a whole is meant.
  public let line: Int?
  /// What is wrong.
  public let reason: String

  init(_ content: Content, path: String, line: Int? = nil, reason: String) {
    self.content = content
    self.path = path
    self.line = line
    self.reason = reason
  }

  /// The error of a file that cannot be written.
  public static func unwritable(_ content: Content, path: String) -> FileError {
    FileError(content, path: path, reason: "cannot be written")
  }

  /// What is wrong, naming the file and the line.
  public var description: String {
    "\(content.rawValue) '\(path)'\(line.map { ", line \($0)" } ?? ""): \(reason)"
  }
}
