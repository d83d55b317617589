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
