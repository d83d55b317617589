/// Text of a fixture that cannot be read, and where it stands.
public struct FixtureError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The name of the file.
  public let file: String
  /// The number of the line, from 1; 0 for the file as a whole.
  public let line: Int
  /// What is wrong, with the offending text.
  public let problem: String

  /// Creates an error from its place and its reason.
  public init(file: String, line: Int, problem: String) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  /// The place and the reason, as in `softmax.txt:12: 'one' is not a value`.
  public var description: String { "\(file):\(line): \(problem)" }
}
