import Arithmetic

extension DrawnValue {
  /// The value as text: a real number exactly in hexadecimal, an integer in decimal, an index
  /// after `#`.
  public var text: String {
    switch self {
    case .real(let number): HexadecimalText.text(number)
    case .integer(let integer): String(integer)
    case .index(let index): "#\(index)"
    }
  }

  /// Reads what `text` writes; `nil` where the text is no value.
  public init?(_ text: some StringProtocol) {
    if text.hasPrefix("#") {
      guard let index = UInt64(text.dropFirst()) else { return nil }
      self = .index(index)
    } else if let integer = Int(text), !text.hasPrefix("+") {
      self = .integer(integer)
    } else if let number = Self.real(text) {
      self = .real(number)
    } else {
      return nil
    }
  }

  private static func real(_ text: some StringProtocol) -> Double? {
    let magnitude = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard magnitude.hasPrefix("0x") || magnitude == "inf" || text == "nan" else { return nil }
    return HexadecimalText.value(text)
  }

  /// The values that choices stand for, where `draw` draws what they were made for.
  public static func values(
    of choices: [UInt64], drawing draw: (inout ChoiceSource) throws(Discard) -> Void
  ) -> [DrawnValue] {
    var source = ChoiceSource(.choices(choices), isTracing: true)
    try? draw(&source)
    return zip(source.choices, source.trace.kinds).map { DrawnValue($0, as: $1) }
  }
}
