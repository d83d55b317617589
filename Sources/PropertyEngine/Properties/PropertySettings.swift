/// How a property is checked.
public struct PropertySettings: Sendable {
  /// The seed of all cases.
  public var seed: UInt64
  /// The number of cases.
  public var cases: Int
  /// The number of evaluations that may be spent on making a failure simple.
  public var shrinkBudget: Int
  /// The number of evaluations spent on looking for a larger error, if no case fails.
  public var climb: Int
  /// Cases that failed before, which are evaluated first.
  public var regressions: Regressions?

  /// Creates settings.
  public init(
    seed: UInt64 = 1, cases: Int = 200, shrinkBudget: Int = 2_000, climb: Int = 0,
    regressions: Regressions? = nil
  ) {
    self.seed = seed
    self.cases = cases
    self.shrinkBudget = shrinkBudget
    self.climb = climb
    self.regressions = regressions
  }
}
