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

  /// The number of all cases that there are, if the run went through all of them.
  public var domainSize: Int?

  /// Whether the run ended for too many discarded cases.
  public var gaveUp = false

  /// The number of evaluations spent on climbing towards a larger ratio.
  public var climbed = 0

  /// The largest ratio of error to bound; zero when there was none.
  public var worstRatio = 0.0

  /// The choices with the largest ratio, climbing and shrinking included, or nil.
  public var worstChoices: [UInt64]?

  /// How many of the cases had each label.
  public internal(set) var labels: [String: Int] = [:]

  /// How many of the random cases had each label, and how many there were.
  var randomLabels: [String: Int] = [:]
  var randomCases = 0

  /// What became of the labels that were to be covered, in their order.
  public var coverage: [Coverage.Finding] = []

  /// What became of the cases that failed before, in their order, up to the first that fails.
  public var regressions: [Regression] = []

  /// The failure at which the run ended, or nil.
  public var falsification: Falsification?

  /// What became of a case that failed before.
  public enum Regression: Sendable, Equatable {
    /// It fails still.
    case fails
    /// It does not fail any more.
    case holds
    /// Its values make no case of the property any more.
    case doesNotFit
  }

  mutating func count(_ trial: Trial, _ names: [String], isRandom: Bool) {
    guard trial != .discarded else {
      discarded += 1
      return
    }
    cases += 1
    if trial == .vacuous { vacuous += 1 }
    if isRandom { randomCases += 1 }
    for name in names {
      labels[name, default: 0] += 1
      if isRandom { randomLabels[name, default: 0] += 1 }
    }
  }
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
