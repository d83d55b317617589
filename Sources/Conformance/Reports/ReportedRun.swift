/// A run as reports show it: what was asked for, the results, and how it ended.
public struct ReportedRun: Sendable, Equatable {
  /// How a run ended.
  public enum End: Sendable, Equatable {
    /// It did not yet, or was cut off.
    case none
    /// All that was asked for is there.
    case complete
    /// It was interrupted by a signal of this name, when it had so many results of so many.
    case interrupted(String, results: Int, total: Int)
  }

  /// What was asked for.
  public let header: ReportHeader
  /// The results, in the order in which they came.
  public var entries: [ReportEntry] = []
  /// What there is to say beside the results.
  public var notes: [ReportNote] = []
  /// How it ended.
  public var end = End.none

  /// Creates a run without results.
  public init(_ header: ReportHeader) { self.header = header }

  /// How many results there are of each verdict.
  public var tally: Tally {
    var tally = Tally()
    entries.forEach { tally.count($0.verdict) }
    return tally
  }

  /// Whether everything is known that was asked for.
  public var isComplete: Bool { end == .complete }

  /// A sentence that says that the run is not complete; `nil` if it is.
  public var incompleteness: String? {
    switch end {
    case .complete: nil
    case .none: "incomplete: the run was cut off after \(entries.count) results"
    case .interrupted(let signal, let results, let total):
      "incomplete: interrupted by \(signal) after \(results) of \(total) results"
    }
  }

  /// Whether anything is not as it should be.
  public var isRed: Bool { entries.contains(where: \.isRed) || notes.contains(where: \.isRed) }

  /// The red results, those of which the suite itself is at fault first.
  public var failures: [ReportEntry] {
    entries.filter(\.isOfSuite) + entries.filter { $0.isRed && !$0.isOfSuite }
  }

  /// The results chapter by chapter, in the order of the first of each.
  public var chapters: [(title: String, entries: [ReportEntry])] {
    var places: [String: Int] = [:]
    var chapters: [(title: String, entries: [ReportEntry])] = []
    for entry in entries {
      if let place = places[entry.chapter] {
        chapters[place].entries.append(entry)
      } else {
        places[entry.chapter] = chapters.count
        chapters.append((entry.chapter, [entry]))
      }
    }
    return chapters
  }
}
