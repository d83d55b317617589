// Square roots are calls of the C library where they are not inlined.
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A number held as the unevaluated sum of two doubles, some 106 bits together.
///
/// `low` is at most half a unit in the last place of `high`. The operations carry the
/// error bounds proved by Joldes, Muller and Popescu, "Tight and rigorous error
/// bounds for basic building blocks of double-word arithmetic", ACM TOMS 44 (2017),
/// with `u = 2^-53`, for operands that neither overflow nor underflow: `Ball` keeps them
/// near one by an exponent of its own.
@frozen
public struct DoubleDouble: Sendable, Equatable {
  /// The double nearest to the number.
  public var high: Double
  /// What `high` leaves over.
  public var low: Double

  /// Creates a number from parts that do not overlap.
  @inlinable @inline(__always)
  public init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  /// The exact sum of two doubles, in any order (Knuth's TwoSum).
  @inlinable @inline(__always)
  public static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    let s = a + b
    let t = s - a
    return DoubleDouble(s, (a - (s - t)) + (b - t))
  }

  /// The exact sum of two doubles of which the first is not the smaller (Dekker).
  @inlinable @inline(__always)
  public static func sum(large a: Double, small b: Double) -> DoubleDouble {
    let s = a + b
    return DoubleDouble(s, b - (s - a))
  }

  /// The exact product of two doubles below `2^996` (Dekker, with Veltkamp's split).
  ///
  /// Splitting costs more than a fused multiply–add but the same on every processor: a
  /// fused one is a library call where the target does not promise the instruction.
  @inlinable @inline(__always)
  public static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    let p = a * b
    let s = split(a)
    let t = split(b)
    let low = ((s.high * t.high - p) + s.high * t.low + s.low * t.high) + s.low * t.low
    return DoubleDouble(p, low)
  }

  /// The exact square of a double below `2^498` (Dekker).
  @inlinable @inline(__always)
  public static func square(_ a: Double) -> DoubleDouble {
    let p = a * a
    let s = split(a)
    let low = ((s.high * s.high - p) + (2 * s.high) * s.low) + s.low * s.low
    return DoubleDouble(p, low)
  }

  @inlinable @inline(__always)
  static func split(_ a: Double) -> DoubleDouble {
    let c = 0x1.000_0002p27 * a
    let high = c - (c - a)
    return DoubleDouble(high, a - high)
  }

  /// The negated number, exact.
  @inlinable @inline(__always)
  public static prefix func - (x: DoubleDouble) -> DoubleDouble { DoubleDouble(-x.high, -x.low) }

  /// The number times a power of two, exact away from underflow.
  @inlinable @inline(__always)
  public func scaled(by power: Double) -> DoubleDouble { DoubleDouble(high * power, low * power) }
}

extension DoubleDouble {
  /// The sum, with a relative error of at most `3u²/(1−4u)` (AccurateDWPlusDW).
  @inlinable @inline(__always)
  public static func + (x: DoubleDouble, y: DoubleDouble) -> DoubleDouble {
    let s = sum(x.high, y.high)
    let t = sum(x.low, y.low)
    let v = sum(large: s.high, small: s.low + t.high)
    return sum(large: v.high, small: t.low + v.low)
  }

  /// The sum with a double, with a relative error of at most `2u²` (DWPlusFP).
  @inlinable @inline(__always)
  public static func + (x: DoubleDouble, y: Double) -> DoubleDouble {
    let s = sum(x.high, y)
    return sum(large: s.high, small: x.low + s.low)
  }

  /// The sum of a number and one at most a quarter its size, relative error `5u²`.
  ///
  /// Two roundings, of quantities at most `(1 + |y/x|)u|x|` and `2u|s|`.
  @inlinable @inline(__always)
  public static func sum(dominant x: DoubleDouble, small y: DoubleDouble) -> DoubleDouble {
    let s = sum(large: x.high, small: y.high)
    return sum(large: s.high, small: s.low + (x.low + y.low))
  }

  /// The sum of two numbers that are not negative, with a relative error of at most `3.01u²`.
  ///
  /// Two roundings, of quantities at most `u(x + y)` and `2u(x + y)`, after an exact sum.
  @inlinable @inline(__always)
  public static func sum(positive x: DoubleDouble, _ y: DoubleDouble) -> DoubleDouble {
    let s = sum(x.high, y.high)
    return sum(large: s.high, small: s.low + (x.low + y.low))
  }

  /// The product with a double, with a relative error of at most `2u²` (DWTimesFP).
  @inlinable @inline(__always)
  public static func * (x: DoubleDouble, y: Double) -> DoubleDouble {
    let p = product(x.high, y)
    return sum(large: p.high, small: p.low + x.low * y)
  }

  /// The product, with a relative error of at most `5u²` (DWTimesDW).
  @inlinable @inline(__always)
  public static func * (x: DoubleDouble, y: DoubleDouble) -> DoubleDouble {
    let p = product(x.high, y.high)
    return sum(large: p.high, small: p.low + (x.high * y.low + x.low * y.high))
  }

  /// The quotient, with a relative error of at most `16u²` (DWDivDW2, there `15u² + 56u³`).
  @inlinable @inline(__always)
  public static func / (x: DoubleDouble, y: DoubleDouble) -> DoubleDouble {
    let t = x.high / y.high
    let r = y * t
    let d = (x.high - r.high) + (x.low - r.low)
    return sum(large: t, small: d / y.high)
  }

  /// The reciprocal `1/y`, with a relative error of at most `10u²`.
  ///
  /// With `t = 1/y_high`, `δ = 1 − ty` is at most `2u` in magnitude, and `1/y = t(1 + δ + δ² + …)`: leaving
  /// out what follows `δ` costs `4u²`, the product `ty` `2u²`, rounding `δ` and `tδ` `2u²` each.
  @inlinable @inline(__always)
  public var reciprocal: DoubleDouble {
    let t = 1 / high
    let r = self * t
    return DoubleDouble.sum(large: t, small: t * ((1 - r.high) - r.low))
  }

  /// The square root of a positive number, with a relative error of at most `4u²`.
  ///
  /// SQRTDWtoDW of Lefèvre, Louvet, Muller, Picot and Rideau, "Accurate calculation of
  /// Euclidean norms using double-word arithmetic", ACM TOMS 49 (2023): `25/8 u²`.
  @inlinable @inline(__always)
  public func squareRoot() -> DoubleDouble {
    guard high > 0 else { return DoubleDouble(high == 0 ? 0 : .nan) }
    let s = high.squareRoot()
    let square = DoubleDouble.product(s, s)
    let remainder = low + ((high - square.high) - square.low)
    return DoubleDouble.sum(large: s, small: remainder / (2 * s))
  }
}
