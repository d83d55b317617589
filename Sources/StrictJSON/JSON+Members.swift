extension JSON {
  /// Reads a member of an object.
  ///
  /// - Throws: `JSONError` with the line if the member is missing, or `read` returns `nil`.
  public func member<Value>(
    _ key: String, _ read: (JSON) -> Value?
  ) throws(JSONError) -> Value {
    guard let value = try optionalMember(key, read) else {
      throw JSONError(line: line, reason: "there is no '\(key)'")
    }
    return value
  }

  /// Reads a member of an object, if it is there.
  public func optionalMember<Value>(
    _ key: String, _ read: (JSON) -> Value?
  ) throws(JSONError) -> Value? {
    guard let members = object else {
      throw JSONError(line: line, reason: "\(excerpt) is no object")
    }
    guard let member = members[key] else { return nil }
    guard let value = read(member) else {
      throw JSONError(line: member.line, reason: "\(member.excerpt) is no value of '\(key)'")
    }
    return value
  }

  /// The value as text, cut short, for messages.
  public var excerpt: String {
    let text = description
    return text.count > 60 ? text.prefix(59) + "…" : text
  }
}
