import Arithmetic

/// All doubles in the order of simplicity, each at a place among the 64-bit numbers.
///
/// A smaller place is a simpler number:
///
/// 1. the integers below `2^53`, by size;
/// 2. the numbers with one bit after the binary point, by size; those with two bits;
///    and so on up to ten bits;
/// 3. the numbers nearest to a fraction with one decimal digit after the point, those with
///    two digits, and so on up to 15, in each by size and below `2^48` units of the last;
/// 4. the other numbers by the bits after the binary point, from 11 up to 1074;
/// 5. the integers from `2^53` on, binade by binade, in each the short significands
///    first;
/// 6. infinity, and then NaN by payload, of which the two leading bits and the last 46 count.
///
/// The lowest bit of a place is the sign, so that `−x` follows `x`. Every number has a
/// place of its own; a place without a number of its own, such as that of `20/100`, stands
/// for the number that has another.
///
///     1, −1, 2, 1023     places 2, 3, 4, 2046
///     0.5, −0.5, 1.5     places 2^54, 2^54 + 1, 2^54 + 2
///     0.25               place 3·2^53
///     0.1, 0.2           places 3·2^55 + 2, 3·2^55 + 4
///
/// `f` bits after the point leave exactly `2^52` odd numerators below `2^53`, and the integers
/// from `2^53` on keep the place of their bit pattern but for the reversed fraction, moved
/// up to make room for the decimal fractions.
public enum SimplicityOrder {
  /// The first place past the integers below `2^53`.
  static let firstFraction: UInt64 = 1 << 54

  /// The places of one number of bits after the point, or of one large exponent.
  static let block: UInt64 = 1 << 53

  /// The places of one number of decimal digits after the point.
  static let decimalBlock: UInt64 = 1 << 49

  /// The first place of the decimal fractions.
  static let firstDecimal: UInt64 = firstDecimalRank << 1

  /// The first place past the decimal fractions.
  static let endOfDecimals: UInt64 = (firstDecimalRank + decimals) << 1

  private static let fractionBits: UInt64 = 52
  private static let fractionMask: UInt64 = 1 << 52 - 1
  private static let shortestBits: UInt64 = 10
  private static let firstDecimalRank: UInt64 = (shortestBits + 2) << fractionBits
  private static let unitBits: UInt64 = 48
  private static let mostDigits: UInt64 = 15
  private static let decimals: UInt64 = mostDigits << unitBits
  private static let firstLarge: UInt64 = 1076
  private static let nonFinite: UInt64 = 2047
  private static let payloadBits: UInt64 = 46

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
    if bits == 0 { return 0 }
    if biased >= nonFinite { return decimals + nonFinite << fractionBits + payloadRank(bits) }
    if biased >= firstLarge {
      return decimals + (biased << fractionBits | reversed(bits & fractionMask))
    }
    // The number is significand × 2^-point, and point is at least zero.
    let point = 1075 - max(biased, 1)
    let significand = bits & fractionMask | (biased == 0 ? 0 : 1 << fractionBits)
    let zeros = UInt64(significand.trailingZeroBitCount)
    if zeros >= point { return significand >> point }
    let rank = (point - zeros + 1) << fractionBits | significand >> (zeros + 1)
    if rank < firstDecimalRank { return rank }
    return decimalRank(of: Double(bitPattern: bits)) ?? rank + decimals
  }

  private static func magnitude(atRank rank: UInt64) -> UInt64 {
    if rank < 2 << fractionBits { return Double(rank).bitPattern }
    if rank < firstDecimalRank { return binaryFraction(atRank: rank) }
    if rank < firstDecimalRank + decimals {
      let (digits, units) = (rank - firstDecimalRank).quotientAndRemainder(
        dividingBy: 1 << unitBits)
      return (Double(units) / powerOfTen(digits + 1)).bitPattern
    }
    let binary = rank - decimals
    let block = binary >> fractionBits
    if block >= nonFinite { return payload(atRank: binary - nonFinite << fractionBits) }
    if block >= firstLarge { return block << fractionBits | reversed(binary & fractionMask) }
    return binaryFraction(atRank: binary)
  }

  private static func binaryFraction(atRank rank: UInt64) -> UInt64 {
    let numerator = Double((rank & fractionMask) << 1 | 1)
    return (numerator * powerOfTwo(1 - Int(rank >> fractionBits))).bitPattern
  }

  /// The place of the fraction with the fewest decimal digits that is nearest the number.
  ///
  /// Numerator and denominator are exact, so the quotient is correctly rounded.
  private static func decimalRank(of magnitude: Double) -> UInt64? {
    guard magnitude >= 1e-15, magnitude < 0x1p45 else { return nil }
    var power = 1.0
    var digits: UInt64 = 0
    while digits < mostDigits {
      power *= 10
      let units = (magnitude * power).rounded()
      guard units < 0x1p48 else { return nil }
      if units / power == magnitude {
        return firstDecimalRank + digits << unitBits + UInt64(units)
      }
      digits += 1
    }
    return nil
  }

  /// A power of ten, exact up to `10^22`.
  private static func powerOfTen(_ exponent: UInt64) -> Double {
    var power = 1.0
    var rest = exponent
    while rest > 0 {
      power *= 10
      rest -= 1
    }
    return power
  }

  /// Infinity at zero; NaN by its leading payload bits and the last ones.
  private static func payloadRank(_ bits: UInt64) -> UInt64 {
    let payload = bits & fractionMask
    guard payload != 0 else { return 0 }
    let low = payload & (1 << payloadBits - 1)
    let lead = payload >> (fractionBits - 2)
    return max(lead << payloadBits | low, 1)
  }

  private static func payload(atRank rank: UInt64) -> UInt64 {
    let low = rank & (1 << payloadBits - 1)
    let lead = rank >> payloadBits
    return nonFinite << fractionBits | lead << (fractionBits - 2) | low
  }

  private static func reversed(_ fraction: UInt64) -> UInt64 {
    // Neighbouring bits, pairs and fours exchanged, and then the bytes.
    var bits = fraction
    bits = (bits & 0x5555_5555_5555_5555) << 1 | bits >> 1 & 0x5555_5555_5555_5555
    bits = (bits & 0x3333_3333_3333_3333) << 2 | bits >> 2 & 0x3333_3333_3333_3333
    bits = (bits & 0x0f0f_0f0f_0f0f_0f0f) << 4 | bits >> 4 & 0x0f0f_0f0f_0f0f_0f0f
    return bits.byteSwapped >> (64 - fractionBits)
  }
}
