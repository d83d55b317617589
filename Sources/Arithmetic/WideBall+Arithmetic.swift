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
    let leaning = commonLeaning(a.leaning(inUnitsOf: unit), b.leaning(inUnitsOf: unit))
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

  /// To which side of its midpoint, cut to units of `2^unit`, the number lies: 0 for an exact one, `nil` if
  /// that is not known.
  private func leaning(inUnitsOf unit: Int) -> Int? {
    let isKept =
      exponent >= unit || magnitude.isZero || magnitude.trailingZeroBitCount >= unit - exponent
    if isKept { return isExact ? 0 : leaning == 0 ? nil : leaning }
    let isAbsorbed = magnitude.bitWidth <= unit - exponent
    return isAbsorbed && !mayBeZero ? (isNegative ? -1 : 1) : nil
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
      exponent: a.exponent - b.exponent - shift, precision: precision,
      leaning: rest.isZero ? leaning(ofQuotient: a, b) : 0)
  }

  /// To which side of the quotient of the midpoints that of the numbers lies: it grows with the dividend
  /// and falls with the divisor, or the other way round.
  private static func leaning(ofQuotient a: WideBall, _ b: WideBall) -> Int {
    commonLeaning(
      a.leaning(inUnitsOf: a.exponent).map { $0 * b.sign },
      b.leaning(inUnitsOf: b.exponent).map { -$0 * a.sign })
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
