/// A number known up to a radius: a certified enclosure of a real number.
///
/// The true value lies within `radius·2^exponent` of `significand·2^exponent`. The exponent is the
/// ball's own, so `e^-1000` has an enclosure as sharp as any other: results need
/// not fit a double. Radii are always rounded upwards; every operation returns a
/// ball that contains the true result for all true operands in its operands.
///
/// An answer need not be a real number. `±∞` and NaN are balls too, and follow
/// the rules of IEEE 754; `unbounded` is a real number of which nothing is known.
@frozen
public struct Ball: Sendable {
  /// The midpoint, normalised so that its magnitude is in `[1, 2)` or zero.
  public let significand: DoubleDouble
  /// The power of two that multiplies significand and radius.
  public let exponent: Int
  /// The largest distance of the true value from the midpoint, in units of `2^exponent`.
  public let radius: Double

  @inlinable
  init(unchecked significand: DoubleDouble, exponent: Int, radius: Double) {
    self.significand = significand
    self.exponent = exponent
    self.radius = radius
  }

  /// Normalises a midpoint and a radius given in units of `2^exponent`.
  ///
  /// A midpoint under `2^-200` of its radius is dropped and the radius enlarged by it.
  @inlinable @inline(__always)
  init(_ significand: DoubleDouble, exponent: Int, radius: Double) {
    let magnitude = significand.high.magnitude
    if magnitude >= 1, magnitude < 2, radius < 0x1p200 {
      self.init(unchecked: significand, exponent: exponent, radius: radius)
    } else {
      self.init(normalizing: significand, exponent: exponent, radius: radius)
    }
  }

  @usableFromInline
  init(normalizing significand: DoubleDouble, exponent: Int, radius: Double) {
    let magnitude = significand.high.magnitude
    if !magnitude.isFinite || !radius.isFinite {
      self = magnitude.isFinite ? .unbounded : Ball(significand.high)
    } else if magnitude == 0 && radius == 0 {
      self.init(unchecked: significand, exponent: 0, radius: 0)
    } else if magnitude < 0x1p-900, radius < 0x1p-900 {
      // The inverse of a subnormal number's power would not fit a double.
      self.init(
        significand.scaled(by: 0x1p600), exponent: exponent - 600,
        radius: Ball.scaled(radius, by: 0x1p600))
    } else if magnitude > radius * 0x1p-200 {
      let shift = Int(magnitude.exponent)
      let power = powerOfTwo(-shift)
      self.init(
        unchecked: significand.scaled(by: power), exponent: exponent + shift,
        radius: Ball.scaled(radius, by: power))
    } else {
      let whole = Ball.upwards(radius + magnitude)
      let shift = Int(whole.exponent)
      self.init(
        unchecked: DoubleDouble(0), exponent: exponent + shift,
        radius: Ball.scaled(whole, by: powerOfTwo(-shift)))
    }
  }

  /// Creates the exact ball of a number, an infinity or NaN.
  @inlinable
  public init(_ x: Double) {
    let bits = x.bitPattern
    let biased = Int(truncatingIfNeeded: bits >> 52 & 0x7ff)
    if biased != 0, biased != 0x7ff {
      let significand = Double(bitPattern: bits & 0x800f_ffff_ffff_ffff | 0x3ff0_0000_0000_0000)
      self.init(unchecked: DoubleDouble(significand), exponent: biased - 1023, radius: 0)
      return
    }
    guard x.isFinite, x != 0 else {
      self.init(unchecked: DoubleDouble(x), exponent: 0, radius: 0)
      return
    }
    let significand = x < 0 ? -x.significand : x.significand
    self.init(unchecked: DoubleDouble(significand), exponent: Int(x.exponent), radius: 0)
  }

  /// A real number of which nothing is known.
  public static var unbounded: Ball {
    Ball(unchecked: DoubleDouble(0), exponent: 0, radius: .infinity)
  }

  /// A number between zero and `2^exponent`, as its enclosure is wide.
  static func positive(below exponent: Int) -> Ball {
    Ball(unchecked: DoubleDouble(1), exponent: exponent - 1, radius: 1)
  }
}

extension Ball: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// Creates the exact ball of a literal.
  @inlinable
  public init(floatLiteral value: Double) { self.init(value) }

  /// Creates the exact ball of a literal.
  @inlinable
  public init(integerLiteral value: Int) { self.init(Double(value)) }
}

extension Ball {
  /// Whether the ball encloses a real number, rather than being infinite or NaN.
  @inlinable public var isReal: Bool { significand.high.isFinite }

  /// Whether the answer is NaN.
  public var isNaN: Bool { significand.high.isNaN }

  /// Whether the answer is an infinity.
  public var isInfinite: Bool { significand.high.isInfinite }

  /// Whether the ball is one number only.
  @inlinable public var isExact: Bool { radius == 0 }

  /// Whether the ball is exactly zero.
  @inlinable public var isZero: Bool { significand.high == 0 && radius == 0 }

  /// Rounds a radius upwards over the few roundings that went into it.
  ///
  /// The product covers four roundings of relative error `2^-53`; the term added covers
  /// underflow. A radius of zero stays zero: exact balls stay exact.
  @inlinable @inline(__always)
  static func upwards(_ radius: Double) -> Double {
    radius == 0 ? 0 : radius * 0x1.0000_0000_0004p0 + 0x1p-1000
  }

  /// A radius times a power of two, not lost when it underflows.
  @inlinable @inline(__always)
  static func scaled(_ radius: Double, by power: Double) -> Double {
    radius == 0 ? 0 : max(radius * power, 0x1p-1000)
  }
}
