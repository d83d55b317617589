/// A JSON value of any form.
enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  /// The member of an object; `nil` for any other value.
  subscript(key: String) -> JSON? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// The text, if the value is a string.
  var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The integer, if the value is one.
  var integer: Int? {
    if case .number(let value) = self { Int(exactly: value) } else { nil }
  }

  /// The members, if the value is an object.
  var object: [String: JSON]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The elements, if the value is an array of strings.
  var strings: [String]? { elements(\.string) }

  /// The elements, if the value is an array of integers.
  var integers: [Int]? { elements(\.integer) }

  private func elements<Element>(_ read: (JSON) -> Element?) -> [Element]? {
    guard case .array(let elements) = self else { return nil }
    let read = elements.compactMap(read)
    return read.count == elements.count ? read : nil
  }
}

extension JSON {
  /// The value as compact JSON, the keys of objects in alphabetical order.
  var text: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let value): integer.map(String.init) ?? "\(value)"
    case .string(let text): Self.quoted(text)
    case .array(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }.map { Self.quoted($0.key) + ":" + $0.value.text }
        .joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\t": "\\t"
      case _ where scalar.value < 0x20:
        "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
  }
}
