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

  /// Creates a verdict without a measure of the error.
  @inlinable public init(holds: Bool) { self = holds ? .holds(ratio: 0) : .fails(ratio: .infinity) }

  /// Creates the verdict that an error of some size is at most a bound.
  ///
  /// Zero is within any bound, also zero; a NaN is within none.
  public init(error: Double, bound: Double) {
    let isWithin = abs(error) <= bound
    let ratio = error == 0 ? 0 : abs(error) / bound
    self = isWithin ? .holds(ratio: min(ratio, 1)) : .fails(ratio: max(ratio, 1.0.nextUp))
  }
}
