/// The case is outside the domain of the property and says nothing about it.
public struct Discard: Error, Sendable {
  /// Creates a discard.
  public init() {}
}
