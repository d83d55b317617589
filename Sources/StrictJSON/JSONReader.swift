/// A strict reader of JSON from outside.
///
/// It takes what RFC 8259 allows, in UTF-8, and nothing else, and knows the line of every value. Nesting
/// has a limit, as a deep text would exhaust the stack; a key that an object has twice is
/// refused, as nobody knows which of the two counts; so is a number that no double holds.
public struct JSONReader {
  /// How many arrays and objects may be within each other.
  public static let deepest = 64

  private let bytes: [UInt8]
  private var position = 0
  private var line: Int

  private init(_ bytes: [UInt8], line: Int) {
    self.bytes = bytes
    self.line = line
  }

  /// Reads one value, with nothing but blanks around it.
  ///
  /// - Parameters:
  ///   - bytes: the text, in UTF-8.
  ///   - firstLine: the number of its first line.
  /// - Returns: The value, which knows its line as its parts do.
  /// - Throws: `JSONError` for the first place that is no JSON.
  /// - Complexity: the number of bytes.
  public static func value(
    of bytes: some Sequence<UInt8>, firstLine: Int = 1
  ) throws(JSONError) -> JSON {
    var reader = JSONReader(Array(bytes), line: firstLine)
    let value = try reader.value(depth: 0)
    reader.skipBlanks()
    guard reader.next == nil else { throw reader.syntax("where the text should end") }
    return value
  }
}

// MARK: - Values

extension JSONReader {
  private mutating func value(depth: Int) throws(JSONError) -> JSON {
    skipBlanks()
    let line = line
    switch next {
    case UInt8(ascii: "{"): return JSON(.object(try members(depth: depth + 1)), line: line)
    case UInt8(ascii: "["): return JSON(.array(try elements(depth: depth + 1)), line: line)
    case UInt8(ascii: "\""): return JSON(.text(try text()), line: line)
    case let byte? where Self.isOfNumbers(byte): return JSON(.number(try number()), line: line)
    default: return JSON(try word(), line: line)
    }
  }

  private mutating func word() throws(JSONError) -> JSON.Value {
    if take("true") { return .bool(true) }
    if take("false") { return .bool(false) }
    if take("null") { return .null }
    throw syntax("where a value should be")
  }

