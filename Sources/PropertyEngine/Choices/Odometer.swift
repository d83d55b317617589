/// Goes through all combinations of choices, the last one fastest.
struct Odometer: Sendable {
  private var digits: [(value: UInt64, count: UInt64)] = []
  private var position = 0

  /// Whether something was drawn that has too many values to go through.
  private(set) var isEndless = false

  /// The next digit of the present combination.
  mutating func digit(below count: UInt64) -> UInt64 {
    if position == digits.count { digits.append((0, count)) }
    defer { position += 1 }
    return digits[position].value
  }

  /// Takes note of a choice that cannot be gone through.
  mutating func giveUp() { isEndless = true }

  /// The number of combinations, if every one had as many digits as this one.
  var size: Double { digits.reduce(1) { $0 * Double($1.count) } }

  /// Whether the combination is that of another one.
  func shows(like other: Odometer) -> Bool {
    digits.elementsEqual(other.digits) { $0.value == $1.value && $0.count == $1.count }
  }

  /// The same combination from its first digit.
  var rewound: Odometer {
    var again = self
    again.position = 0
    return again
  }

  /// Turns to the next combination; false after the last one.
  mutating func advance() -> Bool {
    digits.removeSubrange(position...)
    position = 0
    while let last = digits.last {
      if last.value + 1 < last.count {
        digits[digits.count - 1].value += 1
        return true
      }
      digits.removeLast()
    }
    return false
  }
}
