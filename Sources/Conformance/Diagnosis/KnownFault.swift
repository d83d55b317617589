public import SoftmaxFamily

/// A fault with a name, and implementations that have it.
public struct KnownFault: Sendable {
  /// The name, as in `max-skips-first`.
  public let name: String
  /// What is wrong, and what to look at in the code.
  public let advice: String
  /// Makes implementations that have the fault in every operation that it can reach.
  let forms: [@Sendable () -> Implementation]

  /// Names a fault.
  public init(
    _ name: String, advice: String, forms: [@Sendable () -> Implementation]
  ) {
    self.name = name
    self.advice = advice
    self.forms = forms
  }
}

/// A fault that an implementation resembles.
public struct Resemblance: Sendable, Equatable {
  /// The name of the fault.
  public let name: String
  /// What is wrong, and what to look at in the code.
  public let advice: String
  /// How alike the wrong answers are, from zero, nothing in common, to one, the same.
  public let similarity: Double
}
