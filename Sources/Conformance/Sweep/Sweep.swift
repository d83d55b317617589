public import Arithmetic
public import SoftmaxFamily

/// Tries every input of a function of one number in a narrow format, or a shard's part of them.
public struct Sweep: Sendable {
  /// The function.
  public let function: ElementwiseFunction
  /// The inputs.
  public let inputs: SweepInputs
  /// The implementation that is asked.
  public let implementation: Implementation
  /// The same implementation in other processes, if there are such, each for a thread of its own.
  let copies: [Implementation]
  /// The part of the blocks of inputs that is tried.
  public let shard: Shard
  /// Whether filters stand in front of the certified reference.
  let isFiltered: Bool

  /// Creates a sweep.
  ///
  /// - Precondition: the format has at most 32 bits.
  public init(
    _ function: ElementwiseFunction, in format: Format, of implementation: Implementation,
    copies: [Implementation] = [], shard: Shard = .whole
  ) {
    self.init(
      function, in: format, of: implementation, copies: copies, shard: shard, isFiltered: true)
  }

  /// Creates a sweep, without filters if so asked: the counts are the same, the time is not.
  init(
    _ function: ElementwiseFunction, in format: Format, of implementation: Implementation,
    copies: [Implementation] = [], shard: Shard = .whole, isFiltered: Bool
  ) {
    self.function = function
    inputs = SweepInputs(format)
    self.implementation = implementation
    self.copies = copies
    self.shard = shard
    self.isFiltered = isFiltered
  }

  /// The blocks of the shard: every so many.
  public var blocks: [Int] {
    shard.places(among: inputs.blocks)
  }

  /// What is known after some blocks.
  public struct Progress: Sendable, Equatable {
    /// The tally of all blocks that are done.
    public var tally = SweepTally()
    /// The blocks that are done.
    public var done: Set<Int> = []

    /// Creates the progress of a sweep that has not begun.
    public init() {}
  }

  /// How a sweep ended.
  public struct Outcome: Sendable {
    /// What is known.
    public let progress: Progress
    /// Why the subject gave no answer, if that ended it.
    public let failure: CallFailure?
    /// Whether every block of the shard is done.
    public let isComplete: Bool
  }

  /// Tries all blocks that are not done yet, several at a time.
  ///
  /// - Parameters:
  ///   - progress: what is known already.
  ///   - jobs: the number of threads.
  ///   - shouldStop: asked between calls; a block that is begun is then given up.
  ///   - report: told what is known after each block, by one thread at a time.
  /// - Returns: What is known in the end, and whether it is all.
  public func run(
    from progress: Progress = Progress(), jobs: Int = 1,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    report: @escaping @Sendable (Progress) -> Void = { _ in }
  ) -> Outcome {
    BlockRun(blocks: blocks).run(
      from: progress, jobs: jobs, shouldStop: shouldStop, report: report
    ) { job, shouldStop in
      let all = [implementation] + copies
      let scan = BlockScan(
        function, in: inputs.format, of: all[job % all.count], isFiltered: isFiltered,
        shouldStop: shouldStop)
      return { block throws(CallFailure) in try scan.tally(ofBlock: block) }
    }
  }
}
