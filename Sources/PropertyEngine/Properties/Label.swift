/// A name for some of the values, of which a run counts how many it meets.
public struct Label<Value>: Sendable {
  /// The name.
  public let name: String

  @usableFromInline let coverage: Coverage?
  @usableFromInline let isOn: @Sendable (Value) -> Bool

  /// Creates a label.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - share: The least share of the random values that has to have it, if any.
  ///   - isOn: Whether a value has it.
  public init(
    _ name: String, atLeast share: Double? = nil, _ isOn: @escaping @Sendable (Value) -> Bool
  ) {
    self.name = name
    coverage = share.map { Coverage(name, atLeast: $0) }
    self.isOn = isOn
  }
}
