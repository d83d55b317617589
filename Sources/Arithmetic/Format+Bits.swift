extension Format {
  /// The encoding of a value of the format, in the low `bitWidth` bits.
  ///
  /// A NaN becomes the quiet NaN with its sign and an empty payload.
  ///
  /// - Precondition: the number is a value of the format.
  public func bits(of x: Double) -> UInt64 {
    guard self != .binary64 else { return x.bitPattern }
    precondition(contains(x), "only values of the format have an encoding")
    let sign: UInt64 = x.sign == .minus ? 1 << UInt64(bitWidth - 1) : 0
    let fractionBits = UInt64(precision - 1)
    let exponentMask = (1 << UInt64(bitWidth - precision)) - 1 as UInt64
    if x.isNaN { return sign | exponentMask << fractionBits | 1 << (fractionBits - 1) }
    if x.isInfinite { return sign | exponentMask << fractionBits }
    let magnitude = abs(x)
    if magnitude < leastNormal { return sign | UInt64(magnitude / leastSubnormal) }
    let exponent = Int(magnitude.exponent)
    let significand = UInt64(magnitude / powerOfTwo(exponent - precision + 1))
    let biased = UInt64(exponent - leastExponent + 1)
    return sign | biased << fractionBits | (significand - 1 << fractionBits)
  }

  /// The number with the given encoding; bits above `bitWidth` are ignored.
  public func value(bits: UInt64) -> Double {
    switch self {
    case .binary64: return Double(bitPattern: bits)
    case .binary32: return Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case .binary16, .bfloat16: break
    }
    let fractionBits = UInt64(precision - 1)
    let exponentMask = (1 << UInt64(bitWidth - precision)) - 1 as UInt64
    let fraction = bits & (1 << fractionBits - 1)
    let biased = bits >> fractionBits & exponentMask
    let negative = bits >> UInt64(bitWidth - 1) & 1 == 1
    let magnitude: Double
    if biased == exponentMask {
      magnitude = fraction == 0 ? .infinity : .nan
    } else if biased == 0 {
      magnitude = Double(fraction) * leastSubnormal
    } else {
      let quantum = powerOfTwo(Int(biased) - 1 + leastExponent - precision + 1)
      magnitude = Double(fraction | 1 << fractionBits) * quantum
    }
    return negative ? -magnitude : magnitude
  }
}
