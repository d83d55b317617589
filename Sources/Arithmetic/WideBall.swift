/// A real number enclosed by whole numbers alone, to as many bits as asked for.
///
/// The true value is within `error` units of `±magnitude` units of `2^exponent`. This is the suite's
/// second arithmetic: it shares nothing with `Ball` but the idea. There are no tables, no
/// floating-point operation, and errors are counted, not estimated: every division or shift
/// that leaves something over adds one unit. It checks the first arithmetic, confirms
/// accusations before they are reported, and decides roundings that the first leaves open.
///
/// A result keeps the greater precision of its operands; numbers of fewer bits stay exact.
public struct WideBall: Sendable {
  /// Whether the midpoint is less than zero.
  let isNegative: Bool
  /// The midpoint's magnitude in units.
  let magnitude: Natural
  /// The largest distance of the true value from the midpoint in units; `nil` if nothing is known.
  let error: Natural?
  /// The unit is `2^exponent`.
  let exponent: Int
  /// The number of bits to which results are kept.
  public let precision: Int
  /// The sign of the distance from the midpoint, where it is known not to be zero; else 0.
  ///
  /// What is far below another number leaves no bit of it, but may still decide a tie.
  let leaning: Int

  /// Rounds a midpoint and an error to the precision; the error is kept to 32 bits.
  init(
    isNegative: Bool, _ magnitude: Natural, error: Natural?, exponent: Int, precision: Int,
    leaning: Int = 0
  ) {
    guard let error else {
      self = .unknown
      return
    }
    let excess = max(magnitude.bitWidth - max(precision, 64), error.bitWidth - 32, 0)
    let isCut = !magnitude.isZero && magnitude.trailingZeroBitCount < excess
    self.init(
      unchecked: isNegative, excess == 0 ? magnitude : magnitude >> excess,
      error: error.shiftedRightRoundingUp(excess) + Natural(isCut ? 1 : 0),
      exponent: exponent + excess, precision: precision, leaning: isCut ? 0 : leaning)
  }

  private init(
    unchecked isNegative: Bool, _ magnitude: Natural, error: Natural?, exponent: Int,
    precision: Int, leaning: Int = 0
  ) {
    self.leaning = leaning
    self.isNegative = isNegative && !magnitude.isZero
    self.magnitude = magnitude
    self.error = error
    self.exponent = exponent
    self.precision = precision
  }

  /// A number of which nothing is known.
  public static var unknown: WideBall {
    WideBall(unchecked: false, Natural(0), error: nil, exponent: 0, precision: 0)
  }

  /// Creates the exact number that a finite double is; infinities and NaN are not known.
  public init(_ x: Double, precision: Int = 0) {
    guard x.isFinite else {
      self = .unknown
      return
    }
    let fraction = x.bitPattern & (1 << 52 - 1)
    let isSubnormal = x.bitPattern >> 52 & 0x7ff == 0
    self.init(
      unchecked: x.sign == .minus, Natural(isSubnormal ? fraction : fraction | 1 << 52),
      error: Natural(0), exponent: max(Int(x.bitPattern >> 52 & 0x7ff), 1) - 1075,
      precision: precision)
  }

  /// Creates the number that a ball encloses; infinities and NaN are not known.
  public init(enclosing ball: Ball, precision: Int) {
    guard ball.isReal, ball.radius.isFinite else {
      self = .unknown
      return
    }
    let midpoint =
      WideBall(ball.significand.high, precision: precision)
      + WideBall(ball.significand.low, precision: precision)
    let radius = WideBall(ball.radius, precision: precision)
    self = midpoint.widened(by: radius).scaled(byPowerOfTwo: ball.exponent)
  }
}

extension WideBall: ExpressibleByIntegerLiteral {
  /// Creates the exact whole number of a literal.
  public init(integerLiteral value: Int) {
    self.init(
      unchecked: value < 0, Natural(UInt64(value.magnitude)), error: Natural(0), exponent: 0,
      precision: 0)
  }
}

extension WideBall {
  /// Whether anything is known of the number.
  public var isBounded: Bool { error != nil }

  /// Whether the number is known exactly.
  public var isExact: Bool { error?.isZero ?? false }

  /// Whether the number is exactly zero.
  public var isZero: Bool { isExact && magnitude.isZero }

  /// Whether zero is one of the numbers enclosed.
  public var mayBeZero: Bool { error.map { magnitude <= $0 } ?? true }

  /// Whether the number is certainly greater than zero.
  public var isPositive: Bool { !isNegative && !mayBeZero }

  /// One more than the exponent of the greatest magnitude enclosed; for zero, less than any other.
  var top: Int {
    guard let error, !(error.isZero && magnitude.isZero) else { return .min / 2 }
    return exponent + (magnitude + error).bitWidth
  }

  /// Whether the error is less than `2^-bits` of the number, or there is none.
  public func isSharp(bits: Int) -> Bool {
    guard let error else { return false }
    return error.isZero || error.bitWidth + bits < magnitude.bitWidth
  }

  /// The number times `2^power`, exact.
  public func scaled(byPowerOfTwo power: Int) -> WideBall {
    WideBall(
      unchecked: isNegative, magnitude, error: error, exponent: exponent + power,
      precision: precision, leaning: leaning)
  }

  /// The same enclosure, whose results are to be kept to another precision.
  func keeping(_ precision: Int) -> WideBall {
    WideBall(
      unchecked: isNegative, magnitude, error: error, exponent: exponent, precision: precision,
      leaning: leaning)
  }

  /// The midpoint, as an exact number.
  public var midpoint: WideBall {
    WideBall(
      unchecked: isNegative, magnitude, error: error.map { _ in Natural(0) }, exponent: exponent,
      precision: precision)
  }

  /// The greatest distance from the midpoint, as an exact number.
  var reach: WideBall {
    WideBall(
      unchecked: false, error ?? Natural(0), error: error.map { _ in Natural(0) },
      exponent: exponent, precision: precision)
  }

  /// The ball enlarged by the largest magnitude that another encloses.
  public func widened(by other: WideBall) -> WideBall {
    guard let added = other.error, isBounded else { return .unknown }
    let reach = WideBall(
      unchecked: false, Natural(0), error: other.magnitude + added, exponent: other.exponent,
      precision: precision)
    return self + reach
  }

  /// The number in units of `2^-bits`: the magnitude cut to a whole number, its error counted.
  ///
  /// `nil` if nothing is known.
  func units(bits: Int) -> (magnitude: Natural, error: Natural)? {
    guard let error else { return nil }
    let shift = exponent + bits
    guard shift < 0 else { return (magnitude << shift, error << shift) }
    let isCut = !magnitude.isZero && magnitude.trailingZeroBitCount < -shift
    return (
      magnitude >> -shift, error.shiftedRightRoundingUp(-shift) + Natural(isCut ? 1 : 0)
    )
  }
}

extension WideBall {
  /// What identifies an exact number: equal numbers have equal identities.
  public struct Identity: Hashable, Sendable {
    fileprivate let isNegative: Bool
    fileprivate let magnitude: Natural
    fileprivate let exponent: Int
  }

  /// The identity of an exact number; `nil` for any other, which equals none, not even itself.
  public var identity: Identity? {
    guard isExact else { return nil }
    let zeros = magnitude.trailingZeroBitCount
    return Identity(
      isNegative: isNegative, magnitude: magnitude >> zeros,
      exponent: magnitude.isZero ? 0 : exponent + zeros)
  }

  /// Whether the midpoint of this number is less than that of another.
  public func precedes(_ other: WideBall) -> Bool {
    let difference = midpoint - other.midpoint
    return difference.isNegative
  }
}
