/// Correctly rounded decimal text of integers times powers of two.
enum DecimalText {
  /// Writes `integer·2^power` in scientific notation, ties away from zero.
  ///
  /// Works on whole numbers: `integer·2^power·10^shift` is formed exactly, its digits are
  /// counted, and the ones not asked for rounded off.
  static func scientific(_ integer: UInt128, timesTwoTo power: Int, digits: Int) -> String {
    var number = WholeNumber(integer)
    // Enough powers of ten that the whole part has all the digits asked for.
    let bits = 128 - integer.leadingZeroBitCount + power
    let shift = max(0, digits + 3 - Int(Double(bits) * 0.30103))
    for _ in 0..<shift { number.multiply(by: 10) }
    if power >= 0 { number.shiftLeft(by: power) } else { number.shiftRight(by: -power) }
    return rounded(number.decimalDigits, shift: shift, digits: digits)
  }

  /// Keeps the leading digits; the rest, an excess under one unit included, rounds them.
  private static func rounded(_ all: [UInt8], shift: Int, digits: Int) -> String {
    var kept = Array(all.prefix(digits))
    var exponent = all.count - 1 - shift
    if all.count > digits, all[digits] >= 5 {
      var place = kept.count - 1
      while place >= 0, kept[place] == 9 {
        kept[place] = 0
        place -= 1
      }
      if place >= 0 {
        kept[place] += 1
      } else {
        kept.insert(1, at: 0)
        exponent += 1
      }
    }
    while kept.count > 1, kept.last == 0 { kept.removeLast() }
    let text = kept.map(String.init).joined()
    let fraction = text.dropFirst().isEmpty ? "" : "." + text.dropFirst()
    return exponent == 0
      ? "\(text.prefix(1))\(fraction)" : "\(text.prefix(1))\(fraction)e\(exponent)"
  }
}

/// A whole number of any size, as much of one as decimal text needs.
private struct WholeNumber {
  /// Digits to the base `2^32`, the least significant first.
  private var limbs: [UInt32]

  init(_ value: UInt128) {
    limbs = (0..<4).map { UInt32(truncatingIfNeeded: value >> (32 * UInt128($0))) }
  }

  mutating func multiply(by factor: UInt32) {
    var carry: UInt64 = 0
    for i in limbs.indices {
      let product = UInt64(limbs[i]) * UInt64(factor) + carry
      limbs[i] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry != 0 { limbs.append(UInt32(carry)) }
  }

  mutating func shiftLeft(by count: Int) {
    for _ in 0..<(count % 32) { multiply(by: 2) }
    limbs.insert(contentsOf: repeatElement(0, count: count / 32), at: 0)
  }

  mutating func shiftRight(by count: Int) {
    limbs.removeFirst(min(count / 32, limbs.count))
    let bits = UInt32(count % 32)
    guard bits != 0 else { return }
    for i in limbs.indices {
      let next = i + 1 < limbs.count ? limbs[i + 1] : 0
      limbs[i] = limbs[i] >> bits | next << (32 - bits)
    }
  }

  /// The decimal digits, the most significant first; none for zero.
  var decimalDigits: [UInt8] {
    var rest = limbs
    var digits: [UInt8] = []
    while let top = rest.last {
      guard top != 0 else {
        rest.removeLast()
        continue
      }
      var remainder: UInt64 = 0
      for i in rest.indices.reversed() {
        let dividend = remainder << 32 | UInt64(rest[i])
        rest[i] = UInt32(dividend / 1_000_000_000)
        remainder = dividend % 1_000_000_000
      }
      for _ in 0..<9 {
        digits.append(UInt8(remainder % 10))
        remainder /= 10
      }
    }
    while digits.last == 0 { digits.removeLast() }
    return digits.reversed()
  }
}
