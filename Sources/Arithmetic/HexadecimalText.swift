/// Exact hexadecimal text of doubles, as C's `%a` and Swift's literals write it.
public enum HexadecimalText {
  /// Writes a number so that `Double(_:)` reads back exactly the same one.
  ///
  /// `1.5` is `0x1.8p+0`; zeros keep their sign; infinities are `inf` and `-inf`, every
  /// NaN is `nan`. Subnormals are normalised, so that text does not show the format.
  public static func text(_ x: Double) -> String {
    if x.isNaN { return "nan" }
    let sign = x.sign == .minus ? "-" : ""
    if x.isInfinite { return sign + "inf" }
    if x == 0 { return sign + "0x0p+0" }
    let exponent = Int(x.exponent)
    let fraction = x.significand.bitPattern & (1 << 52 - 1)
    return "\(sign)0x1\(digits(ofFraction: fraction))p\(exponent < 0 ? "-" : "+")\(abs(exponent))"
  }

  /// Reads a decimal or hexadecimal number; `nil` where the text is not a number.
  public static func value(_ text: some StringProtocol) -> Double? { Double(text) }

  private static func digits(ofFraction fraction: UInt64) -> String {
    guard fraction != 0 else { return "" }
    var text = String(fraction, radix: 16)
    text = String(repeating: "0", count: 13 - text.count) + text
    while text.last == "0" { text.removeLast() }
    return "." + text
  }
}
