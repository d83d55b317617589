/// A whole number of any size, not negative: what the second arithmetic calculates with.
///
/// Integers alone, so that no rounding mode, contraction or flushing of the processor's
/// floating-point unit can touch it. Its loops count by hand and go through pointers: without
/// optimisation, as in tests, an iterator costs several times what a step does, and a slice a hundred
/// times.
struct Natural: Hashable, Sendable {
  /// Digits to the base `2^64`, the least significant first, the last one not zero.
  private(set) var limbs: [UInt64]

  /// Creates a number from digits, of which leading zeros are dropped.
  init(limbs: [UInt64]) {
    self.limbs = limbs
    while let last = self.limbs.last, last == 0 { self.limbs.removeLast() }
  }

  /// Creates a number of one digit.
  init(_ value: UInt64) { limbs = value == 0 ? [] : [value] }

  /// Where the digits of a result are written, and those of an operand are.
  private typealias Digits = UnsafeMutablePointer<UInt64>
  private typealias Operand = UnsafePointer<UInt64>

  /// Creates a number of so many digits, written over zeros, from another; zero if that is.
  private init(digits: Int, from a: Natural, _ write: (Digits, Operand) -> Void) {
    limbs = Array(unsafeUninitializedCapacity: digits) { result, count in
      guard let result = result.baseAddress else { return }
      result.initialize(repeating: 0, count: digits)
      a.limbs.withUnsafeBufferPointer { a in
        if let a = a.baseAddress { write(result, a) }
      }
      count = digits
      while count > 0, result[count - 1] == 0 { count -= 1 }
    }
  }

  /// Creates a number of so many digits, written over zeros, from two that are not zero.
  private init(
    digits: Int, from a: Natural, _ b: Natural, _ write: (Digits, Operand, Operand) -> Void
  ) {
    self.init(digits: digits, from: a) { result, a in
      b.limbs.withUnsafeBufferPointer { b in
        if let b = b.baseAddress { write(result, a, b) }
      }
    }
  }

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
    let (long, short) = a.limbs.count >= b.limbs.count ? (a, b) : (b, a)
    guard !short.isZero else { return long }
    let (count, least) = (long.limbs.count, short.limbs.count)
    return Natural(digits: count + 1, from: long, short) { sum, long, short in
      var carry: UInt64 = 0
      var i = 0
      while i < count {
        let (first, isFirst) = long[i].addingReportingOverflow(i < least ? short[i] : 0)
        let (second, isSecond) = first.addingReportingOverflow(carry)
        sum[i] = second
        carry = isFirst || isSecond ? 1 : 0
        i += 1
      }
      sum[count] = carry
    }
  }

  /// The difference of a number and one that is not larger.
  static func - (a: Natural, b: Natural) -> Natural {
    precondition(b <= a, "a difference of natural numbers is not negative")
    guard !b.isZero else { return a }
    let (count, least) = (a.limbs.count, b.limbs.count)
    return Natural(digits: count, from: a, b) { difference, a, b in
      var borrow: UInt64 = 0
      var i = 0
      while i < count {
        let (first, isFirst) = a[i].subtractingReportingOverflow(i < least ? b[i] : 0)
        let (second, isSecond) = first.subtractingReportingOverflow(borrow)
        difference[i] = second
        borrow = isFirst || isSecond ? 1 : 0
        i += 1
      }
    }
  }

  static func * (a: Natural, b: Natural) -> Natural {
    guard !a.isZero, !b.isZero else { return Natural(0) }
    let (rows, columns) = (a.limbs.count, b.limbs.count)
    return Natural(digits: rows + columns, from: a, b) { product, a, b in
      var i = 0
      while i < rows {
        let digit = a[i]
        var carry: UInt64 = 0
        var j = 0
        while j < columns {
          // At most (2^64 − 1)² + 2(2^64 − 1), which two digits hold.
          let (high, low) = digit.multipliedFullWidth(by: b[j])
          let (first, isFirst) = low.addingReportingOverflow(product[i + j])
          let (second, isSecond) = first.addingReportingOverflow(carry)
          product[i + j] = second
          carry = high &+ (isFirst ? 1 : 0) &+ (isSecond ? 1 : 0)
          j += 1
        }
        product[i + columns] = carry
        i += 1
      }
    }
  }

  static func << (a: Natural, count: Int) -> Natural {
    guard count > 0, !a.isZero else { return a }
    let bits = UInt64(count % 64)
    let (length, skipped) = (a.limbs.count, count / 64)
    return Natural(digits: skipped + length + 1, from: a) { shifted, a in
      var carry: UInt64 = 0
      var i = 0
      while i < length {
        shifted[skipped + i] = a[i] &<< bits | carry
        // In two steps, as one by 64, where `bits` is zero, leaves nothing.
        carry = (a[i] &>> (63 - bits)) &>> 1
        i += 1
      }
      shifted[skipped + length] = carry
    }
  }

  /// The number without its lowest bits.
  static func >> (a: Natural, count: Int) -> Natural {
    guard count > 0 else { return a }
    let (length, skipped) = (a.limbs.count, count / 64)
    guard skipped < length else { return Natural(0) }
    let bits = UInt64(count % 64)
    return Natural(digits: length - skipped, from: a) { shifted, a in
      var carry: UInt64 = 0
      var i = length - 1
      while i >= skipped {
        shifted[i - skipped] = a[i] &>> bits | carry
        carry = (a[i] &<< (63 - bits)) &<< 1
        i -= 1
      }
    }
  }

  /// The quotient and remainder of a division by one digit.
  ///
  /// - Precondition: the divisor is not zero.
  func dividedBy(_ divisor: UInt64) -> (quotient: Natural, remainder: UInt64) {
    var remainder: UInt64 = 0
    let quotient = Natural(digits: limbs.count, from: self) { quotient, digits in
      var i = limbs.count
      while i > 0 {
        i -= 1
        (quotient[i], remainder) = divisor.dividingFullWidth((remainder, digits[i]))
      }
    }
    return (quotient, remainder)
  }

  /// The number over `2^count`, rounded up.
  func shiftedRightRoundingUp(_ count: Int) -> Natural {
    let shifted = self >> count
    return isZero || trailingZeroBitCount >= count ? shifted : shifted + Natural(1)
  }
}
