extension DoubleDouble {
  /// The largest argument, in magnitude, that `exponential()` accepts.
  public static var exponentialLimit: Double { 12_000 }

  /// An upper bound of the relative error of `exponential()`.
  public static var exponentialError: Double { 0x1p-102 }

  /// Computes `e^x` as a significand in `[0.99, 2.02)` and a power of two.
  ///
  /// The argument is reduced to `x = n·L + r` with `L = ln 2/4096`, `|r| < 2^-13.5`, and
  /// `e^x = 2^(n/4096)·e^r`, the power from two tables of 64 entries.
  ///
  /// Error, with `u = 2^-53`. `L` is held as five doubles; the first three have at
  /// most 26 bits, so their products with `n`, `|n| < 2^26.1`, are exact, and `r` is off by
  /// at most `2^-115`. The series of `e^r − 1` is cut after `r^7/7!`, at most `2^-123`;
  /// rounding its tail in double costs `r^4·2^-53/6 ≤ 2^-109.7`. Together the error of
  /// `e^r − 1` is at most `0.1u²`. The product of the table entries carries
  /// `2u² + 5u²`, its product with `e^r − 1` at most `5u²·2^-13.5`, the last sum
  /// `3.01u²`: in all at most `10.2u² < 2^-102`.
  ///
  /// - Precondition: `|x| <= 12000`.
  public func exponential() -> (significand: DoubleDouble, exponent: Int) {
    precondition(abs(high) <= DoubleDouble.exponentialLimit, "the argument of exp is in range")
    let n = (high * 0x1.71547652b82fep12 + 0x1.8p52) - 0x1.8p52
    let r = reduced(by: n)
    let index = Int(n)
    let remainder = index & 4095
    let power =
      PowerTable.sixtyFourths[remainder >> 6] * PowerTable.fourThousandNinetySixths[remainder & 63]
    let excess = power * r.exponentialMinusOne()
    return (DoubleDouble.sum(dominant: power, small: excess), (index - remainder) >> 12)
  }

  /// The remainder `x − n·ln 2/4096`, with an absolute error of at most `2^-115`.
  @inline(__always)
  private func reduced(by n: Double) -> DoubleDouble {
    let (first, second, third) = LogarithmOfTwo.steps
    let s = DoubleDouble.sum(high, -n * first)
    let a = DoubleDouble.sum(s.high, -n * second)
    let b = DoubleDouble.sum(a.high, -n * third)
    let p = DoubleDouble.product(n, LogarithmOfTwo.restOfStep.high)
    let tail = p.low + n * LogarithmOfTwo.restOfStep.low
    let c = DoubleDouble.sum(low, -p.high)
    let d = DoubleDouble.sum(b.high, c.high)
    let rest = ((a.low + b.low) + d.low) + s.low + (c.low - tail)
    return DoubleDouble.sum(large: d.high, small: rest)
  }

  /// The series of `e^r − 1` for `|r| < 2^-13`.
  @inline(__always)
  private func exponentialMinusOne() -> DoubleDouble {
    let tail = 0x1.5555555555555p-5 + high * (0x1.1111111111111p-7 + high * (1 / 720 + high / 5040))
    let sixth = DoubleDouble(0x1.5555555555555p-3, 0x1.5555555555555p-57)
    let cubic = DoubleDouble.sum(dominant: sixth, small: DoubleDouble(high * tail))
    let half = DoubleDouble.sum(dominant: DoubleDouble(0.5), small: cubic * self)
    return DoubleDouble.sum(dominant: self, small: (self * self) * half)
  }
}
