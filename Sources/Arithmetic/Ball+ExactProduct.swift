extension Ball {
  /// The product of an exact number and an exact double in two parts: its leading 106 bits, which are
  /// exact, and the rest, at most `2^-104` of it; `nil` if the factors are no such numbers.
  ///
  /// With `a = h + l` the exact products are `hb = p + q` and `lb = r + s`. What is added from there on is
  /// added exactly too, but for the last sum, of two numbers below `2^-104` of the product. What underflows
  /// is less than `2^-1000`.
  public static func exactProduct(_ a: Ball, _ b: Ball) -> (leading: Ball, rest: Ball)? {
    guard a.isReal, b.isReal, a.isExact, b.isExact, b.significand.low == 0 else { return nil }
    let first = DoubleDouble.product(a.significand.high, b.significand.high)
    let second = DoubleDouble.product(a.significand.low, b.significand.high)
    let middle = DoubleDouble.sum(first.low, second.high)
    let top = DoubleDouble.sum(first.high, middle.high)
    let next = DoubleDouble.sum(top.low, middle.low)
    let leading = DoubleDouble.sum(large: top.high, small: next.high)
    let exponent = a.exponent + b.exponent
    let rounding = (abs(next.low) + abs(second.low)) * 0x1p-53 + 0x1p-1000
    return (
      Ball(leading, exponent: exponent, radius: 0),
      Ball(
        DoubleDouble(next.low + second.low), exponent: exponent, radius: Ball.upwards(rounding))
    )
  }
}
