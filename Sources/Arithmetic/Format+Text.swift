extension Format {
  /// The shortest decimal text that is rounded to the same value of the format.
  ///
  /// Written out where that is short, in scientific notation elsewhere; infinities are `inf`, NaN
  /// is `nan`, and zero keeps its sign.
  public func shortestText(_ x: Double) -> String {
    guard x.isFinite else { return HexadecimalText.text(x) }
    if x == 0 { return x.sign == .minus ? "-0" : "0" }
    for digits in 1...17 {
      let text = Ball(x).decimalText(digits: digits)
      if let value = Double(text), rounded(value) == x { return DecimalText.positional(text) }
    }
    return "\(x)"
  }
}

extension DecimalText {
  /// A number in scientific notation written out, where that takes few zeros.
  static func positional(_ text: String) -> String {
    let parts = text.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]), exponent >= -5, exponent < 16 else {
      return text
    }
    let sign = text.hasPrefix("-") ? "-" : ""
    let digits = parts[0].filter(\.isNumber)
    guard exponent >= 0 else {
      return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
    }
    let zeros = String(repeating: "0", count: max(0, exponent + 1 - digits.count))
    let fraction = digits.dropFirst(exponent + 1)
    return sign + digits.prefix(exponent + 1) + zeros + (fraction.isEmpty ? "" : "." + fraction)
  }
}
