public import Arithmetic
public import SoftmaxFamily

/// What became of a sweep.
public struct SweepResult: Sendable {
  /// An input that a report shows: what was returned there, what is certified, and what is allowed.
  public struct Witness: Sendable {
    /// The input.
    public let input: Double
    /// Its encoding in hexadecimal.
    public let bits: String
    /// The answer.
    public let answer: Double
    /// The certified value.
    public let certified: Ball
    /// The largest distance from it that the contract allows.
    public let bound: Double
    /// Whether the second arithmetic agrees that the answer is beyond its bound, where that is said.
    public let isConfirmed: Bool
  }

  /// The function.
  public let function: ElementwiseFunction
  /// The format.
  public let format: Format
  /// What was counted.
  public let tally: SweepTally
  /// The number of inputs that the sweep is about: all, or a shard's.
  public let total: Int
  /// Whether the inputs are all that the format has.
  public let isExhaustive: Bool
  /// The verdict; `nil` if the sweep is not over.
  public let verdict: LawResult.Verdict?
  /// Why there is no answer, or the suite's own fault.
  public let message: String
  /// The failing input of the smallest magnitude.
  public let simplest: Witness?
  /// The input with the largest error divided by its bound.
  public let worst: Witness?
  /// The input with the largest error in units in the last place.
  public let worstUlps: Witness?
  /// The time it took.
  public let seconds: Double

  /// Creates the result of a sweep's outcome.
  public init(_ sweep: Sweep, _ outcome: Sweep.Outcome, seconds: Double) {
    self.init(
      sweep.function, in: sweep.inputs.format, claiming: sweep.subject.implementation.claims,
      tally: outcome.progress.tally, total: sweep.blocks.count * sweep.inputs.blockSize,
      isExhaustive: sweep.shard.count == 1, isComplete: outcome.isComplete,
      failure: outcome.failure, seconds: seconds)
  }

  init(
    _ function: ElementwiseFunction, in format: Format, claiming claims: Claims, tally: SweepTally,
    total: Int, isExhaustive: Bool, isComplete: Bool, failure: CallFailure?, seconds: Double
  ) {
    self.function = function
    self.format = format
    self.tally = tally
    self.total = total
    self.isExhaustive = isExhaustive
    self.seconds = seconds
    let judge = SweepJudge(function, in: format, claiming: claims)
    let simplest = tally.simplest.map { Self.witness($0, judge) }
    let worst = tally.worst.map { Self.witness($0, judge) }
    self.simplest = simplest
    self.worst = worst
    worstUlps = tally.worstUlps.map { Self.witness($0, judge) }
    if let failure {
      verdict = LawResult.Verdict(failure)
      message = failure.description
    } else {
      let accused = tally.worstRatio > 1 ? [simplest, worst] : [simplest]
      let isContradicted = accused.contains { $0?.isConfirmed == false }
      message = isContradicted ? "the two arithmetics of the suite contradict each other" : ""
      verdict =
        !isComplete
        ? nil
        : tally.isFalsified
          ? .fails
          : tally.vacuous + tally.special == tally.inputs ? .vacuous : .holds
    }
  }

  /// Whether a run is not green with the result.
  public var isRed: Bool {
    verdict.map { $0 != .holds && $0 != .vacuous && $0 != .unsupported } ?? false
  }

  /// Whether it is the program behind the implementation that failed.
  public var isOfProgram: Bool {
    verdict == .crashed || verdict == .hung || verdict == .protocol
  }

  /// Whether the suite itself is at fault: its two arithmetics contradict each other.
  public var isOfSuite: Bool { tally.isFalsified && !message.isEmpty && verdict == .fails }

  private static func witness(_ extreme: SweepTally.Extreme, _ judge: SweepJudge) -> Witness {
    let x = judge.format.value(bits: extreme.bits)
    let digits = String(extreme.bits, radix: 16)
    let zeros = String(repeating: "0", count: judge.format.bitWidth / 4 - digits.count)
    return Witness(
      input: x, bits: zeros + digits, answer: extreme.answer, certified: judge.certified(at: x),
      bound: judge.bound(at: x), isConfirmed: judge.isConfirmed(at: x, extreme.answer))
  }
}
