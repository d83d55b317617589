/// A strict reader of JSON from outside.
///
/// It takes what RFC 8259 allows, in UTF-8, and nothing else. Nesting has a limit, as a deep
/// text would exhaust the stack; a key that an object has twice is refused, as nobody knows which of
/// the two counts.
struct JSONReader {
  /// How deep arrays and objects may be nested.
  static let deepest = 64

  /// What is wrong with a text.
  enum Flaw: Error, Equatable {
    /// It is no JSON.
    case syntax
    /// It is no UTF-8.
    case encoding
    /// It is nested deeper than the limit.
    case depth
    /// A number is greater than a double can be.
    case size
    /// An object has a key twice.
    case repeated(String)
  }

  private var position = 0
  private let bytes: [UInt8]

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads a whole text.
  ///
  /// - Complexity: the number of bytes.
  static func read(_ bytes: [UInt8]) throws(Flaw) -> JSON {
    var reader = JSONReader(bytes)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.position == bytes.count else { throw .syntax }
    return value
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d {
      position += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(Flaw) -> JSON {
    guard depth <= Self.deepest else { throw .depth }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(Flaw) -> JSON {
    let matches = word.withUTF8Buffer { bytes[position...].starts(with: $0) }
    guard matches else { throw .syntax }
    position += word.utf8CodeUnitCount
    return value
  }

  private mutating func object(depth: Int) throws(Flaw) -> JSON {
    position += 1
    var members: [String: JSON] = [:]
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipSpace()
      let key = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw .syntax }
      let value = try value(depth: depth + 1)
      guard members.updateValue(value, forKey: key) == nil else { throw .repeated(key) }
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw .syntax }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(Flaw) -> JSON {
    position += 1
    var elements: [JSON] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array(elements) }
    repeat {
      elements.append(try value(depth: depth + 1))
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw .syntax }
    return .array(elements)
  }

  private mutating func number() throws(Flaw) -> Double {
    let start = position
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let number = Double(text) else { throw .syntax }
    guard number.isFinite else { throw .size }
    return number
  }

  private mutating func digits() throws(Flaw) {
    let start = position
    while let byte = next, byte >= 0x30, byte <= 0x39 { position += 1 }
    guard position > start else { throw .syntax }
  }
}

extension JSONReader {
  /// Reads a string; long ones without an escape are copied as they are.
  private mutating func string() throws(Flaw) -> String {
    guard take(UInt8(ascii: "\"")) else { throw .syntax }
    let plain = try endOfPlainText()
    guard bytes[plain] != UInt8(ascii: "\"") else {
      defer { position = plain + 1 }
      return try text(bytes[position..<plain])
    }
    var unescaped = Array(bytes[position..<plain])
    position = plain
    while !take(UInt8(ascii: "\"")) {
      if take(UInt8(ascii: "\\")) {
        try unescape(&unescaped)
      } else {
        let end = try endOfPlainText()
        unescaped += bytes[position..<end]
        position = end
      }
    }
    return try text(unescaped[...])
  }

  /// Where the next quotation mark or backslash is.
  private func endOfPlainText() throws(Flaw) -> Int {
    var end = position
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return end }
      guard byte >= 0x20 else { throw .syntax }
      end += 1
    }
    throw .syntax
  }

  private func text(_ bytes: ArraySlice<UInt8>) throws(Flaw) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .encoding }
    return text
  }

  private mutating func unescape(_ text: inout [UInt8]) throws(Flaw) {
    guard let byte = next else { throw .syntax }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0c)
    case UInt8(ascii: "n"): text.append(0x0a)
    case UInt8(ascii: "r"): text.append(0x0d)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += String(try scalar()).utf8
    default: throw .syntax
    }
  }

  /// The character of one escape, or of two that are a surrogate pair.
  private mutating func scalar() throws(Flaw) -> Character {
    let first = try codeUnit()
    var value = UInt32(first)
    if UTF16.isLeadSurrogate(first) {
      guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw .encoding }
      let second = try codeUnit()
      guard UTF16.isTrailSurrogate(second) else { throw .encoding }
      value = 0x10000 + (UInt32(first) & 0x3ff) << 10 + UInt32(second) & 0x3ff
    }
    guard let scalar = Unicode.Scalar(value) else { throw .encoding }
    return Character(scalar)
  }

  private mutating func codeUnit() throws(Flaw) -> UInt16 {
    guard position + 4 <= bytes.count else { throw .syntax }
    let digits = bytes[position..<position + 4]
    let isHexadecimal = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    guard isHexadecimal, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw .syntax }
    position += 4
    return unit
  }
}

extension JSONReader.Flaw: CustomStringConvertible {
  /// What is wrong, in words.
  var description: String {
    switch self {
    case .syntax: "no JSON"
    case .encoding: "no UTF-8"
    case .depth: "nesting deeper than \(JSONReader.deepest)"
    case .size: "a number beyond all doubles"
    case .repeated(let key): "the key \(excerpt(key)) twice"
    }
  }
}
