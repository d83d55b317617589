/// A whole number of any size, not negative: what the second arithmetic calculates with.
///
/// Integers alone, so that no rounding mode, contraction or flushing of the processor's
/// floating-point unit can touch it. Its loops count by hand: without optimisation, as in tests, an
/// iterator costs several times what a step does.
struct Natural: Hashable, Sendable {
  /// Digits to the base `2^64`, the least significant first, the last one not zero.
  private(set) var limbs: [UInt64]

  /// Creates a number from digits, of which leading zeros are dropped.
  init(limbs: [UInt64]) {
    var count = limbs.count
    while count > 0, limbs[count - 1] == 0 { count -= 1 }
    self.limbs = count == limbs.count ? limbs : Array(limbs[..<count])
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
    var i = a.limbs.count - 1
    while i > 0, a.limbs[i] == b.limbs[i] { i -= 1 }
    return i >= 0 && a.limbs[i] < b.limbs[i]
  }
}

extension Natural {
  static func + (a: Natural, b: Natural) -> Natural {
    let (long, short) = a.limbs.count >= b.limbs.count ? (a.limbs, b.limbs) : (b.limbs, a.limbs)
    var sum = long
    var carry: UInt64 = 0
    let (count, least) = (long.count, short.count)
    var i = 0
    while i < least || i < count && carry != 0 {
      let (first, isFirst) = long[i].addingReportingOverflow(i < least ? short[i] : 0)
      let (second, isSecond) = first.addingReportingOverflow(carry)
      sum[i] = second
      carry = isFirst || isSecond ? 1 : 0
      i += 1
    }
    if carry != 0 { sum.append(1) }
    return Natural(limbs: sum)
  }

  /// The difference of a number and one that is not larger.
  static func - (a: Natural, b: Natural) -> Natural {
    precondition(b <= a, "a difference of natural numbers is not negative")
    var difference = a.limbs
    let subtrahend = b.limbs
    let (count, least) = (difference.count, subtrahend.count)
    var borrow: UInt64 = 0
    var i = 0
    while i < least || i < count && borrow != 0 {
      let lost = i < least ? subtrahend[i] : 0
      let (first, isFirst) = difference[i].subtractingReportingOverflow(lost)
      let (second, isSecond) = first.subtractingReportingOverflow(borrow)
      difference[i] = second
      borrow = isFirst || isSecond ? 1 : 0
      i += 1
    }
    return Natural(limbs: difference)
  }

  static func * (a: Natural, b: Natural) -> Natural {
    let (left, right) = (a.limbs, b.limbs)
    let (rows, columns) = (left.count, right.count)
    var product = [UInt64](repeating: 0, count: rows + columns)
    var i = 0
    while i < rows {
      let digit = left[i]
      var carry: UInt64 = 0
      var j = 0
      while j < columns {
        // At most (2^64 − 1)² + 2(2^64 − 1), which two digits hold.
        let (high, low) = digit.multipliedFullWidth(by: right[j])
        let (first, isFirst) = low.addingReportingOverflow(product[i + j])
        let (second, isSecond) = first.addingReportingOverflow(carry)
        product[i + j] = second
        carry = high &+ (isFirst ? 1 : 0) &+ (isSecond ? 1 : 0)
        j += 1
      }
      product[i + columns] = carry
      i += 1
    }
    return Natural(limbs: product)
  }

  static func << (a: Natural, count: Int) -> Natural {
    guard count > 0, !a.isZero else { return a }
    let bits = UInt64(count % 64)
    let (limbs, skipped) = (a.limbs, count / 64)
    var shifted = [UInt64](repeating: 0, count: skipped + limbs.count + 1)
    var carry: UInt64 = 0
    var i = 0
    while i < limbs.count {
      // A shift by 64, where `bits` is zero, leaves nothing.
      shifted[skipped + i] = limbs[i] << bits | carry
      carry = limbs[i] >> (64 - bits)
      i += 1
    }
    shifted[skipped + i] = carry
    return Natural(limbs: shifted)
  }

  /// The number without its lowest bits.
  static func >> (a: Natural, count: Int) -> Natural {
    guard count > 0 else { return a }
    let skipped = count / 64
    guard skipped < a.limbs.count else { return Natural(0) }
    let bits = UInt64(count % 64)
    let limbs = a.limbs
    var shifted = [UInt64](repeating: 0, count: limbs.count - skipped)
    var carry: UInt64 = 0
    var i = limbs.count - 1
    while i >= skipped {
      shifted[i - skipped] = limbs[i] >> bits | carry
      carry = limbs[i] << (64 - bits)
      i -= 1
    }
    return Natural(limbs: shifted)
  }

  /// The number over `2^count`, rounded up.
  func shiftedRightRoundingUp(_ count: Int) -> Natural {
    let shifted = self >> count
    return isZero || trailingZeroBitCount >= count ? shifted : shifted + Natural(1)
  }
}
