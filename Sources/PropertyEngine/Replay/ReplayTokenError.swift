/// Why a text is no replay token.
public enum ReplayTokenError: Error, Sendable, Equatable {
  /// Nothing comes before the last colon, or there is no colon.
  case missingLabel(token: String)

  /// Nothing comes after the dash that ends the choices, or there is no dash.
  case missingChecksum(token: String)

  /// The label has a character that no label has.
  case strayLabelCharacter(Character, token: String)

  /// The choices or the checksum have a character that is no digit of base 32.
  case strayCharacter(Character, token: String)

  /// The checksum of the text is not the one written at its end.
  case damaged(checksum: String, written: String, token: String)

  /// The digits break off in the middle of a choice, or make one that is too large.
  case malformedChoices(token: String)
}

extension ReplayTokenError: CustomStringConvertible {
  /// The message, which names the token.
  public var description: String {
    switch self {
    case .missingLabel(let token):
      "replay token '\(token)' has no label, which ends with a colon"
    case .missingChecksum(let token):
      "replay token '\(token)' has no checksum, which begins with a dash"
    case .strayLabelCharacter(let character, let token):
      "replay token '\(token)' has the character '\(character)' in its label"
    case .strayCharacter(let character, let token):
      "replay token '\(token)' has the character '\(character)', which is no digit of base 32"
    case .damaged(let checksum, let written, let token):
      "replay token '\(token)' is damaged: its checksum is \(checksum), not \(written)"
    case .malformedChoices(let token):
      "replay token '\(token)' has choices that break off or exceed 64 bits"
    }
  }
}
