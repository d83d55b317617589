import Dispatch
import SoftmaxFamily
import Synchronization

/// The work of a sweep: blocks, several at a time.
struct BlockRun: Sendable {
  /// Judges all inputs of a block; `nil` if it was stopped in its midst.
  typealias Scan = (Int) throws(CallFailure) -> SweepTally?

  /// All blocks.
  let blocks: [Int]

  /// Does the blocks that are not done yet, each thread, by its number, with a scan of its own.
  func run(
    from progress: Sweep.Progress, jobs: Int, shouldStop: @escaping @Sendable () -> Bool,
    report: @escaping @Sendable (Sweep.Progress) -> Void,
    _ makeScan:
      @Sendable (_ job: Int, _ shouldStop: @escaping @Sendable () -> Bool) -> Scan
  ) -> Sweep.Outcome {
    let open = blocks.filter { !progress.done.contains($0) }
    let state = Mutex<(progress: Sweep.Progress, failure: CallFailure?)>((progress, nil))
    let next = Atomic(0)
    let isOver = SharedFlag()
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, open.count))) { job in
      let scan = makeScan(job) { shouldStop() || isOver.isUp }
      while !isOver.isUp {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < open.count else { return }
        do throws(CallFailure) {
          guard let tally = try scan(open[index]) else { return }
          state.withLock { state in
            state.progress.tally.merge(tally)
            state.progress.done.insert(open[index])
            report(state.progress)
          }
        } catch {
          // What is asked after an interruption fails by itself.
          if shouldStop() { return }
          isOver.raise()
          state.withLock { $0.failure = $0.failure ?? error }
        }
      }
    }
    return state.withLock { state in
      Sweep.Outcome(
        progress: state.progress, failure: state.failure,
        isComplete: state.failure == nil && state.progress.done.count == blocks.count)
    }
  }
}

/// A flag that is raised once, for all threads to see.
private final class SharedFlag: Sendable {
  private let flag = Atomic(false)

  var isUp: Bool { flag.load(ordering: .relaxed) }

  func raise() { flag.store(true, ordering: .relaxed) }
}
