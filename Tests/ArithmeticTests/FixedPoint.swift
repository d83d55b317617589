/// Whole numbers of units `2^-384`: elementary functions without floating point.
///
/// An idea apart from tables and double-doubles, to check them: halve the argument until the
/// Taylor series is short, then square. Errors are counted in units, from above.
enum FixedPoint {
  static let bits = 384

  /// Enclosing bounds of `e^x` for `|x| <= 16`.
  ///
  /// The argument is halved 16 times. Each of the 40 terms and the remainder is less than 2
  /// units off, so the sum of the series less than 100; a squaring of `y ± ε` is off by at most
  /// `3yε + 2`. All squarings together multiply an error by less than `3^16·e^16 < 2^49`, so
  /// that the result is within `2^64` units, and its reciprocal as well.
  static func exponential(_ x: Exact) -> (lower: Exact, upper: Exact) {
    let isNegative = x <= Exact(0)
    let argument = x.absolute.floor(bits: bits - 16)
    let one = Whole(1) << bits
    var term = one
    var sum = one
    for n in 1...40 {
      term = ((term * argument) >> bits) / UInt32(n)
      sum = sum + term
    }
    for _ in 0..<16 { sum = (sum * sum) >> bits }
    let error = Exact.powerOfTwo(64 - bits)
    let positive = Exact(sum, exponent: -bits)
    guard isNegative else { return (positive - error, positive + error) }
    let reciprocal = inverse(sum)
    return (reciprocal - error, reciprocal + error)
  }

  /// `1/y` of a number of units that is at least one, by Newton's iteration.
  ///
  /// Each step doubles the digits that are right; the last is off by a few units.
  private static func inverse(_ y: Whole) -> Exact {
    let two = Whole(1) << (bits + 1)
    // A power of two with y·z in [1/2, 1).
    var z = Whole(1) << (2 * bits - y.bitWidth)
    for _ in 0..<12 { z = (z * (two - ((y * z) >> bits))) >> bits }
    return Exact(z, exponent: -bits)
  }
}
