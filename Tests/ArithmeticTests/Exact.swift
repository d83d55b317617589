import Arithmetic

/// A number `±m·2^e` without rounding: sums and products are exact, whatever their size.
struct Exact {
  private let isNegative: Bool
  private let magnitude: Whole
  private let exponent: Int

  init(isNegative: Bool = false, _ magnitude: Whole, exponent: Int = 0) {
    self.isNegative = isNegative
    self.magnitude = magnitude
    self.exponent = exponent
  }

  init(_ x: Double) {
    let significand = UInt64(abs(x.isZero ? 0 : x.significand) * 0x1p52)
    self.init(
      isNegative: x < 0, Whole(significand), exponent: x.isZero ? 0 : Int(x.exponent) - 52)
  }

  init(_ x: DoubleDouble) { self = Exact(x.high) + Exact(x.low) }

  static func powerOfTwo(_ exponent: Int) -> Exact { Exact(Whole(1), exponent: exponent) }

  func scaled(byPowerOfTwo power: Int) -> Exact {
    Exact(isNegative: isNegative, magnitude, exponent: exponent + power)
  }

  var absolute: Exact { Exact(magnitude, exponent: exponent) }

  /// The number rounded down to a multiple of `2^-bits`, for a number not negative.
  func floor(bits: Int) -> Whole {
    exponent + bits >= 0 ? magnitude << (exponent + bits) : magnitude >> -(exponent + bits)
  }

  static prefix func - (a: Exact) -> Exact {
    Exact(isNegative: !a.isNegative, a.magnitude, exponent: a.exponent)
  }

  static func + (a: Exact, b: Exact) -> Exact {
    if a.magnitude.isZero { return b }
    if b.magnitude.isZero { return a }
    let exponent = min(a.exponent, b.exponent)
    let x = a.magnitude << (a.exponent - exponent)
    let y = b.magnitude << (b.exponent - exponent)
    if a.isNegative == b.isNegative {
      return Exact(isNegative: a.isNegative, x + y, exponent: exponent)
    }
    return x < y
      ? Exact(isNegative: b.isNegative, y - x, exponent: exponent)
      : Exact(isNegative: a.isNegative, x - y, exponent: exponent)
  }

  static func - (a: Exact, b: Exact) -> Exact { a + -b }

  static func * (a: Exact, b: Exact) -> Exact {
    Exact(
      isNegative: a.isNegative != b.isNegative, a.magnitude * b.magnitude,
      exponent: a.exponent + b.exponent)
  }

  static func <= (a: Exact, b: Exact) -> Bool {
    let difference = b - a
    return difference.magnitude.isZero || !difference.isNegative
  }

  static func == (a: Exact, b: Exact) -> Bool { (a - b).magnitude.isZero }
}

extension Ball {
  var exactMidpoint: Exact { Exact(significand).scaled(byPowerOfTwo: exponent) }
  var exactRadius: Exact { Exact(radius).scaled(byPowerOfTwo: exponent) }
  var exactLower: Exact { exactMidpoint - exactRadius }
  var exactUpper: Exact { exactMidpoint + exactRadius }

  /// Whether a number is certainly one of those enclosed.
  func contains(_ x: Exact) -> Bool {
    isReal && (radius == .infinity || (exactMidpoint - x).absolute <= exactRadius)
  }

  /// Whether two balls may enclose one number.
  func overlaps(_ other: Ball) -> Bool {
    guard isReal, other.isReal else { return false }
    return !radius.isFinite || !other.radius.isFinite
      || (exactMidpoint - other.exactMidpoint).absolute <= exactRadius + other.exactRadius
  }

  /// The radius in units of the midpoint, as a power of two that is not less.
  var relativeRadiusExponent: Int {
    radius == 0 ? .min : Int((radius / abs(significand.high)).exponent) + 1
  }
}
