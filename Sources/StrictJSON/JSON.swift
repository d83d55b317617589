/// A JSON value, which knows the line it was read from.
public struct JSON: Sendable, Equatable {
  /// The forms that a value has.
  public enum Value: Sendable, Equatable {
    /// Nothing, `null`.
    case null
    /// True or false.
    case bool(Bool)
    /// A number.
    case number(Double)
    /// A text.
    case text(String)
    /// A list of values.
    case array([JSON])
    /// Values by their keys.
    case object([String: JSON])
  }

  /// The value.
  public let value: Value
  /// The line of its first character, from one; 0 if it was not read from a text.
  public let line: Int

  /// Creates a value of a form.
  public init(_ value: Value, line: Int = 0) {
    self.value = value
    self.line = line
  }

  /// Whether two values are the same, wherever they stand.
  public static func == (first: JSON, second: JSON) -> Bool { first.value == second.value }
}

// MARK: - Making

extension JSON {
  /// Nothing.
  public static let null = JSON(Value.null)

  /// Creates a text.
  public init(_ text: String) { self.init(.text(text)) }

  /// Creates a number; the greatest finite one stands for infinity, which JSON has not.
  public init(_ number: Double) {
    let infinity = Double.greatestFiniteMagnitude
    self.init(.number(number.isFinite ? number : number < 0 ? -infinity : infinity))
  }

  /// Creates a whole number.
  public init(_ number: Int) { self.init(.number(Double(number))) }

  /// Creates an array.
  public init(_ elements: [JSON]) { self.init(.array(elements)) }

  /// Creates an array of texts.
  public init(_ texts: [String]) { self.init(texts.map { JSON($0) }) }

  /// Creates an object of the members that there are.
  public init(_ members: [String: JSON?]) { self.init(.object(members.compactMapValues { $0 })) }

  /// Creates an object of texts.
  public init(_ members: [String: String]) { self.init(.object(members.mapValues { JSON($0) })) }

  /// Creates a truth value.
  public init(_ isTrue: Bool) { self.init(.bool(isTrue)) }
}

// MARK: - Taking apart

extension JSON {
  /// The member of an object; `nil` for any other value.
  public subscript(key: String) -> JSON? { object?[key] }

  /// The members, if the value is an object.
  public var object: [String: JSON]? {
    if case .object(let members) = value { members } else { nil }
  }

  /// The elements, if the value is an array.
  public var array: [JSON]? {
    if case .array(let elements) = value { elements } else { nil }
  }

  /// The text, if the value is one.
  public var text: String? {
    if case .text(let text) = value { text } else { nil }
  }

  /// The number, if the value is one; the greatest finite one stands for infinity.
  public var number: Double? {
    guard case .number(let number) = value else { return nil }
    guard number.magnitude == .greatestFiniteMagnitude else { return number }
    return number < 0 ? -.infinity : .infinity
  }

  /// The number, if the value is a whole one that an `Int` holds.
  public var integer: Int? {
    if case .number(let number) = value { Int(exactly: number) } else { nil }
  }

  /// The number, if the value is a whole one that is not negative.
  public var count: Int? { integer.flatMap { $0 >= 0 ? $0 : nil } }

  /// The truth value, if the value is one.
  public var bool: Bool? {
    if case .bool(let isTrue) = value { isTrue } else { nil }
  }

  /// The elements, if the value is an array of texts.
  public var texts: [String]? { array.flatMap { all($0.map(\.text)) } }

  /// The elements, if the value is an array of whole numbers.
  public var integers: [Int]? { array.flatMap { all($0.map(\.integer)) } }

  /// The elements, if the value is an array of numbers.
  public var numbers: [Double]? { array.flatMap { all($0.map(\.number)) } }

  /// The members, if the value is an object of texts.
  public var members: [String: String]? {
    guard let texts = object?.compactMapValues(\.text) else { return nil }
    return texts.count == object?.count ? texts : nil
  }

  private func all<Element>(_ elements: [Element?]) -> [Element]? {
    let found = elements.compactMap { $0 }
    return found.count == elements.count ? found : nil
  }
}
