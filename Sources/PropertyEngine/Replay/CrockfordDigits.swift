/// The 32 digits of Crockford's base 32, which leave out I, L, O and U.
///
/// Source: Douglas Crockford, "Base 32".
enum CrockfordDigits {
  static let all = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// The text of numbers below 32.
  static func text(of digits: [UInt8]) -> String { String(digits.map { all[Int($0)] }) }

  /// The number below 32 that a character stands for, or nil.
  ///
  /// Case does not matter, O is read as 0, and I and L as 1.
  static func value(of character: Character) -> UInt8? {
    guard character.isASCII, let upper = character.uppercased().first else { return nil }
    switch upper {
    case "O": return 0
    case "I", "L": return 1
    default: return all.firstIndex(of: upper).map { UInt8($0) }
    }
  }
}
