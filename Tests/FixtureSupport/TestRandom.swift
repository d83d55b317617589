/// A fixed sequence of numbers for tests (SplitMix64 of Steele, Lea and Flood, 2014).
public struct TestRandom: Sendable {
  private var state: UInt64

  /// Starts the sequence of a seed.
  public init(seed: UInt64) { state = seed }

  /// 64 random bits.
  public mutating func bits() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A whole number of a range.
  public mutating func integer(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(bits() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  /// A number with 53 random bits and a sign, of a binade of the range.
  public mutating func double(exponents: ClosedRange<Int> = -20...20) -> Double {
    let significand = 1 + Double(bits() >> 12) * 0x1p-52
    let exponent = integer(in: exponents)
    let magnitude = Double(sign: .plus, exponent: exponent, significand: significand)
    return bits() & 1 == 0 ? magnitude : -magnitude
  }

  /// A number of an interval.
  public mutating func double(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * (Double(bits() >> 11) * 0x1p-53)
  }
}
