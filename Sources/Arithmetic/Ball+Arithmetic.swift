extension Ball {
  /// The negated number, exact.
  @inlinable
  public static prefix func - (x: Ball) -> Ball {
    Ball(unchecked: -x.significand, exponent: x.exponent, radius: x.radius)
  }

  /// The sum; exact where two doubles are added and the result needs at most 106 bits.
  public static func + (a: Ball, b: Ball) -> Ball {
    guard a.isReal, b.isReal else { return Ball(a.significand.high + b.significand.high) }
    if a.isZero { return b }
    if b.isZero { return a }
    return a.exponent >= b.exponent ? sum(a, lower: b) : sum(b, lower: a)
  }

  /// The difference.
  @inlinable
  public static func - (a: Ball, b: Ball) -> Ball { a + -b }

  private static func sum(_ x: Ball, lower y: Ball) -> Ball {
    let shift = x.exponent - y.exponent
    guard shift <= 900 else {
      let absorbed = scaled(2 + y.radius, by: 0x1p-900)
      return Ball(x.significand, exponent: x.exponent, radius: upwards(x.radius + absorbed))
    }
    let power = powerOfTwo(-shift)
    let small = y.significand.scaled(by: power)
    let radius = x.radius + scaled(y.radius, by: power)
    // Of the scaled parts only the low one may underflow, which must not pass for exact.
    if x.significand.low == 0 && y.significand.low == 0 {
      let sum = DoubleDouble.sum(x.significand.high, small.high)
      return Ball(sum, exponent: x.exponent, radius: upwards(radius))
    }
    // 3.01u² < 2^-104
    let sum = x.significand + small
    return Ball(
      sum, exponent: x.exponent, radius: upwards(radius + sum.high.magnitude * 0x1p-104))
  }

  /// The product; exact where two doubles or a power of two are multiplied.
  ///
  /// Zero times an infinity is NaN, as IEEE 754 has it.
  public static func * (a: Ball, b: Ball) -> Ball {
    guard a.isReal, b.isReal else { return Ball(a.significand.high * b.significand.high) }
    if a.isZero || b.isZero { return Ball(a.significand.high * b.significand.high) }
    if let scaled = a.scaled(byPower: b) ?? b.scaled(byPower: a) { return scaled }
    let exponent = a.exponent + b.exponent
    let spread =
      magnitude(a) * b.radius + magnitude(b) * a.radius + a.radius * b.radius
    if a.significand.low == 0 && b.significand.low == 0 {
      let product = DoubleDouble.product(a.significand.high, b.significand.high)
      return Ball(product, exponent: exponent, radius: upwards(spread))
    }
    // 5u² < 2^-103
    let product = a.significand * b.significand
    return Ball(
      product, exponent: exponent, radius: upwards(spread + product.high.magnitude * 0x1p-103))
  }

  /// The quotient; exact where the divisor is a power of two.
  ///
  /// Nothing is known where the divisor may be zero; a number other than zero by an exact
  /// zero is an infinity, zero by zero NaN.
  public static func / (a: Ball, b: Ball) -> Ball {
    guard a.isReal, b.isReal, !b.isZero else {
      return Ball(a.significand.high / b.significand.high)
    }
    if a.isZero { return b.mayBeZero ? .unbounded : a }
    if let inverse = b.inverseOfPower, let scaled = a.scaled(byPower: inverse) { return scaled }
    let room = b.significand.high.magnitude * (1 - 0x1p-51) - b.radius
    guard room > 0 else { return .unbounded }
    let quotient = a.significand / b.significand
    let spread = (a.radius + (quotient.high.magnitude * (1 + 0x1p-51)) * b.radius) / room
    // 16u² = 2^-102
    return Ball(
      quotient, exponent: a.exponent - b.exponent,
      radius: upwards(spread + quotient.high.magnitude * 0x1p-102))
  }

  /// The number times an exact power of two, or `nil` if the factor is none.
  @inline(__always)
  private func scaled(byPower factor: Ball) -> Ball? {
    guard factor.significand.high.magnitude == 1, factor.significand.low == 0, factor.radius == 0
    else {
      return nil
    }
    let sign = factor.significand.high
    return Ball(
      unchecked: significand.scaled(by: sign), exponent: exponent + factor.exponent, radius: radius)
  }

  /// The number times `2^exponent`, exact for every exponent.
  @inlinable
  public func scaled(byPowerOfTwo exponent: Int) -> Ball {
    guard isReal, !isZero else { return self }
    return Ball(unchecked: significand, exponent: self.exponent + exponent, radius: radius)
  }

  private var inverseOfPower: Ball? {
    guard significand.high.magnitude == 1, significand.low == 0, radius == 0 else { return nil }
    return Ball(unchecked: significand, exponent: -exponent, radius: 0)
  }

  @inline(__always)
  private static func magnitude(_ x: Ball) -> Double {
    x.significand.high.magnitude * (1 + 0x1p-51)
  }

  /// The absolute value.
  public var magnitude: Ball { significand.high < 0 ? -self : self }

  /// The square root; NaN where the number is certainly negative.
  ///
  /// `|√(x ± r) − √x| ≤ r/√x` for `r ≤ x`; nothing is known of a number that may be
  /// negative. The rounding error is at most `4u²`, `2^-104`; the root of the square of a double is exact.
  public func squareRoot() -> Ball {
    guard isReal, !isZero else { return Ball(significand.high.squareRoot()) }
    guard !mayBeZero else { return .unbounded }
    guard significand.high > 0 else { return Ball(.nan) }
    let odd = exponent & 1 == 1
    let root = (odd ? significand.scaled(by: 2) : significand).squareRoot()
    let spread = (odd ? 2 * radius : radius) / root.high
    let half = (odd ? exponent - 1 : exponent) / 2
    let square = DoubleDouble.product(root.high, root.high)
    if root.low == 0, square == (odd ? significand.scaled(by: 2) : significand) {
      return Ball(root, exponent: half, radius: upwards(spread))
    }
    return Ball(root, exponent: half, radius: upwards(spread + root.high * 0x1p-103))
  }

  private func upwards(_ radius: Double) -> Double { Ball.upwards(radius) }
}
