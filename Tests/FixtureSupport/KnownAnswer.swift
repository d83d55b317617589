public import SoftmaxFamily

/// The true answer of an operation at some arguments, from `Fixtures/KnownAnswers`.
public struct KnownAnswer: Sendable {
  /// The number of the line that holds the case.
  public let line: Int
  /// Why the case is there; the head of each file explains its tags.
  public let tag: String
  /// The arguments, exact.
  public let arguments: [Tensor]
  /// The answer, as balls a little wider than the digits given leave open.
  public let answer: Tensor
}
