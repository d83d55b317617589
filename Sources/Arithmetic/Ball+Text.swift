extension Ball: CustomStringConvertible {
  /// The midpoint in decimal, to the digits that the radius leaves certain, and the radius.
  public var description: String {
    guard isReal else { return HexadecimalText.text(significand.high) }
    if isExact { return decimalText(digits: 33) }
    guard radius.isFinite else { return "unbounded" }
    return "\(decimalText(digits: certainDigits)) ± \(radiusText)"
  }

  /// The number of decimal digits of the midpoint that the radius leaves certain, 1 to 33.
  private var certainDigits: Int {
    guard significand.high != 0 else { return 1 }
    let bits = Double(-Ball(radius).exponent)
    return max(1, min(33, Int(bits * 0.301)))
  }

  /// The radius to two digits, in scientific notation.
  public var radiusText: String {
    let ball = Ball(radius)
    let whole = Ball(unchecked: ball.significand, exponent: ball.exponent + exponent, radius: 0)
    return radius.isFinite ? whole.decimalText(digits: 2) : "inf"
  }

  /// The midpoint in decimal with the given number of significant digits, correctly rounded.
  public func decimalText(digits: Int) -> String {
    guard isReal else { return HexadecimalText.text(significand.high) }
    guard significand.high != 0 else { return "0" }
    let (integer, power) = integerMidpoint
    let text = DecimalText.scientific(integer, timesTwoTo: power, digits: digits)
    return significand.high < 0 ? "-" + text : text
  }

  /// The midpoint in decimal as a person writes it: in full where that takes few zeros.
  public func plainText(digits: Int) -> String {
    DecimalText.positional(decimalText(digits: digits))
  }

  /// The midpoint as hexadecimal text with up to 30 digits after the point.
  ///
  /// Exact but for what lies below `2^-120` of the leading digit, which is cut.
  public var hexadecimalText: String {
    guard isReal else { return HexadecimalText.text(significand.high) }
    guard significand.high != 0 else { return "0x0p+0" }
    let (integer, power) = integerMidpoint
    let top = 127 - integer.leadingZeroBitCount
    var digits = String((integer << UInt128(127 - top)) << 1, radix: 16)
    digits = String(repeating: "0", count: 32 - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    let exponent = top + power
    let sign = significand.high < 0 ? "-" : ""
    let point = digits.isEmpty ? "" : "."
    return "\(sign)0x1\(point)\(digits)p\(exponent < 0 ? "-" : "+")\(Swift.abs(exponent))"
  }

  /// The midpoint's magnitude as an integer times a power of two.
  ///
  /// `high` is a multiple of `2^-52`; `low`, at most `2^-53`, is cut at `2^-120`, which
  /// only matters where the two parts are more than a gap of 14 bits apart.
  private var integerMidpoint: (integer: UInt128, power: Int) {
    let m = significand.high < 0 ? -significand : significand
    let high = UInt128(m.high * 0x1p52) << 68
    let low = Int128(m.low * 0x1p120)
    return (low < 0 ? high - UInt128(-low) : high + UInt128(low), exponent - 120)
  }
}
