#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Elementary functions for bounds, rounded away from the value they bound.
///
/// A bound needs few digits but must not be too small: results of the C library,
/// wrong by a few units in the last place at most, are enlarged by `2^-40`.
enum Upper {
  private static let slack = 1 + 0x1p-40

  /// An upper bound of `e^x`; zero only for `−∞`.
  ///
  /// A subnormal result is off by units of the least double, whatever it is enlarged by.
  static func exponential(_ x: Double) -> Double {
    let value = exp(x)
    return value >= 0x1p-1020 || x == -.infinity ? value * slack : value + 0x1p-1070
  }

  /// An upper bound of `e^x − 1` for `x ≥ 0`.
  static func exponentialMinusOne(_ x: Double) -> Double { expm1(x) * slack }

  /// An upper bound of `−log(1 − x)` for `0 ≤ x`, infinite from one on.
  static func minusLogOfOneMinus(_ x: Double) -> Double {
    x < 1 ? -log1p(-x) * slack : .infinity
  }

  /// An upper bound of `log(1 + x)` for `x ≥ 0`.
  static func logOfOnePlus(_ x: Double) -> Double { log1p(x) * slack }

  /// An upper bound of `(1 + a)(1 + b) − 1`, formed without the cancellation.
  ///
  /// In binary64 the sum `1 + u` is one, so that the plain expression would lose a rounding.
  static func compound(_ a: Double, _ b: Double) -> Double { (a + b + a * b) * slack }

  /// An upper bound of `log x` for `x ≥ 1`.
  static func logarithm(_ x: Double) -> Double { log(x) * slack + 0x1p-50 }

  /// An upper bound of the magnitude of `1 − e^x` for `x ≤ 0`.
  static func oneMinusExponential(_ x: Double) -> Double { -expm1(x) * slack }

  /// An upper bound of `−log x` for `0 < x ≤ 1`; its magnitude is one of `|log x|` for others.
  static func minusLogarithm(_ x: Double) -> Double { x <= 1 ? -log(x) * slack : -logarithm(x) }
}
