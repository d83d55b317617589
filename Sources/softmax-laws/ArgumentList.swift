/// The arguments of a command line, taken one by one; `--option=value` counts as two.
struct ArgumentList {
  private var rest: ArraySlice<String>
  private var attached: (option: String, value: String)?

  /// Creates a list.
  init(_ arguments: ArraySlice<String>) { rest = arguments }

  /// The argument that comes next, if there is one.
  var first: String? { rest.first }

  /// Takes the next argument, without the value attached to it.
  ///
  /// - Throws: `UsageError` if nothing has asked for the value attached to the one before.
  mutating func next() throws(UsageError) -> String? {
    if let attached { throw .needlessValue(attached.value, of: attached.option) }
    guard let argument = rest.popFirst() else { return nil }
    guard argument.hasPrefix("--"), let sign = argument.firstIndex(of: "=") else { return argument }
    let option = String(argument[..<sign])
    attached = (option, String(argument[argument.index(after: sign)...]))
    return option
  }

  /// Takes the value of the option taken last.
  ///
  /// - Throws: `UsageError` if there is none, or it is not what is wanted.
  mutating func value<Value>(
    of option: String, _ wanted: String, _ parse: (String) -> Value?
  ) throws(UsageError) -> Value {
    guard let text = takeValue(), !text.isEmpty else { throw .missingValue(of: option) }
    guard let value = parse(text) else { throw .badValue(text, of: option, wanted: wanted) }
    return value
  }

  /// Takes the value of the option taken last as text.
  mutating func text(of option: String) throws(UsageError) -> String {
    try value(of: option, "text") { $0 }
  }

  private mutating func takeValue() -> String? {
    if let attached {
      self.attached = nil
      return attached.value
    }
    guard let next = rest.first, !next.hasPrefix("--") else { return nil }
    return rest.popFirst()
  }
}
