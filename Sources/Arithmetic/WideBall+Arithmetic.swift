extension WideBall {
  /// The negated number, exact.
  public static prefix func - (x: WideBall) -> WideBall {
    WideBall(
      isNegative: !x.isNegative, x.magnitude, error: x.error, exponent: x.exponent,
      precision: x.precision, leaning: -x.leaning)
  }

  /// The sum, exact where the precision holds it.
  ///
  /// Both are counted in one unit: the smaller of theirs, but not under `2^-64` of the last
  /// bit kept, so that a number far below another becomes one unit of error and a leaning.
  public static func + (a: WideBall, b: WideBall) -> WideBall {
    if a.isZero { return b.keeping(max(a.precision, b.precision)) }
    if b.isZero { return a.keeping(max(a.precision, b.precision)) }
    let precision = max(a.precision, b.precision)
    let floor = max(a.top, b.top) - max(precision, 64) - 64
    let unit = max(min(a.exponent, b.exponent), floor)
    guard let x = a.units(bits: -unit), let y = b.units(bits: -unit) else { return .unknown }
    let error = x.error + y.error
    let leaning = commonLeaning(a.leaning(counted: x), b.leaning(counted: y))
    if a.isNegative == b.isNegative {
      return WideBall(
        isNegative: a.isNegative, x.magnitude + y.magnitude, error: error, exponent: unit,
        precision: precision, leaning: leaning)
    }
    let isNegative = x.magnitude < y.magnitude ? b.isNegative : a.isNegative
    let (large, small) =
      x.magnitude < y.magnitude ? (y.magnitude, x.magnitude) : (x.magnitude, y.magnitude)
    return WideBall(
      isNegative: isNegative, large - small, error: error, exponent: unit, precision: precision,
      leaning: leaning)
  }

  /// To which side of its cut midpoint the number lies: 0 for an exact one, `nil` if unknown.
  private func leaning(counted units: (magnitude: Natural, error: Natural)) -> Int? {
    if units.error.isZero { return 0 }
    if units.magnitude.isZero, !mayBeZero { return isNegative ? -1 : 1 }
    return leaning == 0 || units.error != (error ?? units.error) ? nil : leaning
  }

  private static func commonLeaning(_ a: Int?, _ b: Int?) -> Int {
    guard let a, let b, a * b >= 0 else { return 0 }
    return a == 0 ? b : a
  }

  /// The difference.
  public static func - (a: WideBall, b: WideBall) -> WideBall { a + -b }

  /// The product, exact where the precision holds it; an exact zero times anything known is zero.
  public static func * (a: WideBall, b: WideBall) -> WideBall {
    guard let e = a.error, let f = b.error else { return .unknown }
    return WideBall(
      isNegative: a.isNegative != b.isNegative, a.magnitude * b.magnitude,
      error: a.magnitude * f + b.magnitude * e + e * f, exponent: a.exponent + b.exponent,
      precision: max(a.precision, b.precision),
      leaning: a.isExact ? a.sign * b.leaning : b.isExact ? b.sign * a.leaning : 0)
  }

  /// The sign of the midpoint.
  private var sign: Int { magnitude.isZero ? 0 : isNegative ? -1 : 1 }

  /// The quotient, exact where a division of whole numbers leaves nothing over.
  ///
  /// Nothing is known where the divisor may be zero. With the quotient `q` of the magnitudes
  /// `m/n` cut to whole units, `|(m ± e)/(n ∓ f) − m/n| ≤ (e + (q + 1)f)/(n − f)`.
  public static func / (a: WideBall, b: WideBall) -> WideBall {
    guard let e = a.error, let f = b.error, !b.mayBeZero else { return .unknown }
    let precision = max(a.precision, b.precision)
    guard !a.isZero else { return a.keeping(precision) }
    let shift = max(0, max(precision, 64) + 2 + b.magnitude.bitWidth - a.magnitude.bitWidth)
    let (quotient, rest) = (a.magnitude << shift).dividedBy(b.magnitude)
    var error = Natural(rest.isZero ? 0 : 1)
    if !e.isZero || !f.isZero {
      let spread = (e << shift) + (quotient + Natural(1)) * f
      error = error + spread.dividedBy(b.magnitude - f).quotient + Natural(1)
    }
    return WideBall(
      isNegative: a.isNegative != b.isNegative, quotient, error: error,
      exponent: a.exponent - b.exponent - shift, precision: precision)
  }

  /// The square root of a number that is not negative; nothing is known if it may be negative.
  ///
  /// `|√(m ± e) − √m| ≤ e/√m`.
  public func squareRoot() -> WideBall {
    guard let error, !isZero else { return self }
    guard !isNegative, !mayBeZero else { return .unknown }
    let kept = 2 * max(precision, 64) + 4
    let spare = max(0, kept - magnitude.bitWidth)
    let shift = (exponent - spare) & 1 == 0 ? spare : spare + 1
    let square = magnitude << shift
    let root = square.squareRoot
    let cut = Natural(root * root == square ? 0 : 1)
    let spread = error.isZero ? error : (error << shift).dividedBy(root).quotient + Natural(1)
    return WideBall(
      isNegative: false, root, error: cut + spread, exponent: (exponent - shift) / 2,
      precision: precision)
  }
}
