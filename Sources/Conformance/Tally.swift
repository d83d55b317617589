/// How many results there are of each verdict.
public struct Tally: Sendable, Equatable {
  private var counts: [LawResult.Verdict: Int] = [:]

  /// Creates a tally of nothing.
  public init() {}

  /// Counts a result.
  public mutating func count(_ result: LawResult) { count(result.verdict) }

  /// Counts a verdict.
  public mutating func count(_ verdict: LawResult.Verdict) { counts[verdict, default: 0] += 1 }

  /// The number of results of a verdict.
  public subscript(_ verdict: LawResult.Verdict) -> Int { counts[verdict, default: 0] }

  /// The number of results that say something about the implementation.
  public var checked: Int {
    counts.reduce(0) { sum, entry in
      entry.key == .unsupported || entry.key == .vacuous ? sum : sum + entry.value
    }
  }
}
