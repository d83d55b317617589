import Arithmetic

/// All doubles in the order of simplicity, as a bijection with the 64-bit numbers.
///
/// A smaller place is a simpler number:
///
/// 1. the integers below `2^53`, by size;
/// 2. the numbers with one bit after the binary point, by size; those with two bits;
///    and so on up to 1074 bits;
/// 3. the integers from `2^53` on, binade by binade, in each the short significands
///    first;
/// 4. infinity, and then NaN by payload.
///
/// The lowest bit of a place is the sign, so that `−x` follows `x`. The blocks fit
/// without a gap: `f` bits after the point leave exactly `2^52` odd numerators below
/// `2^53`, and the integers from `2^53` on keep the place of their bit pattern but for
/// the reversed fraction.
///
///     1, −1, 2, 1023     places 2, 3, 4, 2046
///     0.5, −0.5, 1.5     places 2^54, 2^54 + 1, 2^54 + 2
///     0.25               place 3·2^53
///
/// Hypothesis orders its floats in the same spirit, with another encoding.
public enum SimplicityOrder {
  /// The first place past the integers below `2^53`.
  static let firstFraction: UInt64 = 1 << 54

  private static let fractionBits: UInt64 = 52
  private static let fractionMask: UInt64 = 1 << 52 - 1
  private static let firstLarge: UInt64 = 1076
  private static let nonFinite: UInt64 = 2047

  /// Returns the place of a number.
  public static func place(of number: Double) -> UInt64 {
    let bits = number.bitPattern
    return rank(ofMagnitude: bits & .max >> 1) << 1 | bits >> 63
  }

  /// Returns the number at a place.
  public static func number(at place: UInt64) -> Double {
    Double(bitPattern: magnitude(atRank: place >> 1) | place << 63)
  }

  private static func rank(ofMagnitude bits: UInt64) -> UInt64 {
    let biased = bits >> fractionBits
    if biased >= nonFinite || bits == 0 { return bits }
    if biased >= firstLarge { return biased << fractionBits | reversed(bits & fractionMask) }
    // The number is significand × 2^-point, and point is at least zero.
    let point = 1075 - max(biased, 1)
    let significand = bits & fractionMask | (biased == 0 ? 0 : 1 << fractionBits)
    let zeros = UInt64(significand.trailingZeroBitCount)
    if zeros >= point { return significand >> point }
    return (point - zeros + 1) << fractionBits | significand >> (zeros + 1)
  }

  private static func magnitude(atRank rank: UInt64) -> UInt64 {
    let block = rank >> fractionBits
    if block >= nonFinite { return rank }
    if block >= firstLarge { return block << fractionBits | reversed(rank & fractionMask) }
    if block < 2 { return Double(rank).bitPattern }
    let numerator = Double((rank & fractionMask) << 1 | 1)
    return (numerator * powerOfTwo(1 - Int(block))).bitPattern
  }

  private static func reversed(_ fraction: UInt64) -> UInt64 {
    var bits = fraction
    var result: UInt64 = 0
    for _ in 0..<fractionBits {
      result = result << 1 | bits & 1
      bits >>= 1
    }
    return result
  }
}
