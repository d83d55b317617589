/// A label that at least a share of the cases has to have.
public struct Coverage: Sendable, Equatable {
  /// The label.
  public let label: String

  /// The least share of the cases, in `0...1`.
  public let share: Double

  /// Creates a requirement.
  ///
  /// - Precondition: the share is between zero and one.
  public init(_ label: String, atLeast share: Double) {
    precondition(share >= 0 && share <= 1, "a share is between zero and one")
    self.label = label
    self.share = share
  }

  /// What a run says of a requirement.
  public struct Finding: Sendable, Equatable {
    /// The requirement.
    public let coverage: Coverage
    /// The number of random cases with the label.
    public let labelled: Int
    /// The number of random cases.
    public let cases: Int

    init(_ coverage: Coverage, in outcome: PropertyOutcome) {
      self.coverage = coverage
      labelled = outcome.randomLabels[coverage.label] ?? 0
      cases = outcome.randomCases
      isExact = outcome.domainSize != nil
    }

    private let isExact: Bool

    /// Whether the generator surely gives the label less often than required.
    ///
    /// The upper end of Wilson's interval is below the share: with a generator that gives
    /// the label as often as required, this happens in less than about one run of `10^9`.
    /// If the run went through all cases, their share itself is compared.
    public var isMissed: Bool {
      guard cases > 0 else { return coverage.share > 0 }
      if isExact { return Double(labelled) < coverage.share * Double(cases) }
      return WilsonInterval(labelled, of: cases).upper < coverage.share
    }
  }
}
