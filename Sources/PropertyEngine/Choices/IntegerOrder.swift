/// The integers of a range in the order of simplicity.
///
/// `0, 1, −1, 2, −2, …` until one end of the range is reached, then on towards the
/// other; a range without zero starts at its end nearest zero. The place of an
/// integer is how many come before it.
enum IntegerOrder {
  /// The place of an integer of the range.
  static func place(of integer: Int, in range: ClosedRange<Int>) -> UInt64 {
    if range.lowerBound > 0 { return distance(from: range.lowerBound, to: integer) }
    if range.upperBound < 0 { return distance(from: integer, to: range.upperBound) }
    let size = UInt64(integer.magnitude)
    let paired = pairs(in: range)
    if size > paired { return size + paired }
    return integer > 0 ? 2 * size - 1 : 2 * size
  }

  /// The integer at a place, which is less than the number of integers in the range.
  static func integer(at place: UInt64, in range: ClosedRange<Int>) -> Int {
    let step = Int(truncatingIfNeeded: place)
    if range.lowerBound > 0 { return range.lowerBound &+ step }
    if range.upperBound < 0 { return range.upperBound &- step }
    let paired = pairs(in: range)
    // A paired place is below 2^64, and one past the pairs within reach of an end.
    guard place > 2 * paired else {
      return place % 2 == 1 ? Int(place / 2) + 1 : -Int(place / 2)
    }
    let size = Int(truncatingIfNeeded: place - paired)
    return range.upperBound.magnitude > range.lowerBound.magnitude ? size : 0 &- size
  }

  /// The number of integers in the range, less one.
  static func last(in range: ClosedRange<Int>) -> UInt64 {
    distance(from: range.lowerBound, to: range.upperBound)
  }

  /// How many sizes the range holds with both signs.
  private static func pairs(in range: ClosedRange<Int>) -> UInt64 {
    UInt64(min(range.lowerBound.magnitude, range.upperBound.magnitude))
  }

  private static func distance(from lower: Int, to upper: Int) -> UInt64 {
    UInt64(bitPattern: Int64(upper &- lower))
  }
}
