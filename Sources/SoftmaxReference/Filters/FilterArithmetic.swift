/// Elementary functions in double arithmetic alone, each with a proved relative error.
///
/// They decide nearly all that a sweep asks, at a small part of what certified balls cost. None of them calls the C
/// library, looks into a table or branches, so that `FilterArithmetic8` evaluates eight at once
/// with the same bits. Errors are in units of `u = 2^-53`.
enum FilterArithmetic {
  /// The greatest argument of `exponential(minus:)`.
  static var greatestArgument: Double { 700 }

  /// `e^{−a}` for `0 ≤ a ≤ 700`, with a relative error of at most `2^-50`.
  ///
  /// With `n` the nearest integer to `a/ln 2`, at most 1010, and `r = n ln 2 − a`, `|r| < 0.347`, it is
  /// `2^−n e^r`. The first part of `ln 2` has 33 bits, so that its product with `n` is exact, and so is the
  /// difference with `a` (Sterbenz for `n ≥ 1`; for `n = 0` nothing is subtracted). The second part is
  /// `ln 2` to `2^-86`, its product with `n` is below `2^-22`, and the sum is rounded once below `2^-1.5`:
  /// `r` is off by less than `2^-74` and `u/2`. The series ends with `r^13/13!`; what is cut is at most
  /// `0.347^14/14!·1.03 < 2^-57`, relative to a value of at least `0.7`. Horner's rule
  /// loses at most `u` for the last sum, `1.1|r|u` for the product before it, and `2|r|u` for all others: `2.1u` and,
  /// relative to the value, `3u`. In all less than `4u + 2^-56 < 2^-50`.
  @inline(__always)
  static func exponential(minus a: Double) -> Double {
    let rounding = a * 0x1.71547652b82fep0 + 0x1.8p52
    let n = rounding - 0x1.8p52
    let r = (n * logarithmOfTwo.high - a) + n * logarithmOfTwo.low
    let series = exponentialSeries(r)
    // The last bits of the sum with 1.5·2^52 are the integer; 2^−n is a normal number.
    let integer = rounding.bitPattern &- 0x4338_0000_0000_0000
    return series * Double(bitPattern: (1023 &- integer) << 52)
  }

  /// `ln 2` in two parts, the first of 33 bits; their sum is within `2^-86` of it.
  @inline(__always) static var logarithmOfTwo: (high: Double, low: Double) {
    (0x1.62e42feep-1, 0x1.a39ef35793c76p-33)
  }

  @inline(__always)
  private static func exponentialSeries(_ r: Double) -> Double {
    var sum = r * 0x1.6124613a86d09p-33 + 0x1.1eed8eff8d898p-29
    sum = sum * r + 0x1.ae64567f544e4p-26
    sum = sum * r + 0x1.27e4fb7789f5cp-22
    sum = sum * r + 0x1.71de3a556c734p-19
    sum = sum * r + 0x1.a01a01a01a01ap-16
    sum = sum * r + 0x1.a01a01a01a01ap-13
    sum = sum * r + 0x1.6c16c16c16c17p-10
    sum = sum * r + 0x1.1111111111111p-7
    sum = sum * r + 0x1.5555555555555p-5
    sum = sum * r + 0x1.5555555555555p-3
    sum = sum * r + 0.5
    sum = sum * r + 1
    return sum * r + 1
  }

  /// `2 artanh s` for `|s| ≤ 1/3`, with a relative error of at most `2^-50` beside that of `s`.
  ///
  /// The series of `artanh(s)/s` in `z = s² ≤ 1/9`, from 1 to `z^16/33`. What is cut is less than
  /// `z^17/35·9/8 < 2^-58`. `z` is rounded once, and the series' part that depends on it is at most `0.04` of it:
  /// `0.1u`; Horner's rule loses `u` for the last sum and at most `0.2u` for the others; the product
  /// with `2s` one rounding. In all `2.3u + 2^-58 < 2^-50`. An error of `s` counts at most `1.13`
  /// times, as the condition of artanh is `s/((1 − s²) artanh s)`.
  @inline(__always)
  static func twiceInverseHyperbolicTangent(_ s: Double) -> Double {
    let z = s * s
    var sum = z * 0x1.f07c1f07c1f08p-6 + 0x1.0842108421084p-5
    sum = sum * z + 0x1.1a7b9611a7b96p-5
    sum = sum * z + 0x1.2f684bda12f68p-5
    sum = sum * z + 0x1.47ae147ae147bp-5
    sum = sum * z + 0x1.642c8590b2164p-5
    sum = sum * z + 0x1.8618618618618p-5
    sum = sum * z + 0x1.af286bca1af28p-5
    sum = sum * z + 0x1.e1e1e1e1e1e1ep-5
    sum = sum * z + 0x1.1111111111111p-4
    sum = sum * z + 0x1.3b13b13b13b14p-4
    sum = sum * z + 0x1.745d1745d1746p-4
    sum = sum * z + 0x1.c71c71c71c71cp-4
    sum = sum * z + 0x1.2492492492492p-3
    sum = sum * z + 0x1.999999999999ap-3
    sum = sum * z + 0x1.5555555555555p-2
    return 2 * s * (sum * z + 1)
  }

  /// `log(1 + t)` for `0 ≤ t ≤ 1`, with a relative error of at most `2^-49` beside that of `t`.
  ///
  /// `2 artanh(t/(2 + t))`: a sum and a quotient, `2u·1.13`. An error of `t` counts at most once.
  @inline(__always)
  static func logarithm(onePlus t: Double) -> Double {
    twiceInverseHyperbolicTangent(t / (2 + t))
  }

  /// `log(p/(1 − p))` for `2^-200 < p < 1`, with a relative error of at most `2^-49`.
  ///
  /// The odds `p/(1 − p)`, two roundings, are `m·2^k` with `m` in `[√½, √2)`. For `k = 0` the logarithm is
  /// `2 artanh(2p − 1)`, in which the difference is exact, as `p > ¼` (Sterbenz): `2.3u`.
  /// Otherwise it is `k ln 2 + log m`, at least `0.346` in magnitude. The odds' error of `2.1u` is an absolute
  /// one of the logarithm; `log m`, at most `0.347`, has that of `(m − 1)/(m + 1)`, two roundings, `2.3u`,
  /// and `2.3u` of the series: `1.7u` absolute; two sums, `0.5u` and `u` of the result; `k` times
  /// the first part of `ln 2` is exact, and the other negligible: `(2.1 + 1.7 + 0.5)u/0.346 + u < 14u < 2^-49`.
  @inline(__always)
  static func logit(_ p: Double) -> Double {
    let odds = p / (1 - p)
    let shifted = odds.bitPattern &+ (0x3ff0_0000_0000_0000 &- 0x3fe6_a09e_667f_3bcd)
    let biased = shifted >> 52
    let power = (shifted & 0x7ff0_0000_0000_0000) &- 0x3ff0_0000_0000_0000
    let m = Double(bitPattern: odds.bitPattern &- power)
    // An integer below 2^52 in the last bits of 2^52.
    let k = Double(bitPattern: biased | 0x4330_0000_0000_0000) - 0x1.00000000003ffp52
    let s = k == 0 ? 2 * p - 1 : (m - 1) / (m + 1)
    let rest = twiceInverseHyperbolicTangent(s)
    return k * logarithmOfTwo.high + (k * logarithmOfTwo.low + rest)
  }
}
