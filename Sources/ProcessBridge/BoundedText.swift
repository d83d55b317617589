/// The end of a text of any length: at most a fixed number of bytes of it are kept.
struct BoundedText: Sendable {
  private let capacity: Int
  private var bytes: [UInt8] = []

  /// Creates an empty text that keeps so many bytes.
  init(capacity: Int) { self.capacity = capacity }

  /// Adds bytes at the end.
  ///
  /// - Complexity: amortised, the number of bytes added.
  mutating func append(_ more: some Collection<UInt8>) {
    bytes.append(contentsOf: more.suffix(capacity))
    // Cutting only at twice the capacity keeps the cost of moving bytes constant.
    if bytes.count > 2 * capacity { bytes.removeFirst(bytes.count - capacity) }
  }

  /// The text kept; what is no UTF-8 is replaced.
  var text: String { String(decoding: bytes.suffix(capacity), as: UTF8.self) }

  /// The last line that is not blank.
  var lastLine: String? {
    text.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) }.map(String.init)
  }
}

extension String {
  /// The beginning of a text from outside that is kept, and printed again and again: at most 1000 characters.
  var head: String {
    unicodeScalars.count > 1000
      ? String(String.UnicodeScalarView(unicodeScalars.prefix(1000))) + "…" : self
  }
}

/// The beginning of a text in quotation marks, in one line: at most 80 characters.
///
/// Control characters are replaced, so that a text from outside cannot move the cursor.
func excerpt(_ text: some StringProtocol) -> String {
  let head = text.unicodeScalars.prefix(80).map { scalar in
    scalar.properties.generalCategory == .control ? "\u{fffd}" : String(scalar)
  }
  return "'" + head.joined() + (text.unicodeScalars.count > 80 ? "…'" : "'")
}

/// The beginning of a line from outside, in quotation marks.
func excerpt(_ line: [UInt8]) -> String {
  excerpt(String(decoding: line.prefix(400), as: UTF8.self))
}
