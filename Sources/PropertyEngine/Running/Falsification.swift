/// A failing case, made simple.
public struct Falsification: Sendable, Equatable {
  /// Where the case comes from.
  public var origin: CaseOrigin

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

  /// Whether the case failed again when it was drawn again and its choices were replayed,
  /// and the simplest one once more in the end.
  ///
  /// If not, the property depends on more than its choices.
  public var isReproducible: Bool
}

/// Where in a run a case comes from.
public enum CaseOrigin: Sendable, Equatable {
  /// The list of cases that failed before, at an index.
  case regression(Int)
  /// The enumeration of all cases, at an index.
  case enumeration(Int)
  /// The screening, at an index of the run.
  case screening(Int)
  /// The random cases, at an index of the run.
  case random(Int)
  /// The climb towards a larger ratio.
  case climb
}
