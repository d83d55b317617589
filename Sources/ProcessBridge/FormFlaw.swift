import StrictJSON

/// What is wrong with text that should have been a JSON object of a certain form.
struct FormFlaw: Error {
  let words: String
}

extension [String: JSON] {
  /// The member of a key; null counts as none.
  func member<Part>(
    _ key: String, _ read: (JSON) -> Part?
  ) throws(FormFlaw) -> Part? {
    guard let value = self[key], value.value != .null else { return nil }
    guard let result = read(value) else { throw FormFlaw(words: "a wrong type of '\(key)'") }
    return result
  }
}

extension JSON {
  /// The members of a text that is a JSON object.
  static func members(_ line: [UInt8]) throws(FormFlaw) -> [String: JSON] {
    let value: JSON
    do throws(JSONError) {
      value = try JSONReader.value(of: line)
    } catch {
      throw FormFlaw(words: error.words)
    }
    guard let members = value.object else { throw FormFlaw(words: "no object") }
    return members
  }
}

extension JSONError {
  /// What kind of fault it is, for a message that shows the text itself.
  var words: String {
    switch flaw {
    case .syntax: "no JSON"
    case .encoding: "no UTF-8"
    case .depth: "nesting deeper than \(JSONReader.deepest)"
    case .size: "a number beyond all doubles"
    case .repeated(let key): "the key \(excerpt(key)) twice"
    case .form: reason
    }
  }
}
