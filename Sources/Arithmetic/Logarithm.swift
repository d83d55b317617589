extension DoubleDouble {
  /// An upper bound of the absolute error of `logarithm(exponent:)`, given what comes out.
  ///
  /// In units of `u² = 2^-106`: `38|L|` for `|L| < 0.03`, which is near one; elsewhere `19 + 9|L|`.
  @inline(__always)
  public static func logarithmError(of logarithm: Double) -> Double {
    let size = abs(logarithm)
    return size < 0.03 ? size * 0x1.3p-101 : size * 0x1.2p-103 + 0x1.3p-102
  }

  /// An upper bound of the relative error of `logarithmOfOnePlus()`.
  public static var logarithmOfOnePlusError: Double { 0x1p-101 }

  /// Computes `log(m·2^k)` for a significand `m` in `[1, 2)`.
  ///
  /// After moving `m` to `[√½, √2)` there are two cases. Near one the series of
  /// `2 artanh((m−1)/(m+1))` keeps the relative error at `20u² + 3u²` and, for the tail
  /// summed in double, `15u²`: under `2^-100`. Elsewhere one
  /// Newton step `L = l + t − t²/2`, `t = m·e^−l − 1`, improves a guess `l` in double:
  /// `|t| < 2^-40` is checked, so `|t|³/3 < 2^-121`, and the error is that of `m·e^−l`, at most
  /// `(13.2 + 5)u²`, and `2u²` of the last sum, which is at most `0.35`: less than `19u²` absolute, as
  /// near one. Adding `k·ln 2` (three parts, the first two products exact, the last `2u²` of less than
  /// `2^-70`) never cancels more than half of it: two sums, `3.01u²` of at most `2|L|` and of `|L|`,
  /// `9u²|L|` with what is left out above.
  ///
  /// - Precondition: the significand is in `[1, 2)`.
  public func logarithm(exponent: Int) -> DoubleDouble {
    precondition(high >= 1 && high <= 2, "the significand of a logarithm is normalised")
    let halve = high > 0x1.6a09e667f3bcdp0
    let m = halve ? scaled(by: 0.5) : self
    let k = Double(halve ? exponent + 1 : exponent)
    let logarithm = m.logarithmNearOne()
    guard k != 0 else { return logarithm }
    let first = DoubleDouble.product(k, LogarithmOfTwo.first)
    let second = DoubleDouble.product(k, LogarithmOfTwo.second)
    let third = LogarithmOfTwo.rest * k
    return first + (second + third) + logarithm
  }

  private func logarithmNearOne() -> DoubleDouble {
    let d = self + -1
    if abs(d.high) <= 0x1p-5 { return (d / (self + 1)).twiceInverseHyperbolicTangent() }
    let guess = DoubleDouble.logarithmGuess(high)
    let inverse = DoubleDouble(-guess).exponential()
    let t = (self * inverse.significand).scaled(by: powerOfTwo(inverse.exponent)) + -1
    precondition(abs(t.high) < 0x1p-40, "the guess of the logarithm is good to forty bits")
    return (t + -0.5 * t.high * t.high) + guess
  }

  /// Computes `log(1 + t)` of this number `t` in `[-2^-6, 2^-6]`, with full relative accuracy.
  ///
  /// `2 artanh(t/(2 + t))`: a sum `2u²`, a quotient `16u²`, the last sum of the series `3u²` and
  /// its tail `0.1u²`, together less than `25u² < 2^-101`.
  ///
  /// - Precondition: `|t| <= 2^-6`.
  public func logarithmOfOnePlus() -> DoubleDouble {
    precondition(abs(high) <= 0x1p-6, "the argument of log1p is small")
    return (self / (self + 2)).twiceInverseHyperbolicTangent()
  }

  /// The series of `2 artanh(s)` for `|s| <= 2^-5.9`.
  ///
  /// The first four terms are summed in full precision; the others, below
  /// `2^-47` of the sum, in double; the series is cut after `s^21/21`.
  private func twiceInverseHyperbolicTangent() -> DoubleDouble {
    let z = self * self
    let t = z.high
    let tail =
      1.0 / 9 + t
      * (1.0 / 11 + t * (1.0 / 13 + t * (1.0 / 15 + t * (1.0 / 17 + t * (1.0 / 19 + t / 21)))))
    let seventh = DoubleDouble(0x1.2492492492492p-3, 0x1.2492492492492p-57)
    let fifth = DoubleDouble(0x1.999999999999ap-3, -0x1.999999999999ap-57)
    let third = DoubleDouble(0x1.5555555555555p-2, 0x1.5555555555555p-56)
    var series = DoubleDouble.sum(dominant: seventh, small: DoubleDouble(t * tail))
    series = DoubleDouble.sum(dominant: fifth, small: z * series)
    series = DoubleDouble.sum(dominant: third, small: z * series)
    let twice = scaled(by: 2)
    return DoubleDouble.sum(dominant: twice, small: twice * (z * series))
  }

  /// The logarithm of a double in `[√½, √2]` to some fifty bits.
  private static func logarithmGuess(_ m: Double) -> Double {
    let s = (m - 1) / (m + 1)
    let z = s * s
    var series = 0.0
    var denominator = 23.0
    while denominator > 0 {
      series = series * z + 1 / denominator
      denominator -= 2
    }
    return 2 * s * series
  }
}
