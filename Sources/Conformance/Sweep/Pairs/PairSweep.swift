public import SoftmaxFamily

/// Tries softmax or log-sum-exp of two entries at every ordered pair of numbers of binary16, or a shard's part of them.
///
/// Both are functions of the exact difference but for a summand; an implementation sees the two entries, so that all
/// 4,294,967,296 pairs are tried, each beside the same pair in the other order.
public struct PairSweep: Sendable {
  /// The operations that can be swept.
  public static let operations: [SoftmaxFamily.Operation] = [.softmax, .logSumExp]

  /// The operation.
  public let operation: SoftmaxFamily.Operation
  /// The implementation that is asked.
  public let implementation: Implementation
  /// The same implementation in other processes, if there are such, each for a thread of its own.
  let copies: [Implementation]
  /// The part of the blocks of pairs that is tried.
  public let shard: Shard

  /// Creates a sweep.
  ///
  /// - Precondition: the operation is one of those that can be swept.
  public init(
    _ operation: SoftmaxFamily.Operation, of implementation: Implementation,
    copies: [Implementation] = [], shard: Shard = .whole
  ) {
    precondition(Self.operations.contains(operation), "softmax or log-sum-exp is swept over pairs")
    self.operation = operation
    self.implementation = implementation
    self.copies = copies
    self.shard = shard
  }

  /// The blocks of the shard.
  public var blocks: [Int] { shard.places(among: PairInputs.blocks) }

  /// Tries all blocks that are not done yet; see `Sweep.run`.
  public func run(
    from progress: Sweep.Progress = Sweep.Progress(), jobs: Int = 1,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    report: @escaping @Sendable (Sweep.Progress) -> Void = { _ in }
  ) -> Sweep.Outcome {
    BlockRun(blocks: blocks).run(
      from: progress, jobs: jobs, shouldStop: shouldStop, report: report
    ) { job, shouldStop in
      let all = [implementation] + copies
      let scan = PairScan(operation, of: all[job % all.count], shouldStop: shouldStop)
      return { block throws(CallFailure) in try scan.tally(ofBlock: block) }
    }
  }
}
