/// A whole number of any size, not negative: what the second arithmetic calculates with.
///
/// Integers alone, so that no rounding mode, contraction or flushing of the processor's
/// floating-point unit can touch it.
struct Natural: Hashable, Sendable {
  /// Digits to the base `2^64`, the least significant first, the last one not zero.
  private(set) var limbs: [UInt64]

  /// Creates a number from digits, of which leading zeros are dropped.
  init(limbs: [UInt64]) {
    self.limbs = limbs
    while self.limbs.last == 0 { self.limbs.removeLast() }
  }

  /// Creates a number of one digit.
  init(_ value: UInt64) { limbs = value == 0 ? [] : [value] }

  /// The number `2^exponent`.
  static func powerOfTwo(_ exponent: Int) -> Natural { Natural(1) << exponent }

  /// Whether the number is zero.
  var isZero: Bool { limbs.isEmpty }

  /// The number of binary digits; none for zero.
  var bitWidth: Int { limbs.count * 64 - (limbs.last?.leadingZeroBitCount ?? 0) }

  /// The number of zeros at the end of the binary digits; 0 for zero.
  var trailingZeroBitCount: Int {
    guard let index = limbs.firstIndex(where: { $0 != 0 }) else { return 0 }
    return index * 64 + limbs[index].trailingZeroBitCount
  }

  /// The number modulo `2^64`.
  var lowestLimb: UInt64 { limbs.first ?? 0 }
}

extension Natural: Comparable {
  static func < (a: Natural, b: Natural) -> Bool {
    guard a.limbs.count == b.limbs.count else { return a.limbs.count < b.limbs.count }
    for i in a.limbs.indices.reversed() where a.limbs[i] != b.limbs[i] {
      return a.limbs[i] < b.limbs[i]
    }
    return false
  }
}

extension Natural {
  static func + (a: Natural, b: Natural) -> Natural {
    let (long, short) = a.limbs.count >= b.limbs.count ? (a.limbs, b.limbs) : (b.limbs, a.limbs)
    var sum = long
    var carry: UInt64 = 0
    for i in long.indices {
      let addend = i < short.count ? short[i] : 0
      if i >= short.count, carry == 0 { break }
      let (first, isFirst) = long[i].addingReportingOverflow(addend)
      let (second, isSecond) = first.addingReportingOverflow(carry)
      sum[i] = second
      carry = isFirst || isSecond ? 1 : 0
    }
    if carry != 0 { sum.append(1) }
    return Natural(limbs: sum)
  }

  /// The difference of a number and one that is not larger.
  static func - (a: Natural, b: Natural) -> Natural {
    precondition(b <= a, "a difference of natural numbers is not negative")
    var difference = a.limbs
    var borrow: UInt64 = 0
    for i in a.limbs.indices {
      let subtrahend = i < b.limbs.count ? b.limbs[i] : 0
      if i >= b.limbs.count, borrow == 0 { break }
      let (first, isFirst) = a.limbs[i].subtractingReportingOverflow(subtrahend)
      let (second, isSecond) = first.subtractingReportingOverflow(borrow)
      difference[i] = second
      borrow = isFirst || isSecond ? 1 : 0
    }
    return Natural(limbs: difference)
  }

  static func * (a: Natural, b: Natural) -> Natural {
    var product = [UInt64](repeating: 0, count: a.limbs.count + b.limbs.count)
    for i in a.limbs.indices {
      var carry: UInt64 = 0
      for j in b.limbs.indices {
        // At most (2^64 − 1)² + 2(2^64 − 1), which two digits hold.
        let (high, low) = a.limbs[i].multipliedFullWidth(by: b.limbs[j])
        let (first, isFirst) = low.addingReportingOverflow(product[i + j])
        let (second, isSecond) = first.addingReportingOverflow(carry)
        product[i + j] = second
        carry = high &+ (isFirst ? 1 : 0) &+ (isSecond ? 1 : 0)
      }
      product[i + b.limbs.count] = carry
    }
    return Natural(limbs: product)
  }

  static func << (a: Natural, count: Int) -> Natural {
    guard count > 0, !a.isZero else { return a }
    let bits = UInt64(count % 64)
    var shifted = [UInt64](repeating: 0, count: count / 64)
    guard bits != 0 else { return Natural(limbs: shifted + a.limbs) }
    var carry: UInt64 = 0
    for limb in a.limbs {
      shifted.append(limb << bits | carry)
      carry = limb >> (64 - bits)
    }
    return Natural(limbs: shifted + [carry])
  }

  /// The number without its lowest bits.
  static func >> (a: Natural, count: Int) -> Natural {
    guard count > 0 else { return a }
    let skipped = count / 64
    guard skipped < a.limbs.count else { return Natural(0) }
    let bits = UInt64(count % 64)
    guard bits != 0 else { return Natural(limbs: Array(a.limbs[skipped...])) }
    var shifted: [UInt64] = []
    for i in skipped..<a.limbs.count {
      let next = i + 1 < a.limbs.count ? a.limbs[i + 1] << (64 - bits) : 0
      shifted.append(a.limbs[i] >> bits | next)
    }
    return Natural(limbs: shifted)
  }

  /// The number over `2^count`, rounded up.
  func shiftedRightRoundingUp(_ count: Int) -> Natural {
    let shifted = self >> count
    return isZero || trailingZeroBitCount >= count ? shifted : shifted + Natural(1)
  }
}
