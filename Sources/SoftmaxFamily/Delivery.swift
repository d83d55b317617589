/// How the rows of a call reach an implementation: what a law says of who else may be there.
///
/// A law that only compares enclosures is true of any answers within the error theorem, so
/// its calls may travel with those of other cases. A law that compares bits is not: an honest
/// implementation may round a row otherwise beside others, unless it claims not to.
public enum Delivery: Sendable {
  /// In any call, beside rows of other calls.
  case shared
  /// In a call of exactly these rows.
  case separate
  /// In a call of exactly these rows, after all earlier calls of the law and before any other
  /// call: what went before is what the law is about.
  case inTurn
}

/// A call, and whether its rows may travel with those of others.
public struct Question: Sendable {
  /// The call.
  public let call: Call
  /// Whether rows of other calls may be beside its own.
  public let isShared: Bool

  /// Creates a question.
  public init(_ call: Call, isShared: Bool) {
    self.call = call
    self.isShared = isShared
  }
}
