/// The generator SplitMix64: a counter in steps of `γ`, and a finalizer.
///
/// Used where one number has to become many: to seed `Xoshiro256StarStar`, and to
/// turn the index of a case into its seed.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators"
/// (OOPSLA 2014); the finalizer is Stafford's variant 13, as in Vigna's `splitmix64.c`.
public struct SplitMix64: Sendable {
  /// The step of the counter: `2^64` divided by the golden ratio, made odd.
  public static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  @usableFromInline var counter: UInt64

  /// Creates a generator whose first output is `mixed(seed + step)`.
  @inlinable public init(seed: UInt64) { counter = seed }

  /// Returns the next 64 bits; the period is `2^64`.
  @inlinable public mutating func next() -> UInt64 {
    counter &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(counter)
  }

  /// Scrambles a number so that each input bit reaches every output bit.
  ///
  /// The map is a bijection of the 64-bit numbers and takes zero to zero.
  @inlinable public static func mixed(_ number: UInt64) -> UInt64 {
    var z = number
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
