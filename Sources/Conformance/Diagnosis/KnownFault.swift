public import SoftmaxFamily

/// A fault with a name, and implementations that have it.
public struct KnownFault: Sendable {
  /// The name, as in `max-skips-first`.
  public let name: String
  /// What is wrong, and what to look at in the code.
  public let advice: String
  /// The operations that have been seen with the fault, the most usual first.
  public let operations: [Operation]
  /// Makes implementations that have the fault in every operation that it can reach.
  let forms: [@Sendable () -> Implementation]

  /// Names a fault.
  public init(
    _ name: String, advice: String, in operations: [Operation],
    forms: [@Sendable () -> Implementation]
  ) {
    self.name = name
    self.operations = operations
    self.advice = advice
    self.forms = forms
  }

  /// How much a likeness counts in an operation.
  ///
  /// Of faults that err alike the one is meant that is usual there.
  func weight(in operation: Operation) -> Double {
    guard operation != operations.first else { return 1 }
    return operations.contains(operation) ? 0.97 : 0.85
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
