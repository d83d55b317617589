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
    let digits = text.dropFirst(4)
    guard digits.count <= 33, digits.count > 0 || text == "0x1",
      digits.allSatisfy({ $0.isHexDigit })
    else { return nil }
    let places = Array(digits) + Array(repeating: "0", count: 33 - digits.count)
    func piece(_ range: Range<Int>) -> Ball? {
      Int(String(places[range]), radix: 16).map {
        Ball(Double($0)).scaled(byPowerOfTwo: -4 * range.upperBound)
      }
    }
    guard let first = piece(0..<13), let second = piece(13..<26), let third = piece(26..<33)
    else { return nil }
    return 1 + first + second + third
  }
}