  private mutating func members(depth: Int) throws(JSONError) -> [String: JSON] {
    try enter(depth)
    var members: [String: JSON] = [:]
    if take("}") { return members }
    repeat {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw syntax("where a key should be") }
      let key = try text()
      skipBlanks()
      guard take(":") else { throw syntax("where ':' should be") }
      let value = try value(depth: depth)
      guard members.updateValue(value, forKey: key) == nil else {
        throw error(.repeated(key), "the key '\(key)' is there twice")
      }
      skipBlanks()
    } while take(",")
    guard take("}") else { throw syntax("where '}' should be") }
    return members
  }

  private mutating func elements(depth: Int) throws(JSONError) -> [JSON] {
    try enter(depth)
    var elements: [JSON] = []
    if take("]") { return elements }
    repeat {
      elements.append(try value(depth: depth))
      skipBlanks()
    } while take(",")
    guard take("]") else { throw syntax("where ']' should be") }
    return elements
  }

  /// Steps over the bracket that opens an array or an object.
  private mutating func enter(_ depth: Int) throws(JSONError) {
    guard depth <= Self.deepest else {
      throw error(.depth, "more than \(Self.deepest) values in each other")
    }
    position += 1
    skipBlanks()
  }

  private mutating func number() throws(JSONError) -> Double {
    let digits = bytes[position...].prefix(while: Self.isOfNumbers)
    let text = String(decoding: digits, as: UTF8.self)
    guard Self.isNumber(digits), let number = Double(text) else {
      throw error(.syntax, "'\(text)' is no number")
    }
    guard number.isFinite else { throw error(.size, "'\(text)' is no number") }
    position = digits.endIndex
    return number
  }

  /// Whether a text is a number: no digit is missing, and no zero too many leads.
  private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    func takeDigits() -> Int {
      let count = rest.prefix { isDigit($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    func take(_ choices: StaticString) -> Bool {
      guard let byte = rest.first, choices.contains(byte) else { return false }
      rest = rest.dropFirst()
      return true
    }
    _ = take("-")
    let hasLeadingZero = rest.first == UInt8(ascii: "0")
    let count = takeDigits()
    guard hasLeadingZero ? count == 1 : count > 0 else { return false }
    if take("."), takeDigits() == 0 { return false }
    if take("eE") {
      _ = take("+-")
      if takeDigits() == 0 { return false }
    }
    return rest.isEmpty
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isOfNumbers(_ byte: UInt8) -> Bool {
    isDigit(byte) || ("+-.eE" as StaticString).contains(byte)
  }
}

// MARK: - Texts

extension JSONReader {
  /// Reads a text; what has no escape in it is copied as it is.
  private mutating func text() throws(JSONError) -> String {
    position += 1
    var unescaped: [UInt8] = []
    while true {
      let plain = try plainText()
      if take("\"") { return try string(unescaped.isEmpty ? plain : unescaped[...] + plain) }
      unescaped += plain
      position += 1
      try unescape(into: &unescaped)
    }
  }

  /// What comes before the next quotation mark or backslash, of which there has to be one.
  private mutating func plainText() throws(JSONError) -> ArraySlice<UInt8> {
    let start = position
    while let byte = next, byte >= 0x20 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return bytes[start..<position] }
      position += 1
    }
    throw syntax("in the midst of a text")
  }

  private func string(_ bytes: ArraySlice<UInt8>) throws(JSONError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw error(.encoding, "a text that is no UTF-8")
    }
    return text
  }

  private mutating func unescape(into text: inout [UInt8]) throws(JSONError) {
    guard let byte = next else { throw syntax("in the midst of a text") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += String(try character()).utf8
    default: throw error(.syntax, "'\\\(Character(Unicode.Scalar(byte)))' in a text")
    }
  }

  /// The character of one escape, or of two that are its halves.
  private mutating func character() throws(JSONError) -> Character {
    let unit = try codeUnit()
    var value = UInt32(unit)
    if UTF16.isLeadSurrogate(unit), take("\\u") {
      let second = try codeUnit()
      if UTF16.isTrailSurrogate(second) {
        value = 0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(second) & 0x3FF
      }
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw error(.encoding, "half a character in a text")
    }
    return Character(scalar)
  }

  private mutating func codeUnit() throws(JSONError) -> UInt16 {
    let digits = bytes[position...].prefix(4)
    let text = String(decoding: digits, as: UTF8.self)
    let isHexadecimal = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    guard digits.count == 4, isHexadecimal, let unit = UInt16(text, radix: 16) else {
      throw error(.syntax, "'\\u\(text)' in a text")
    }
    position += 4
    return unit
  }
}

// MARK: - Bytes

extension JSONReader {
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      if byte == 0x0A { line += 1 }
      position += 1
    }
  }

  /// Steps over a word, if it is the next thing.
  private mutating func take(_ word: StaticString) -> Bool {
    let isNext = word.withUTF8Buffer { bytes[position...].starts(with: $0) }
    if isNext { position += word.utf8CodeUnitCount }
    return isNext
  }

  /// That something stands where something else should.
  private func syntax(_ place: String) -> JSONError {
    let rest = bytes[position...].prefix { $0 > 0x20 }.prefix(24)
    let found = "'\(String(decoding: rest, as: UTF8.self))'"
    return error(
      .syntax, (next == nil ? "the text ends" : rest.isEmpty ? "a blank" : found) + " " + place)
  }

  private func error(_ flaw: JSONError.Flaw, _ reason: String) -> JSONError {
    JSONError(line: line, flaw, reason)
  }
}

extension StaticString {
  /// Whether a byte is one of the characters, which are of ASCII.
  fileprivate func contains(_ byte: UInt8) -> Bool { withUTF8Buffer { $0.contains(byte) } }
}
