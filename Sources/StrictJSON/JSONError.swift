/// Why a text is no JSON, or not the JSON that it should be, and where.
public struct JSONError: Error, Sendable, Equatable {
  /// What kinds of fault there are.
  public enum Flaw: Sendable, Equatable {
    /// The text is no JSON.
    case syntax
    /// A text in it is no UTF-8, or has half of a character.
    case encoding
    /// It is nested deeper than `JSONReader.deepest`.
    case depth
    /// A number is greater than a double can be.
    case size
    /// An object has a key twice.
    case repeated(String)
    /// It is JSON, but not of the form that was asked for.
    case form
  }

  /// The line, from one.
  public let line: Int
  /// What kind of fault it is.
  public let flaw: Flaw
  /// What is wrong there, with the text that is.
  public let reason: String

  /// Creates an error about the form of a value.
  public init(line: Int, reason: String) { self.init(line: line, .form, reason) }

  init(line: Int, _ flaw: Flaw, _ reason: String) {
    self.line = line
    self.flaw = flaw
    self.reason = reason
  }
}
