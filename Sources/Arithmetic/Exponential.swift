extension DoubleDouble {
  /// The largest argument, in magnitude, that `exponential()` accepts.
  public static var exponentialLimit: Double { 12_000 }

  /// An upper bound of the relative error of `exponential()`.
  public static var exponentialError: Double { 0x1p-102 }

  /// Computes `e^x` as a significand in `[0.99, 2.02)` and a power of two.
  ///
  /// The argument is reduced to `x = n·L + r` with `L = ln 2/65536`, `|r| < 2^-17.5`, and
  /// `e^x = 2^(n/65536)·e^r`, the power from two tables of 256 entries.
  ///
  /// Error, in units of `u² = 2^-106`:
  /// - the tables are within `½` each, their product within `5`: 6;
  /// - `r`: `L` is held as three parts of at most 22 bits, whose products with `n`, `|n| < 2^30.2`, are
  ///   exact, and a double. Of the first product the argument is subtracted exactly (Sterbenz), as
  ///   the part is less than `L`; the other sums are exact but for the last, whose terms are below
  ///   `2^-57`: three roundings, at most `3·2^-110`: 0.25;
  /// - the series of `e^r − 1` is cut after `r^5/120`, at most `2^-114`: 0.01; the terms from `r³` on,
  ///   below `2^-55.1`, carry seven roundings, and the two sums they enter one each: 2.2;
  /// - the product of power and `e^r − 1`: an exact product, what crosses it rounded thrice and below
  ///   `2^-55`: 1.1;
  /// - the last sum: exact but for the low parts, `1.3` and `2.3`: 3.6.
  ///
  /// In all at most `13.2u² < 2^-102`.
  ///
  /// - Precondition: `|x| <= 12000`.
  public func exponential() -> (significand: DoubleDouble, exponent: Int) {
    precondition(abs(high) <= DoubleDouble.exponentialLimit, "the argument of exp is in range")
    return exponentialInRange()
  }

  /// The same without a check; out of range the result means nothing.
  @inline(__always)
  func exponentialInRange() -> (significand: DoubleDouble, exponent: Int) {
    // In the sum with 1.5·2^52 the last bits of the significand are the nearest integer.
    let rounding = high * LogarithmOfTwo.stepsPerUnit + 0x1.8p52
    let r = reduced(by: rounding - 0x1.8p52)
    let index = Int(truncatingIfNeeded: rounding.bitPattern) &- 0x4338_0000_0000_0000
    let power = PowerTable.coarse[(index >> 8) & 255] * PowerTable.fine[index & 255]
    return (power.increased(byFactor: r.exponentialMinusOne()), index >> 16)
  }

  /// The remainder `x − n·ln 2/65536`.
  @inline(__always)
  private func reduced(by n: Double) -> DoubleDouble {
    let (first, second, third) = LogarithmOfTwo.steps
    let a = high - n * first
    let b = DoubleDouble.sum(a, -n * second)
    let c = DoubleDouble.sum(b.high, -n * third)
    let d = DoubleDouble.sum(c.high, low)
    let rest = (b.low + c.low) + (d.low - n * LogarithmOfTwo.restOfStep)
    return DoubleDouble.sum(large: d.high, small: rest)
  }

  /// The series of `e^r − 1` for `|r| < 2^-17`; its parts may overlap.
  @inline(__always)
  private func exponentialMinusOne() -> DoubleDouble {
    let square = DoubleDouble.square(high)
    let inner = high * 0x1.1111111111111p-7 + 0x1.5555555555555p-5
    let tail = (high * square.high) * (high * inner + 0x1.5555555555555p-3)
    let sum = DoubleDouble.sum(large: high, small: 0.5 * square.high)
    let rest = (low + (0.5 * square.low + high * low)) + tail
    return DoubleDouble(sum.high, sum.low + rest)
  }

  /// This number times one plus another, small one, whose parts may overlap.
  @inline(__always)
  private func increased(byFactor x: DoubleDouble) -> DoubleDouble {
    let p = DoubleDouble.product(high, x.high)
    let s = DoubleDouble.sum(large: high, small: p.high)
    let rest = p.low + (high * x.low + low * x.high)
    return DoubleDouble.sum(large: s.high, small: s.low + (low + rest))
  }
}
