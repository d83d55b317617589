extension DoubleDouble8 {
  /// Eight exponentials, each with the bits of `DoubleDouble.exponential()`; nothing is checked.
  @inline(__always)
  func exponentialInRange() -> (significand: DoubleDouble8, exponent: SIMD8<Int32>) {
    let shift = SIMD8<Double>(repeating: 0x1.8p52)
    let rounding = high * LogarithmOfTwo.stepsPerUnit + shift
    let r = reduced(by: rounding - shift)
    // The last 32 bits of the sum with 1.5·2^52 are the nearest integer.
    let index = unsafeBitCast(rounding, to: SIMD16<Int32>.self).evenHalf
    let power = DoubleDouble8.power(index)
    return (power.increased(byFactor: r.exponentialMinusOne()), index &>> 16)
  }

  /// `2^(n/65536)`, from two tables.
  @inline(__always)
  private static func power(_ index: SIMD8<Int32>) -> DoubleDouble8 {
    var large = DoubleDouble8(SIMD8(), SIMD8())
    var small = DoubleDouble8(SIMD8(), SIMD8())
    for lane in 0..<8 {
      let i = Int(index[lane])
      large[lane] = PowerTable.coarse[(i >> 8) & 255]
      small[lane] = PowerTable.fine[i & 255]
    }
    return large * small
  }

  @inline(__always)
  private func reduced(by n: SIMD8<Double>) -> DoubleDouble8 {
    let (first, second, third) = LogarithmOfTwo.steps
    let a = high - n * first
    let b = DoubleDouble8.sum(a, -n * second)
    let c = DoubleDouble8.sum(b.high, -n * third)
    let d = DoubleDouble8.sum(c.high, low)
    let rest = (b.low + c.low) + (d.low - n * LogarithmOfTwo.restOfStep)
    return DoubleDouble8.sum(large: d.high, small: rest)
  }

  @inline(__always)
  private func exponentialMinusOne() -> DoubleDouble8 {
    let square = DoubleDouble8.square(high)
    let inner: SIMD8<Double> = high * 0x1.1111111111111p-7 + 0x1.5555555555555p-5
    let factor: SIMD8<Double> = high * inner + 0x1.5555555555555p-3
    let tail: SIMD8<Double> = (high * square.high) * factor
    let sum = DoubleDouble8.sum(large: high, small: square.high * 0.5)
    let rest: SIMD8<Double> = (low + (square.low * 0.5 + high * low)) + tail
    return DoubleDouble8(sum.high, sum.low + rest)
  }

  @inline(__always)
  private func increased(byFactor x: DoubleDouble8) -> DoubleDouble8 {
    let p = DoubleDouble8.product(high, x.high)
    let s = DoubleDouble8.sum(large: high, small: p.high)
    let rest: SIMD8<Double> = p.low + (high * x.low + low * x.high)
    return DoubleDouble8.sum(large: s.high, small: s.low + (low + rest))
  }
}
