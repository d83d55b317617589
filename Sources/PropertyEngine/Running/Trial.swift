/// What one evaluation of a property says.
public enum Trial: Sendable, Equatable {
  /// The property holds; the ratio is the error divided by its bound, in `0...1`.
  case holds(ratio: Double)

  /// The bound is too wide to say anything.
  case vacuous

  /// The property fails; the ratio is above one and may be infinite.
  case fails(ratio: Double)

  /// The case is outside the domain of the property.
  case discarded
}
