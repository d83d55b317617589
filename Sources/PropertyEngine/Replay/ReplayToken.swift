import Randomness

/// A case as text to be copied: a label, the choices, and a checksum over both.
///
///     softmax-sum-one:binary32:2JCC10-BA
///
/// The label is what is before the last colon; it says which property and which format.
/// The choices and the checksum are in Crockford's base 32, in which small choices take
/// one digit. Reading forgives small letters, O for 0, and I or L for 1.
public struct ReplayToken: Sendable, Hashable {
  /// What the choices are for: characters of `a–z 0–9 . + - / :`.
  public let label: String

  /// The choices to replay.
  public let choices: [UInt64]

  /// Creates a token.
  ///
  /// - Precondition: the label is not empty and has only the characters of a label.
  public init(label: String, choices: [UInt64]) {
    precondition(!label.isEmpty, "a replay token has a label")
    precondition(label.allSatisfy(Self.isOfLabel), "a label has only a-z 0-9 . + - / :")
    self.label = label
    self.choices = choices
  }

  /// The token as text, which `init(parsing:)` reads.
  public var text: String {
    let digits = CrockfordDigits.text(of: ChoiceCoding.digits(of: choices))
    return "\(label):\(digits)-\(Self.checksum(label, digits))"
  }

  /// Reads a token.
  ///
  /// - Throws: `ReplayTokenError` if a part is missing, a character is of no use, or the
  ///   checksum says that the text was damaged.
  public init(parsing text: String) throws(ReplayTokenError) {
    guard let colon = text.lastIndex(of: ":"), colon > text.startIndex else {
      throw .missingLabel(token: text)
    }
    let code = text[text.index(after: colon)...]
    guard let dash = code.lastIndex(of: "-"), code.index(after: dash) < code.endIndex else {
      throw .missingChecksum(token: text)
    }
    let label = String(text[..<colon])
    for character in label where !Self.isOfLabel(character) {
      throw .strayLabelCharacter(character, token: text)
    }
    let digits = try Self.digits(of: code[..<dash], in: text)
    let written = CrockfordDigits.text(of: try Self.digits(of: code[dash...].dropFirst(), in: text))
    let actual = Self.checksum(label, CrockfordDigits.text(of: digits))
    guard written == actual else {
      throw .damaged(checksum: actual, written: written, token: text)
    }
    guard let choices = ChoiceCoding.choices(of: digits) else {
      throw .malformedChoices(token: text)
    }
    self.label = label
    self.choices = choices
  }

  private static func digits(
    of characters: Substring, in token: String
  ) throws(ReplayTokenError) -> [UInt8] {
    var digits: [UInt8] = []
    for character in characters {
      guard let digit = CrockfordDigits.value(of: character) else {
        throw .strayCharacter(character, token: token)
      }
      digits.append(digit)
    }
    return digits
  }

  private static func checksum(_ label: String, _ digits: String) -> String {
    let hash = StableHash.mixed("\(label):\(digits)")
    return CrockfordDigits.text(of: [UInt8(hash >> 59), UInt8(hash >> 54 & 31)])
  }

  private static func isOfLabel(_ character: Character) -> Bool {
    switch character {
    case "a"..."z", "0"..."9": character.utf8.count == 1
    case ".", "+", "-", "/", ":": true
    default: false
    }
  }
}
