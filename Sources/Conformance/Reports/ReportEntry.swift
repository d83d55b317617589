public import Arithmetic
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws
import StrictJSON

/// One result of a run as reports show it: that of a law in a format, or of a sweep over all inputs.
///
/// An entry is what a line of a report in JSON Lines holds, so that every report can be made of one
/// that was read.
public struct ReportEntry: Sendable, Equatable {
  /// What the result is of; the raw value is its key in JSON.
  public enum Kind: String, Sendable, CaseIterable {
    /// A law of the catalogue.
    case law
    /// All inputs of an operation.
    case sweep
  }

  /// What the result is of.
  public var kind = Kind.law
  /// The name of the law, or of the operation that was swept.
  public var name: String
  /// The chapter that it stands under.
  public var chapter: String
  /// What is said to hold.
  public var statement: String
  /// The operations it is about, by name.
  public var operations: [String]
  /// The format.
  public var format: Format
  /// The verdict.
  public var verdict: LawResult.Verdict
  /// The verdict by itself, whatever a list of known issues says of it.
  public var found: LawResult.Verdict
  /// The number of cases evaluated.
  public var cases = 0
  /// The number of cases outside the domain.
  public var discarded = 0
  /// The number of cases in which every bound was too wide.
  public var vacuous = 0
  /// The number of all cases there are, if every one was evaluated.
  public var domainSize: Int?
  /// The largest error divided by its bound.
  public var worst = 0.0
  /// The replay token of the case with the largest error.
  public var worstReplay: String?
  /// The time it took; `nil` where times are left out.
  public var seconds: Double?
  /// What there is to say beside the verdict.
  public var message = ""
  /// Whether the suite itself is at fault.
  public var isOfSuite = false
  /// The simplest failure.
  public var witness: Witness?
  /// The failure with the largest error, where it is larger than that of the simplest.
  public var worstWitness: Witness?
  /// The regimes of the inputs that no case reached, each as `x: regime`.
  public var unreached: [String] = []
  /// The lines of cases that failed before and do not any more.
  public var idleRegressions: [String] = []
  /// Errors divided by their bounds, over the input.
  public var profile: [ProfilePoint] = []
  /// Members of the JSON object that have no place above, kept as they are.
  public var others: [String: JSON] = [:]

  /// Creates an entry with a verdict and nothing else.
  public init(
    _ kind: Kind, _ name: String, chapter: String, statement: String, operations: [String],
    format: Format, verdict: LawResult.Verdict
  ) {
    self.kind = kind
    self.name = name
    self.chapter = chapter
    self.statement = statement
    self.operations = operations
    self.format = format
    self.verdict = verdict
    found = verdict
  }

  /// Creates the entry of a law's result.
  public init(_ result: LawResult, profile: [ProfilePoint] = []) {
    self.init(
      .law, result.law.name, chapter: Catalogue.chapterTitle(of: result.law.name),
      statement: result.law.statement, operations: result.law.operations.map(\.rawValue),
      format: result.format, verdict: result.verdict)
    found = result.found
    cases = result.cases
    discarded = result.discarded
    vacuous = result.vacuous
    domainSize = result.domainSize
    worst = result.worst
    worstReplay = result.worstReplay
    seconds = result.seconds
    message = result.message
    isOfSuite = result.isOfSuite
    witness = result.counterexample.map { Witness($0, in: result.format) }
    worstWitness = result.worstCounterexample.map { Witness($0, in: result.format) }
    unreached = result.unreached
    idleRegressions = result.regressions.filter { $0.outcome != .fails }.map(\.case.text)
    self.profile = profile
  }

  /// The name and the format.
  public var title: String { "\(name) in \(format.rawValue)" }

  /// Whether the verdict is one that a run is not green with.
  public var isRed: Bool { verdict.isRed }

  /// Whether there is nothing to say beside what others say too: not offered, or vacuous.
  public var saysNothing: Bool { verdict == .unsupported || verdict == .vacuous }

  /// The largest error found divided by its bound, that of the simplest failure included.
  public var ratio: Double { max(worst, witness?.ratio ?? 0, worstWitness?.ratio ?? 0) }

  /// The case with the largest error.
  public var worstCase: String? { worstWitness?.replay ?? witness?.replay ?? worstReplay }
}

extension Catalogue {
  /// The title of the chapter of a law; empty if there is none of the name.
  static func chapterTitle(of name: String) -> String {
    chapters.first { $0.laws.contains { $0.name == name } }?.title ?? ""
  }
}
