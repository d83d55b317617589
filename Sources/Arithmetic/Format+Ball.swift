extension Format {
  /// Rounds the midpoint of a ball to the nearest value of the format, ties to even.
  ///
  /// The rounding is that of the midpoint as a whole, not first to a double: of
  /// `(h, l)·2^e` the low part decides where `h` is half-way between two values.
  public func rounded(_ ball: Ball) -> Double {
    if let number = ball.normalDouble { return rounded(number) }
    guard ball.isReal, ball.significand.high != 0 else { return ball.significand.high }
    let negative = ball.significand.high < 0
    let m = negative ? -ball.significand : ball.significand
    let quantum = max(ball.exponent, leastExponent) - precision + 1
    let shift = ball.exponent - quantum
    guard shift >= -2 else { return negative ? -0.0 : 0 }
    guard ball.exponent <= greatestExponent else { return negative ? -.infinity : .infinity }
    let scaled = m.high * powerOfTwo(shift)
    var integer = scaled < 0x1p52 ? (scaled + 0x1p52) - 0x1p52 : scaled
    if abs(scaled - integer) == 0.5 && m.low != 0 {
      integer = m.low > 0 ? scaled + 0.5 : scaled - 0.5
    }
    let magnitude = integer * powerOfTwo(quantum)
    let result = magnitude > greatestFinite ? .infinity : magnitude
    return negative ? -result : result
  }

  /// The one value that every number of a ball rounds to, or `nil` if it is undecided.
  public func correctlyRounded(_ ball: Ball) -> Double? {
    guard ball.isReal, !ball.isExact else { return rounded(ball) }
    guard ball.radius.isFinite else { return nil }
    // The ends are sums of at most 2 + r, which are off by up to 2^-104 of that.
    let reach = Ball(
      DoubleDouble(ball.radius * (1 + 0x1p-50) + 0x1p-102), exponent: ball.exponent, radius: 0)
    let low = rounded(ball.midpoint - reach)
    let high = rounded(ball.midpoint + reach)
    // The midpoint is between the two, and has the sign that a zero keeps.
    return low == high ? rounded(ball) : nil
  }
}
