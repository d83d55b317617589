public import Arithmetic
public import PropertyEngine
public import SoftmaxFamily
public import SoftmaxLaws

/// What became of one law in one format.
public struct LawResult: Sendable {
  /// The verdict, by its name in reports.
  public enum Verdict: String, CaseIterable, Sendable {
    /// Every case holds, and at least one says something.
    case holds
    /// A case is falsified.
    case fails
    /// A declared deviation that behaves as declared.
    case known
    /// A declared deviation that does not show.
    case stale
    /// An operation or the format is not offered.
    case unsupported
    /// Every bound is too wide to mean anything.
    case vacuous
    /// The implementation's process ended.
    case crashed
    /// The implementation did not answer in time.
    case hung
    /// The implementation broke the process protocol, or returned a wrong shape.
    case `protocol`
    /// The same call gave different answers.
    case nondeterministic
    /// The implementation rejected a valid input, or no case could be drawn.
    case error
  }

  /// The law.
  public let law: Law
  /// The format.
  public let format: Format
  /// The verdict.
  public var verdict: Verdict
  /// The verdict that a list of known issues has replaced.
  var replaced: Verdict?
  /// The number of cases evaluated.
  public var cases = 0
  /// The number of cases outside the domain, which were replaced by others.
  public var discarded = 0
  /// The number of all cases there are, if every one of them was evaluated.
  public var domainSize: Int?
  /// The number of cases in which every bound was too wide.
  public var vacuous = 0
  /// The largest error divided by its bound.
  public var worst = 0.0
  /// The replay token of the case with the largest error, whether it fails or not.
  public var worstReplay: String?
  /// The time it took.
  public var seconds = 0.0
  /// The simplest failure found.
  public var counterexample: Counterexample?
  /// The failure with the largest error found, where it is larger than that of the simplest.
  public var worstCounterexample: Counterexample?
  /// What became of the cases that failed before, up to the first that fails still.
  public var regressions: [(case: Regressions.Case, outcome: PropertyOutcome.Regression)] = []
  /// What there is to say beside the verdict: the message of a failed call, or the reason of a
  /// known deviation.
  public var message = ""
  /// The regimes that the law's inputs are to reach and no case did, as `x: long`.
  ///
  /// Told where every case holds, of at least `Check.casesForRegimes`.
  public var unreached: [String] = []
  /// Whether the suite itself is at fault: there was no case to give to the implementation, or the two
  /// arithmetics contradict each other.
  public var isOfSuite = false

  /// Whether a call of the law cost the implementation's process or its time.
  public var costsProcess = false

  /// Whether the verdict is one that a run is not green with.
  public var isRed: Bool { verdict.isRed }

  /// The verdict by itself, whatever is known of it.
  public var found: Verdict { replaced ?? verdict }
}

extension LawResult.Verdict {
  /// Whether a run is not green with it.
  public var isRed: Bool {
    switch self {
    case .holds, .known, .unsupported, .vacuous: false
    case .fails, .stale, .crashed, .hung, .protocol, .nondeterministic, .error: true
    }
  }

  /// Whether the program is to blame, not its numbers.
  public var isOfProgram: Bool { self == .crashed || self == .hung || self == .protocol }

  /// The verdict in a count, as in “3 fail”.
  public var inCount: String {
    switch self {
    case .holds: "hold"
    case .fails: "fail"
    case .known: "known deviations"
    case .stale: "stale known issues"
    case .unsupported: "not offered"
    case .vacuous: "vacuous"
    case .crashed: "crashed"
    case .hung: "hung"
    case .protocol: "broke the protocol"
    case .nondeterministic: "nondeterministic"
    case .error: "errors"
    }
  }
}

/// A failure of a law: the inputs, what was compared, and how to see it again.
public struct Counterexample: Sendable {
  /// The inputs of the law by name.
  public let arguments: [(name: String, value: any Argument)]
  /// The comparison that failed, or `nil` if a call gave no numbers.
  public let comparison: Finding.Comparison?
  /// The error divided by the bound.
  public let ratio: Double
  /// Whether every bound is too wide for the case to say anything.
  public var isVacuous = false
  /// The calls that the law made.
  public let calls: [Subject.Record]
  /// The replay token.
  public let replay: String
  /// The line of a file of regressions that holds the case.
  public var regression = ""
  /// How many evaluations the simplification took, and whether it was stopped.
  public let simplification: (evaluations: Int, wasStopped: Bool)
  /// The message of a call that gave no numbers.
  public let message: String
  /// The known faults that the implementation resembles, the most alike first.
  public var likely: [Resemblance] = []
  /// The operations of which the second arithmetic has no evaluation, so that it could not confirm them.
  public var unconfirmed: [Operation] = []

  /// The call whose answer is furthest beyond its bound, or the first.
  public var suspect: Subject.Record? {
    calls.max { $0.excess < $1.excess }
  }
}

extension Subject.Record {
  /// The largest distance of an answer from the certified value, divided by its bound.
  public var excess: Double {
    returned.elements.indices.reduce(0) { max($0, excess(at: $1)) }
  }

  /// The distance of one number from its certified value, divided by its bound.
  ///
  /// An infinity of its sign is what may be returned where there is no bound, as for a value beyond all numbers.
  public func excess(at index: Int) -> Double {
    let (got, want) = (returned[index], certified[index])
    guard got.isReal, want.isReal else {
      let hasItsSign = got.value > 0 && !want.isNegative || got.value < 0 && !want.isPositive
      let mayOverflow = want.isReal && hasItsSign && bounds[index] == .infinity
      return got.isNaN && want.isNaN || got.value == want.value || mayOverflow ? 0 : .infinity
    }
    let distance = (got - want).magnitude
    guard distance.significand.high != 0 else { return 0 }
    return (distance / Ball(bounds[index])).value
  }

  /// The position of the number that is furthest beyond its bound.
  public var worstIndex: Int? {
    returned.elements.indices.max { excess(at: $0) < excess(at: $1) }
  }
}
