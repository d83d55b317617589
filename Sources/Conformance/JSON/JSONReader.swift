/// Why a text is no JSON, and where.
public struct JSONError: Error, Sendable, Equatable {
  /// The line, from one.
  public let line: Int
  /// What is wrong there, with the text that is.
  public let reason: String
}

/// Reads JSON (RFC 8259), keeping the lines; an object that has a key twice is refused.
struct JSONReader {
  private static let mostNesting = 64

  private let bytes: [UInt8]
  private var position = 0
  private var line: Int
  private var nesting = 0

  /// Reads one value, with nothing but blanks around it.
  ///
  /// - Throws: `JSONError` for the first place that is no JSON.
  static func value(of text: String, firstLine: Int = 1) throws(JSONError) -> JSON {
    var reader = JSONReader(bytes: Array(text.utf8), line: firstLine)
    let value = try reader.readValue()
    reader.skipBlanks()
    guard reader.position == reader.bytes.count else {
      throw reader.error("\(reader.found) where the text should end")
    }
    return value
  }

  private init(bytes: [UInt8], line: Int) {
    self.bytes = bytes
    self.line = line
  }

  // MARK: - Values

  private mutating func readValue() throws(JSONError) -> JSON {
    skipBlanks()
    let line = line
    switch peek {
    case UInt8(ascii: "{"): return JSON(.object(try readObject()), line: line)
    case UInt8(ascii: "["): return JSON(.array(try readArray()), line: line)
    case UInt8(ascii: "\""): return JSON(.text(try readText()), line: line)
    case let byte? where Self.bytesOfNumbers.contains(byte):
      return JSON(.number(try readNumber()), line: line)
    default:
      if takeWord("true") { return JSON(.bool(true), line: line) }
      if takeWord("false") { return JSON(.bool(false), line: line) }
      if takeWord("null") { return JSON(.null, line: line) }
      throw error("\(found) where a value should be")
    }
  }

  private mutating func readObject() throws(JSONError) -> [String: JSON] {
    var members: [String: JSON] = [:]
    try enter()
    defer { nesting -= 1 }
    skipBlanks()
    if take("}") { return members }
    repeat {
      skipBlanks()
      guard peek == UInt8(ascii: "\"") else { throw error("\(found) where a key should be") }
      let key = try readText()
      skipBlanks()
      guard take(":") else { throw error("\(found) where ':' should be") }
      guard members.updateValue(try readValue(), forKey: key) == nil else {
        throw error("the key '\(key)' is there twice")
      }
      skipBlanks()
    } while take(",")
    guard take("}") else { throw error("\(found) where '}' should be") }
    return members
  }

  private mutating func readArray() throws(JSONError) -> [JSON] {
    var elements: [JSON] = []
    try enter()
    defer { nesting -= 1 }
    skipBlanks()
    if take("]") { return elements }
    repeat {
      elements.append(try readValue())
      skipBlanks()
    } while take(",")
    guard take("]") else { throw error("\(found) where ']' should be") }
    return elements
  }

  private mutating func readNumber() throws(JSONError) -> Double {
    let start = position
    while let byte = peek, Self.bytesOfNumbers.contains(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    let form = /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/
    guard text.wholeMatch(of: form) != nil, let number = Double(text), number.isFinite else {
      throw error("'\(text)' is no number")
    }
    return number
  }

  // MARK: - Texts

  private mutating func readText() throws(JSONError) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = peek, byte >= 0x20 {
      position += 1
      if byte == UInt8(ascii: "\"") {
        guard let text = String(validating: text, as: UTF8.self) else {
          throw error("a text that is no UTF-8")
        }
        return text
      }
      if byte == UInt8(ascii: "\\") {
        text += try readEscape()
      } else {
        text.append(byte)
      }
    }
    throw error("\(found) in the midst of a text")
  }

  private mutating func readEscape() throws(JSONError) -> [UInt8] {
    guard let byte = peek else { throw error("\(found) in the midst of a text") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "u"): return Array(String(Character(try readScalar())).utf8)
    default: throw error("'\\\(Character(Unicode.Scalar(byte)))' in a text")
    }
  }

  /// Reads what follows `\u`: a scalar, or the two halves of one.
  private mutating func readScalar() throws(JSONError) -> Unicode.Scalar {
    let unit = try readUnit()
    guard unit & 0xFC00 == 0xD800 else {
      guard let scalar = Unicode.Scalar(unit) else { throw error("half a character in a text") }
      return scalar
    }
    guard take("\\"), take("u") else { throw error("half a character in a text") }
    let low = try readUnit()
    guard low & 0xFC00 == 0xDC00,
      let scalar = Unicode.Scalar(0x1_0000 + (unit & 0x3FF) << 10 + low & 0x3FF)
    else { throw error("half a character in a text") }
    return scalar
  }

  private mutating func readUnit() throws(JSONError) -> UInt32 {
    let digits = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
    guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit),
      let unit = UInt32(digits, radix: 16)
    else { throw error("'\\u\(digits)' in a text") }
    position += 4
    return unit
  }

  // MARK: - Bytes

  private static let bytesOfNumbers = Set("0123456789+-.eE".utf8)

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// What stands at the position, for messages.
  private var found: String {
    guard position < bytes.count else { return "the text ends" }
    let rest = bytes[position...].prefix { $0 > 0x20 }.prefix(24)
    return rest.isEmpty ? "a blank" : "'\(String(decoding: rest, as: UTF8.self))'"
  }

  private func error(_ reason: String) -> JSONError { JSONError(line: line, reason: reason) }

  private mutating func enter() throws(JSONError) {
    nesting += 1
    guard nesting <= Self.mostNesting else { throw error("more than 64 values in each other") }
    position += 1
  }

  private mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      if byte == 0x0A { line += 1 }
      position += 1
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func takeWord(_ word: String) -> Bool {
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }
}
