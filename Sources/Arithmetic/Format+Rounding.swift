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
    guard x.isFinite, x != 0 else { return x }
    // The quantum is a power of two, so the division and the product are exact
    // and the only rounding is that of the sum, to a multiple of one.
    let quantum = powerOfTwo(max(Int(x.exponent), leastExponent) - precision + 1)
    let result = abs(x / quantum + 0x1.8p52 - 0x1.8p52) * quantum
    return Double(signOf: x, magnitudeOf: result > greatestFinite ? .infinity : result)
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
