/// What a run of a property found.
public struct PropertyOutcome: Sendable {
  /// The number of cases that were evaluated, the vacuous ones included.
  ///
  /// Zero means that every case was discarded, and that the run says nothing.
  public var cases = 0

  /// The number of cases outside the domain.
  public var discarded = 0

  /// The number of cases whose bound was too wide to say anything.
  public var vacuous = 0

  /// The largest ratio of error to bound; zero when there was none.
  public var worstRatio = 0.0

  /// The choices with the largest ratio, shrinking included, or nil.
  public var worstChoices: [UInt64]?

  /// The failure at which the run ended, or nil.
  public var falsification: Falsification?
}

/// A failing case, made simple.
public struct Falsification: Sendable, Equatable {
  /// The index of the case in the run.
  public var index: Int

  /// The choices of the case as it was drawn.
  public var original: [UInt64]

  /// The simplest choices found that fail.
  public var simplest: [UInt64]

  /// The ratio of error to bound for the simplest choices.
  public var ratio: Double

  /// The choices with the largest ratio seen while running and shrinking.
  public var worst: [UInt64]

  /// The largest ratio seen while running and shrinking.
  public var worstRatio: Double

  /// The number of times the property was evaluated for shrinking.
  public var evaluations: Int

  /// Whether shrinking stopped because it had used up its budget.
  public var budgetExhausted: Bool

  /// Whether the case failed again when its choices were replayed.
  ///
  /// If not, the property depends on more than its choices, and nothing was shrunk.
  public var isReproducible: Bool
}
