/// The functions of `FilterArithmetic` for eight numbers at once, with the same bits.
enum FilterArithmetic8 {
  /// Eight numbers.
  typealias Vector = SIMD8<Double>
  private typealias Bits = SIMD8<UInt64>

  /// `e^{−a}` for `0 ≤ a ≤ 700`.
  @inline(__always)
  static func exponential(minus a: Vector) -> Vector {
    let shift = Vector(repeating: 0x1.8p52)
    let rounding: Vector = a * 0x1.71547652b82fep0 + shift
    let n: Vector = rounding - shift
    let (high, low) = FilterArithmetic.logarithmOfTwo
    let r: Vector = (n * high - a) + n * low
    let series = exponentialSeries(r)
    let integer = bits(rounding) &- Bits(repeating: 0x4338_0000_0000_0000)
    let power = (Bits(repeating: 1023) &- integer) &<< Bits(repeating: 52)
    return series * number(power)
  }

  @inline(__always)
  private static func exponentialSeries(_ r: Vector) -> Vector {
    var sum: Vector = r * 0x1.6124613a86d09p-33 + 0x1.1eed8eff8d898p-29
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

  /// `2 artanh s` for `|s| ≤ 1/3`.
  @inline(__always)
  static func twiceInverseHyperbolicTangent(_ s: Vector) -> Vector {
    let z: Vector = s * s
    var sum: Vector = z * 0x1.f07c1f07c1f08p-6 + 0x1.0842108421084p-5
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
    let series: Vector = sum * z + 1
    return (2 * s) * series
  }

  /// `log(1 + t)` for `0 ≤ t ≤ 1`.
  @inline(__always)
  static func logarithm(onePlus t: Vector) -> Vector {
    twiceInverseHyperbolicTangent(t / (2 + t))
  }

  /// `log(p/(1 − p))` for `2^-200 < p < 1`.
  @inline(__always)
  static func logit(_ p: Vector) -> Vector {
    let odds: Vector = p / (1 - p)
    let offset: UInt64 = 0x3ff0_0000_0000_0000 &- 0x3fe6_a09e_667f_3bcd
    let shifted = bits(odds) &+ Bits(repeating: offset)
    let biased = shifted &>> Bits(repeating: 52)
    let exponent = shifted & Bits(repeating: 0x7ff0_0000_0000_0000)
    let power = exponent &- Bits(repeating: 0x3ff0_0000_0000_0000)
    let m = number(bits(odds) &- power)
    let k: Vector =
      number(biased | Bits(repeating: 0x4330_0000_0000_0000)) - 0x1.00000000003ffp52
    let central: Vector = 2 * p - 1
    let s = ((m - 1) / (m + 1)).replacing(with: central, where: k .== 0)
    let rest = twiceInverseHyperbolicTangent(s)
    let (high, low) = FilterArithmetic.logarithmOfTwo
    return k * high + (k * low + rest)
  }

  @inline(__always)
  private static func bits(_ x: Vector) -> Bits { unsafeBitCast(x, to: Bits.self) }

  @inline(__always)
  private static func number(_ x: Bits) -> Vector { unsafeBitCast(x, to: Vector.self) }
}
