/// What is wrong with text that should have been a JSON object of a certain form.
struct FormFlaw: Error {
  let words: String
}

extension [String: JSON] {
  /// The member of a key; null counts as none.
  func member<Part>(
    _ key: String, _ read: (JSON) -> Part?
  ) throws(FormFlaw) -> Part? {
    guard let value = self[key], value != .null else { return nil }
    guard let result = read(value) else { throw FormFlaw(words: "a wrong type of '\(key)'") }
    return result
  }
}

extension JSON {
  /// The members of a text that is a JSON object.
  static func members(_ line: [UInt8]) throws(FormFlaw) -> [String: JSON] {
    let value: JSON
    do throws(JSONReader.Flaw) {
      value = try JSONReader.read(line)
    } catch {
      throw FormFlaw(words: "\(error)")
    }
    guard let members = value.object else { throw FormFlaw(words: "no object") }
    return members
  }
}
