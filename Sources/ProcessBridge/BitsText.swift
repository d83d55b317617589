import Arithmetic

/// Numbers as the protocol writes them: their encodings in hexadecimal, one after the other.
///
/// Digits are lower-case, the most significant first, and as many as the format's width
/// asks for, so NaNs, infinities, −0 and subnormals pass unharmed.
enum BitsText {
  /// The number of digits of a value.
  static func digits(of format: Format) -> Int { format.bitWidth / 4 }

  /// Writes values of a format at the end of a line.
  static func append(_ values: [Double], in format: Format, to line: inout [UInt8]) {
    line.reserveCapacity(line.count + values.count * digits(of: format) + 64)
    for value in values { append(bits: format.bits(of: value), in: format, to: &line) }
  }

  /// Writes one encoding at the end of a line.
  static func append(bits: UInt64, in format: Format, to line: inout [UInt8]) {
    var shift = UInt64(format.bitWidth)
    while shift > 0 {
      shift -= 4
      let digit = UInt8(truncatingIfNeeded: bits >> shift & 0xf)
      line.append(digit < 10 ? digit + 0x30 : digit + 0x57)
    }
  }

  /// Reads values of a format, except those at indices where `isIgnored`, which become zero.
  ///
  /// - Throws: `Flaw` at the first character that is no lower-case digit, or where the text
  ///   ends within a value.
  static func values(
    _ text: String, in format: Format, isIgnored: ((Int) -> Bool)? = nil
  ) throws(Flaw) -> [Double] {
    var text = text
    let flawOrValues = text.withUTF8 { digits in
      read(digits, in: format, isIgnored: isIgnored)
    }
    return try flawOrValues.get()
  }

  private static func read(
    _ text: UnsafeBufferPointer<UInt8>, in format: Format, isIgnored: ((Int) -> Bool)?
  ) -> Result<[Double], Flaw> {
    let width = digits(of: format)
    guard text.count.isMultiple(of: width) else { return .failure(.partial(digits: text.count)) }
    let digits = digitValues
    var values: [Double] = []
    values.reserveCapacity(text.count / width)
    for start in stride(from: 0, to: text.count, by: width) {
      if let isIgnored, isIgnored(start / width) {
        values.append(0)
        continue
      }
      var bits: UInt64 = 0
      for position in start..<start + width {
        let digit = digits[Int(text[position])]
        guard digit < 16 else { return .failure(.notADigit(at: position)) }
        bits = bits << 4 | UInt64(digit)
      }
      values.append(format.value(bits: bits))
    }
    return .success(values)
  }

  /// The value of each character that is a lower-case digit, and 16 for any other.
  private static let digitValues: [UInt8] = (0..<256).map { character in
    switch character {
    case 0x30...0x39: UInt8(character - 0x30)
    case 0x61...0x66: UInt8(character - 0x57)
    default: 16
    }
  }

  /// What is wrong with a text of bits.
  enum Flaw: Error, Equatable {
    /// The character at this place is no lower-case hexadecimal digit.
    case notADigit(at: Int)
    /// The text has so many digits, which is no multiple of a value's.
    case partial(digits: Int)

    /// The flaw in words.
    func text(in bits: String, of format: Format) -> String {
      switch self {
      case .partial(let digits):
        return "\(digits) digits, which is no multiple of the \(BitsText.digits(of: format)) of "
          + format.rawValue
      case .notADigit(let position):
        let found = String(decoding: bits.utf8.dropFirst(position).prefix(4), as: UTF8.self)
        return "digit \(position) of the bits is no lower-case hexadecimal: \(excerpt(found))"
      }
    }
  }
}
