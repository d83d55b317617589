extension Ball {
  /// Whether zero is one of the values enclosed.
  public var mayBeZero: Bool {
    guard isReal else { return false }
    // The midpoint is at least this far from zero; equality keeps exact zeros in.
    let distance = significand.high.magnitude * (1 - 0x1p-52)
    return significand.high == 0 || distance <= radius
  }

  /// Whether the radius is at most `2^-bits` of the midpoint, or there is none.
  public func isSharp(bits: Int) -> Bool {
    isExact || radius <= significand.high.magnitude * powerOfTwo(-bits)
  }

  /// Whether the number is certainly greater than zero.
  public var isPositive: Bool {
    isReal ? significand.high > 0 && !mayBeZero : significand.high > 0
  }

  /// Whether the number is certainly less than zero.
  public var isNegative: Bool { (-self).isPositive }

  /// Whether the midpoint of this ball is less than that of another.
  public func precedes(_ other: Ball) -> Bool {
    let (x, y) = (significand.high, other.significand.high)
    // Numbers of one binade and of few bits, or of binades that are not neighbours.
    if x.isFinite, y.isFinite, x != 0, y != 0 {
      if (x < 0) != (y < 0) { return x < 0 }
      let distance = other.exponent - exponent
      if distance.magnitude > 1 { return (distance > 0) == (x > 0) }
      if significand.low == 0, other.significand.low == 0 {
        return distance == 0 ? x < y : (distance > 0) == (x > 0)
      }
    }
    let difference = (midpoint - other.midpoint).significand.high
    return difference < 0
  }

  /// The greater of two numbers, whichever it is; NaN where one of them is.
  ///
  /// It is at least the one with the greater midpoint, and exceeds that one's upper end by no more
  /// than the other's upper end does.
  public static func maximum(_ a: Ball, _ b: Ball) -> Ball {
    if a.isNaN || b.isNaN { return Ball(.nan) }
    let (lesser, greater) = a.precedes(b) ? (a, b) : (b, a)
    let excess = (lesser.midpoint - greater.midpoint) + (lesser.reach - greater.reach)
    return excess.isNegative || !greater.isReal ? greater : greater.widened(by: excess)
  }

  /// The midpoint alone, as an exact ball.
  @inlinable public var midpoint: Ball {
    Ball(unchecked: significand, exponent: exponent, radius: 0)
  }

  /// The radius, as an exact ball with an exponent of its own; infinite where nothing is known.
  public var reach: Ball {
    radius.isFinite ? Ball(DoubleDouble(radius), exponent: exponent, radius: 0) : Ball(radius)
  }

  /// The radius as an upper bound in doubles; infinite beyond their range.
  public var radiusBound: Double {
    guard radius != 0, radius.isFinite else { return radius }
    return Ball.upperBound(radius, exponent: exponent)
  }

  /// An upper bound of the magnitude of every value enclosed.
  public var magnitudeBound: Double {
    guard isReal else { return significand.high.magnitude }
    guard !isZero else { return 0 }
    return Ball.upperBound(
      Ball.upwards(significand.high.magnitude * (1 + 0x1p-52) + radius), exponent: exponent)
  }

  private static func upperBound(_ x: Double, exponent: Int) -> Double {
    if exponent > 1100 { return .infinity }
    // A radius is at most 2^201 times its unit, so the bound is under 2^-1190.
    if exponent < -1400 { return .leastNonzeroMagnitude }
    let half = exponent / 2
    return (x * powerOfTwo(half) * powerOfTwo(exponent - half)).nextUp
  }

  /// The number, if it is exactly one double; `nil` for any other ball.
  public var exactDouble: Double? {
    guard isReal, radius == 0, significand.low == 0, exponent >= -1074, exponent <= 1023 else {
      return nil
    }
    let value = significand.high * powerOfTwo(exponent)
    // The last bits of a significand may be below the least subnormal number.
    return exponent >= -1022 || Ball(value).significand == significand ? value : nil
  }

  /// The double nearest to the midpoint.
  public var value: Double { normalDouble ?? Format.binary64.rounded(self) }

  /// The midpoint, if it is a normal double, zero, infinite or NaN.
  @inlinable @inline(__always)
  var normalDouble: Double? {
    guard significand.low == 0, exponent >= -1022, exponent <= 1023 else { return nil }
    return significand.high * powerOfTwo(exponent)
  }

  /// The ball enlarged by a radius.
  public func widened(by radius: Double) -> Ball {
    guard radius != 0, isReal else { return self }
    return widened(by: Ball(radius))
  }

  /// The ball enlarged by the largest magnitude that another encloses.
  public func widened(by other: Ball) -> Ball {
    guard isReal, !other.isZero else { return self }
    guard other.isReal else { return .unbounded }
    let other = Ball(
      unchecked: DoubleDouble(0), exponent: other.exponent,
      radius: Ball.upwards(other.significand.high.magnitude * (1 + 0x1p-52) + other.radius))
    return self + other
  }
}
