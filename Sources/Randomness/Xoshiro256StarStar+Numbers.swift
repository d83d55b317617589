/// Numbers from bits, by maps of our own: those of the standard library may change
/// from one version to the next, and a seed must mean the same cases for ever.
extension Xoshiro256StarStar {
  /// Returns a uniform integer in `0..<count`, without bias.
  ///
  /// The high word of `random × count`; the low words that would favour some results
  /// are refused, fewer than `count` of `2^64`.
  /// Source: Lemire, "Fast random integer generation in an interval" (TOMACS 29, 2019).
  ///
  /// - Precondition: `count > 0`.
  @inlinable public mutating func index(below count: UInt64) -> UInt64 {
    precondition(count > 0, "an index is drawn from at least one")
    var product = next().multipliedFullWidth(by: count)
    if product.low < count {
      let refused = (0 &- count) % count
      while product.low < refused { product = next().multipliedFullWidth(by: count) }
    }
    return product.high
  }

  /// Returns a uniform integer in `0..<count`, without bias.
  ///
  /// - Precondition: `count > 0`.
  @inlinable public mutating func index(below count: Int) -> Int {
    precondition(count > 0, "an index is drawn from at least one")
    return Int(index(below: UInt64(count)))
  }

  /// Returns a uniform integer of the range, which may be all of `Int`.
  @inlinable public mutating func integer(in range: ClosedRange<Int>) -> Int {
    let width = UInt64(bitPattern: Int64(range.upperBound &- range.lowerBound))
    let step = width == .max ? next() : index(below: width + 1)
    return range.lowerBound &+ Int(truncatingIfNeeded: step)
  }

  /// Returns a uniform multiple of `2^-53` in `[0, 1)`.
  @inlinable public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Returns a number spread uniformly from one end to the other.
  ///
  /// The product and the sum are rounded, so the upper end itself may come out.
  ///
  /// - Precondition: the ends and their difference are finite.
  @inlinable public mutating func real(from lower: Double, to upper: Double) -> Double {
    lower + (upper - lower) * unit()
  }

  /// Returns uniform bits in the lowest places, the highest ones of an output.
  ///
  /// - Precondition: `1 <= count <= 64`.
  @inlinable public mutating func bits(_ count: Int) -> UInt64 {
    precondition(count >= 1 && count <= 64, "between 1 and 64 bits are drawn")
    return next() >> UInt64(64 - count)
  }

  /// Returns true with probability `1/count`.
  ///
  /// - Precondition: `count > 0`.
  @inlinable public mutating func oneIn(_ count: Int) -> Bool { index(below: count) == 0 }
}
