/// The generator xoshiro256**: 256 bits of state, period `2^256 − 1`.
///
/// Source: Blackman and Vigna, "Scrambled linear pseudorandom number generators"
/// (ACM TOMS 47, 2021); the jump polynomials are those of `xoshiro256starstar.c`.
public struct Xoshiro256StarStar: Sendable {
  @usableFromInline var s0: UInt64
  @usableFromInline var s1: UInt64
  @usableFromInline var s2: UInt64
  @usableFromInline var s3: UInt64

  /// Creates a generator whose state is the first four outputs of `SplitMix64`.
  @inlinable public init(seed: UInt64) {
    var seeds = SplitMix64(seed: seed)
    s0 = seeds.next()
    s1 = seeds.next()
    s2 = seeds.next()
    s3 = seeds.next()
  }

  /// Creates a generator with the given state.
  ///
  /// - Precondition: the state is not all zero, which is a fixed point.
  public init(state: (UInt64, UInt64, UInt64, UInt64)) {
    (s0, s1, s2, s3) = state
    precondition(s0 | s1 | s2 | s3 != 0, "the zero state of xoshiro256** never changes")
  }

  /// Returns the next 64 bits.
  @inlinable @inline(__always)
  public mutating func next() -> UInt64 {
    let product = s1 &* 5
    let result = (product << 7 | product >> 57) &* 9
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = s3 << 45 | s3 >> 19
    return result
  }

  /// Advances by `2^128` outputs: the start of the next of `2^128` disjoint streams.
  public mutating func jump() {
    advance(by: [
      0x180E_C6D3_3CFD_0ABA, 0xD5A6_1266_F0C9_392C, 0xA958_2618_E03F_C9AA, 0x39AB_DC45_29B1_661C,
    ])
  }

  /// Advances by `2^192` outputs: the start of the next of `2^64` families of streams.
  public mutating func longJump() {
    advance(by: [
      0x76E1_5D3E_FEFD_CBBF, 0xC500_4E44_1C52_2FB3, 0x7771_0069_854E_E241, 0x3910_9BB0_2ACB_E635,
    ])
  }

  /// Multiplies the state by a polynomial in the transition, lowest power first.
  private mutating func advance(by polynomial: [UInt64]) {
    var sum: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    for coefficients in polynomial {
      for bit in 0..<64 as Range<UInt64> {
        if coefficients >> bit & 1 == 1 {
          sum.0 ^= s0
          sum.1 ^= s1
          sum.2 ^= s2
          sum.3 ^= s3
        }
        _ = next()
      }
    }
    (s0, s1, s2, s3) = sum
  }
}
