/// A whole number of any size: what exact checks calculate with.
struct Whole: Equatable {
  /// Digits to the base `2^32`, the least significant first, the last one not zero.
  private(set) var limbs: [UInt32]

  private init(limbs: [UInt32]) {
    self.limbs = limbs
    while self.limbs.last == 0 { self.limbs.removeLast() }
  }

  init(_ value: UInt64) {
    self.init(limbs: [UInt32(truncatingIfNeeded: value), UInt32(value >> 32)])
  }

  var isZero: Bool { limbs.isEmpty }

  var bitWidth: Int { limbs.count * 32 - (limbs.last?.leadingZeroBitCount ?? 0) }

  static func + (a: Whole, b: Whole) -> Whole {
    var sum: [UInt32] = []
    var carry: UInt64 = 0
    for i in 0..<max(a.limbs.count, b.limbs.count) {
      carry +=
        UInt64(i < a.limbs.count ? a.limbs[i] : 0) + UInt64(i < b.limbs.count ? b.limbs[i] : 0)
      sum.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    return Whole(limbs: sum + [UInt32(carry)])
  }

  /// The difference of a number and one that is not larger.
  static func - (a: Whole, b: Whole) -> Whole {
    var difference: [UInt32] = []
    var borrow: Int64 = 0
    for i in a.limbs.indices {
      borrow += Int64(a.limbs[i]) - Int64(i < b.limbs.count ? b.limbs[i] : 0)
      difference.append(UInt32(truncatingIfNeeded: borrow))
      borrow >>= 32
    }
    return Whole(limbs: difference)
  }

  static func * (a: Whole, b: Whole) -> Whole {
    var product = [UInt32](repeating: 0, count: a.limbs.count + b.limbs.count)
    for i in a.limbs.indices {
      var carry: UInt64 = 0
      for j in b.limbs.indices {
        carry += UInt64(a.limbs[i]) * UInt64(b.limbs[j]) + UInt64(product[i + j])
        product[i + j] = UInt32(truncatingIfNeeded: carry)
        carry >>= 32
      }
      product[i + b.limbs.count] = UInt32(carry)
    }
    return Whole(limbs: product)
  }

  /// The quotient, rounded down.
  static func / (a: Whole, b: UInt32) -> Whole {
    var quotient = a.limbs
    var remainder: UInt64 = 0
    for i in quotient.indices.reversed() {
      let dividend = remainder << 32 | UInt64(quotient[i])
      quotient[i] = UInt32(dividend / UInt64(b))
      remainder = dividend % UInt64(b)
    }
    return Whole(limbs: quotient)
  }

  static func << (a: Whole, count: Int) -> Whole {
    let (bits, skipped) = (UInt64(count % 32), count / 32)
    var shifted = [UInt32](repeating: 0, count: skipped + a.limbs.count + 1)
    var carry: UInt64 = 0
    for i in a.limbs.indices {
      carry |= UInt64(a.limbs[i]) << bits
      shifted[skipped + i] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    shifted[skipped + a.limbs.count] = UInt32(carry)
    return Whole(limbs: shifted)
  }

  /// The number without its lowest bits.
  static func >> (a: Whole, count: Int) -> Whole {
    guard count > 0 else { return a }
    let kept = Whole(limbs: Array(a.limbs.dropFirst(count / 32)))
    let bits = count % 32
    guard bits > 0 else { return kept }
    return Whole(limbs: Array((kept << (32 - bits)).limbs.dropFirst()))
  }

  static func < (a: Whole, b: Whole) -> Bool {
    guard a.limbs.count == b.limbs.count else { return a.limbs.count < b.limbs.count }
    for i in a.limbs.indices.reversed() where a.limbs[i] != b.limbs[i] {
      return a.limbs[i] < b.limbs[i]
    }
    return false
  }
}
