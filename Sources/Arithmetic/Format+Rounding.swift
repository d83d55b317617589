extension Format {
  /// Rounds to the nearest value of the format, ties to even.
  ///
  /// Infinities, NaN and zeros stay what they are, and every result keeps the sign of `x`; a
  /// magnitude half a unit above the greatest finite number, `Ω(1 − u/2)/(1 − u)`, or more
  /// becomes infinite; results below the normal range are rounded to a multiple of `η`.
  public func rounded(_ x: Double) -> Double {
    switch self {
    case .binary64: return x
    case .binary32: return Double(Float(x))
    case .binary16, .bfloat16: break
    }
    let magnitude = x.magnitude
    guard magnitude < .infinity else { return x }
    let result =
      magnitude < leastNormal ? roundedToMultiple(magnitude) : roundedToPrecision(magnitude)
    let sign = x.bitPattern & (1 &<< 63)
    return Double(
      bitPattern: (result > greatestFinite ? .infinity : result).bitPattern | sign)
  }

  /// The multiple of `η` next to a number below the normal range: beside `3·2^51 η` the doubles are `η`
  /// apart.
  private func roundedToMultiple(_ x: Double) -> Double {
    let base = 0x1.8p52 * leastSubnormal
    return (x + base) - base
  }

  /// The number of the format's digits next to a positive normal one: half a unit is added to the bits, or the bit
  /// below that where the last one kept is zero, and a carry goes on into the exponent.
  private func roundedToPrecision(_ x: Double) -> Double {
    let lost = UInt64(53 - precision)
    let bits = x.bitPattern
    let half = (1 &<< (lost - 1)) - 1 + (bits &>> lost & 1)
    return Double(bitPattern: ((bits &+ half) &>> lost) &<< lost)
  }

  /// Whether a number is a value of the format; NaN and infinities are.
  public func contains(_ x: Double) -> Bool { x.isNaN || rounded(x) == x }

  /// The spacing of the format's values in the binade of `x`, at least `η`.
  ///
  /// - Precondition: `x` is finite.
  public func ulp(of x: Double) -> Double {
    precondition(x.isFinite, "only a finite number has a unit in the last place")
    guard x != 0 else { return leastSubnormal }
    return powerOfTwo(max(Int(x.exponent), leastExponent) - precision + 1)
  }

  /// The least value of the format above `x`.
  ///
  /// Zero is followed by `η`, the greatest finite number by infinity; NaN and
  /// infinity stay what they are. `x` itself need not be a value of the format.
  public func successor(of x: Double) -> Double {
    if self == .binary64 { return x.nextUp }
    guard x.isFinite else { return x == -.infinity ? -greatestFinite : x }
    let nearest = rounded(x)
    if nearest > x { return nearest }
    return nearest == -.infinity ? -greatestFinite : stepped(nearest)
  }

  /// The greatest value of the format below `x`.
  public func predecessor(of x: Double) -> Double { -successor(of: -x) }

  private func stepped(_ x: Double) -> Double {
    guard x != 0 else { return leastSubnormal }
    let bits = bits(of: x)
    return value(bits: x > 0 ? bits + 1 : bits - 1)
  }
}
