public import Arithmetic
public import SoftmaxFamily

/// What became of a sweep.
public struct SweepResult: Sendable {
  /// An input that a report shows: what was returned there, what is certified, and what is allowed.
  public struct Witness: Sendable {
    /// The input.
    public let input: Double
    /// The second number of a pair.
    public let partner: Double?
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

  /// The name of the function.
  public let name: String
  /// The operation that it is of.
  public let operation: SoftmaxFamily.Operation
  /// Whether the inputs are pairs.
  public let isOfPairs: Bool
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
      sweep.function, in: sweep.inputs.format, claiming: sweep.implementation.claims,
      tally: outcome.progress.tally, total: sweep.blocks.count * sweep.inputs.blockSize,
      isExhaustive: sweep.shard.count == 1, isComplete: outcome.isComplete,
      failure: outcome.failure, seconds: seconds)
  }

  /// Creates the result of a sweep of pairs.
  public init(_ sweep: PairSweep, _ outcome: Sweep.Outcome, seconds: Double) {
    let judge = PairJudge(sweep.operation, claiming: sweep.implementation.claims)
    self.init(
      sweep.operation.rawValue, sweep.operation, isOfPairs: true, in: .binary16,
      tally: outcome.progress.tally, total: sweep.blocks.count * PairInputs.blockSize,
      isExhaustive: sweep.shard.count == 1, isComplete: outcome.isComplete,
      failure: outcome.failure, seconds: seconds
    ) { Witness($0, judge) }
  }

  init(
    _ function: ElementwiseFunction, in format: Format, claiming claims: Claims, tally: SweepTally,
    total: Int, isExhaustive: Bool, isComplete: Bool, failure: CallFailure?, seconds: Double
  ) {
    let judge = SweepJudge(function, in: format, claiming: claims)
    self.init(
      function.rawValue, function.operation, isOfPairs: false, in: format, tally: tally,
      total: total, isExhaustive: isExhaustive, isComplete: isComplete, failure: failure,
      seconds: seconds
    ) { Witness($0, judge) }
  }

  private init(
    _ name: String, _ operation: SoftmaxFamily.Operation, isOfPairs: Bool, in format: Format,
    tally: SweepTally, total: Int, isExhaustive: Bool, isComplete: Bool, failure: CallFailure?,
    seconds: Double, _ witness: (SweepTally.Extreme) -> Witness
  ) {
    self.name = name
    self.operation = operation
    self.isOfPairs = isOfPairs
    self.format = format
    self.tally = tally
    self.total = total
    self.isExhaustive = isExhaustive
    self.seconds = seconds
    let simplest = tally.simplest.map(witness)
    let worst = tally.worst.map(witness)
    self.simplest = simplest
    self.worst = worst
    worstUlps = tally.worstUlps.map(witness)
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
}

extension SweepResult.Witness {
  /// Describes an input of a function of one number.
  init(_ extreme: SweepTally.Extreme, _ judge: SweepJudge) {
    let x = judge.format.value(bits: extreme.bits)
    input = x
    partner = nil
    bits = Self.text(extreme.bits, digits: judge.format.bitWidth / 4)
    answer = extreme.answer
    certified = judge.certified(at: x)
    bound = judge.bound(at: x)
    isConfirmed = judge.isConfirmed(at: x, extreme.answer)
  }

  /// Describes a pair, and one entry of what was answered.
  init(_ extreme: SweepTally.Extreme, _ judge: PairJudge) {
    let x = PairInputs.numbers(extreme.bits)
    let entry = PairInputs.entry(extreme.bits)
    input = x[0]
    partner = x[1]
    bits = Self.text(extreme.bits & 0xffff_ffff, digits: 8)
    answer = extreme.answer
    certified = judge.certified(x)[entry]
    bound = judge.bounds(x)[entry]
    isConfirmed = judge.isConfirmed(at: x, extreme.answer, entry: entry)
  }

  private static func text(_ bits: UInt64, digits: Int) -> String {
    let text = String(bits, radix: 16)
    return String(repeating: "0", count: digits - text.count) + text
  }

  /// The numbers, as values of a format, and their encoding.
  public func place(in format: Format) -> String {
    let numbers = ([input] + (partner.map { [$0] } ?? [])).map(format.shortestText)
    return "\(numbers.joined(separator: ", ")) (\(bits))"
  }
}
