/// Cases that failed once, as the lines of a file: a label, and the values that were drawn.
///
///     # Sums of more than 2^24 ones
///     softmax-sum-one:binary32 2 0x0p+0 0x1.64p+6
///
/// What follows `#` and a blank, and empty lines, are for people. Real numbers are written
/// in hexadecimal, so that the file means the same bits for ever, whatever becomes of the
/// seeds and of the order of simplicity.
public struct Regressions: Sendable, Equatable {
  /// One case.
  public struct Case: Sendable, Equatable {
    /// The property, as a replay token names it.
    public let label: String
    /// What was drawn.
    public let values: [DrawnValue]
    /// The number of the line, from one.
    public let line: Int

    /// Creates a case.
    public init(label: String, values: [DrawnValue], line: Int) {
      self.label = label
      self.values = values
      self.line = line
    }

    /// The line of the file.
    public var text: String { ([label] + values.map(\.text)).joined(separator: " ") }
  }

  /// The name of the file, for messages.
  public let path: String

  /// The cases in the order of the lines.
  public let cases: [Case]

  /// Reads the text of a file.
  ///
  /// - Throws: `RegressionsError` for the first line that is damaged.
  public init(path: String, text: String) throws(RegressionsError) {
    var cases: [Case] = []
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      let words = line.split { $0 == " " || $0 == "\t" }.prefix { $0 != "#" }
      guard let label = words.first else { continue }
      var values: [DrawnValue] = []
      for word in words.dropFirst() {
        guard let value = DrawnValue(word) else {
          throw RegressionsError(
            path: path, line: index + 1, reason: "'\(word)' is no drawn value")
        }
        values.append(value)
      }
      cases.append(Case(label: String(label), values: values, line: index + 1))
    }
    self.path = path
    self.cases = cases
  }

  /// The cases of one property.
  public func cases(of label: String) -> [Case] { cases.filter { $0.label == label } }
}

/// A file of regressions that is damaged.
public struct RegressionsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The name of the file.
  public let path: String
  /// The number of the line, from one; nil where the file as a whole is meant.
  public let line: Int?
  /// What stands there, and what it ought to be.
  public let reason: String

  /// Creates an error.
  public init(path: String, line: Int? = nil, reason: String) {
    self.path = path
    self.line = line
    self.reason = reason
  }

  /// The message, which names the file, the line and the text.
  public var description: String { "\(path)\(line.map { ":\($0)" } ?? ""): \(reason)" }
}
