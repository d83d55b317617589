/// Choices as digits in base 32, short where they are simple.
///
/// A choice below 16 is one digit. Others are a digit `15 + n` and `n` digits, the
/// lowest first. Where that is shorter, a digit 31 comes before and the number is turned
/// left by eleven bits: a real number with few bits after the point then has its two
/// parts, the block of the order and the place in it, together at the low end.
enum ChoiceCoding {
  private static let longest = 13
  private static let turned: UInt8 = 31
  private static let turn: UInt64 = 11

  static func digits(of choices: [UInt64]) -> [UInt8] {
    choices.flatMap { choice in
      let plain = plainDigits(of: choice)
      let other = plainDigits(of: choice << turn | choice >> (64 - turn))
      return other.count + 1 < plain.count ? [turned] + other : plain
    }
  }

  /// The choices that digits stand for; nil if they break off or exceed 64 bits.
  static func choices(of digits: [UInt8]) -> [UInt64]? {
    var rest = digits[...]
    var choices: [UInt64] = []
    while let digit = rest.first {
      if digit == turned { rest.removeFirst() }
      guard let number = takeNumber(from: &rest) else { return nil }
      choices.append(digit == turned ? number >> turn | number << (64 - turn) : number)
    }
    return choices
  }

  private static func plainDigits(of number: UInt64) -> [UInt8] {
    guard number >= 16 else { return [UInt8(number)] }
    var digits: [UInt8] = []
    var rest = number
    while rest > 0 {
      digits.append(UInt8(rest & 31))
      rest >>= 5
    }
    return [15 + UInt8(digits.count)] + digits
  }

  private static func takeNumber(from digits: inout ArraySlice<UInt8>) -> UInt64? {
    guard let head = digits.popFirst() else { return nil }
    guard head >= 16 else { return UInt64(head) }
    let count = Int(head) - 15
    guard count <= longest, count <= digits.count else { return nil }
    var number: UInt64 = 0
    for digit in digits.prefix(count).reversed() {
      guard number >> 59 == 0 else { return nil }
      number = number << 5 | UInt64(digit)
    }
    digits.removeFirst(count)
    return number
  }
}
