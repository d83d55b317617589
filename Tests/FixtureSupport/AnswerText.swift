import Arithmetic

/// Reads the numbers of the known answers.
enum AnswerText {
  /// An exact double in hexadecimal, or an infinity; `nil` for anything else.
  static func value(_ text: Substring) -> Double? {
    if text == "inf" { return .infinity }
    if text == "-inf" { return -.infinity }
    guard text.dropFirst(text.hasPrefix("-") ? 1 : 0).hasPrefix("0x") else { return nil }
    return HexadecimalText.value(text)
  }

  /// An answer: a ball around up to 33 digits after the point, 2^-132 of itself wide.
  ///
  /// The digits are three doubles of 53, 52 and 28 bits, whose sum is scaled exactly: the
  /// exponent may be far outside the range of doubles.
  static func ball(_ text: Substring) -> Ball? {
    if text == "inf" { return Ball(.infinity) }
    if text == "-inf" { return Ball(-.infinity) }
    if text == "0x0p+0" { return 0 }
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: "p")
    guard parts.count == 2, let significand = significand(parts[0]), let exponent = Int(parts[1])
    else { return nil }
    let scaled = significand.scaled(byPowerOfTwo: exponent)
    let ball = scaled.widened(by: scaled.scaled(byPowerOfTwo: -132))
    return isNegative ? -ball : ball
  }

  /// The sum of the digits of `0x1.…`.
  private static func significand(_ text: Substring) -> Ball? {
    guard text == "0x1" || text.hasPrefix("0x1.") else { return nil }
    let digits = Array(text.utf8.dropFirst(4))
    guard digits.count <= 33, digits.count > 0 || text == "0x1" else { return nil }
    var sum: Ball = 1
    for (start, end) in [(0, 13), (13, 26), (26, 33)] {
      guard let piece = piece(digits, from: start, to: end) else { return nil }
      sum = sum + piece
    }
    return sum
  }

  /// The digits of some places after the point; those that are missing are zeros.
  private static func piece(_ digits: [UInt8], from start: Int, to end: Int) -> Ball? {
    var integer = 0
    for place in start..<end {
      guard let digit = place < digits.count ? value(ofDigit: digits[place]) : 0 else { return nil }
      integer = integer * 16 + digit
    }
    return Ball(Double(integer)).scaled(byPowerOfTwo: -4 * end)
  }

  private static func value(ofDigit character: UInt8) -> Int? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(character - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(character - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(character - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}
