/// Eight numbers, each the unevaluated sum of two doubles, calculated side by side.
///
/// The operations are those of `DoubleDouble`, step for step, so that every lane has the bits that
/// one number by itself would have.
struct DoubleDouble8: Sendable {
  /// The doubles nearest to the numbers.
  var high: SIMD8<Double>
  /// What they leave over.
  var low: SIMD8<Double>

  /// Creates numbers from their parts.
  @inline(__always)
  init(_ high: SIMD8<Double>, _ low: SIMD8<Double>) {
    self.high = high
    self.low = low
  }

  /// Creates eight times the same number.
  @inline(__always)
  init(repeating x: DoubleDouble) {
    high = SIMD8(repeating: x.high)
    low = SIMD8(repeating: x.low)
  }

  /// The lane of an index.
  @inline(__always)
  subscript(lane: Int) -> DoubleDouble {
    get { DoubleDouble(high[lane], low[lane]) }
    set { (high[lane], low[lane]) = (newValue.high, newValue.low) }
  }

  /// The exact sums of doubles, in any order.
  @inline(__always)
  static func sum(_ a: SIMD8<Double>, _ b: SIMD8<Double>) -> DoubleDouble8 {
    let s = a + b
    let t = s - a
    return DoubleDouble8(s, (a - (s - t)) + (b - t))
  }

  /// The exact sums of doubles of which the first are not the smaller.
  @inline(__always)
  static func sum(large a: SIMD8<Double>, small b: SIMD8<Double>) -> DoubleDouble8 {
    let s = a + b
    return DoubleDouble8(s, b - (s - a))
  }

  /// The exact products of doubles.
  @inline(__always)
  static func product(_ a: SIMD8<Double>, _ b: SIMD8<Double>) -> DoubleDouble8 {
    let p = a * b
    let s = split(a)
    let t = split(b)
    let low = ((s.high * t.high - p) + s.high * t.low + s.low * t.high) + s.low * t.low
    return DoubleDouble8(p, low)
  }

  /// The exact squares of doubles.
  @inline(__always)
  static func square(_ a: SIMD8<Double>) -> DoubleDouble8 {
    let p = a * a
    let s = split(a)
    let low = ((s.high * s.high - p) + (2 * s.high) * s.low) + s.low * s.low
    return DoubleDouble8(p, low)
  }

  @inline(__always)
  private static func split(_ a: SIMD8<Double>) -> DoubleDouble8 {
    let c = 0x1.000_0002p27 * a
    let high = c - (c - a)
    return DoubleDouble8(high, a - high)
  }

  /// The sums of numbers that are not negative.
  @inline(__always)
  static func sum(positive x: DoubleDouble8, _ y: DoubleDouble8) -> DoubleDouble8 {
    let s = sum(x.high, y.high)
    return sum(large: s.high, small: s.low + (x.low + y.low))
  }

  /// The products.
  @inline(__always)
  static func * (x: DoubleDouble8, y: DoubleDouble8) -> DoubleDouble8 {
    let p = product(x.high, y.high)
    return sum(large: p.high, small: p.low + (x.high * y.low + x.low * y.high))
  }

  /// The numbers times powers of two.
  @inline(__always)
  func scaled(by power: SIMD8<Double>) -> DoubleDouble8 { DoubleDouble8(high * power, low * power) }
}
