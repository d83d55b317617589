import Dispatch
import Synchronization
public import Testing

/// Tests that run on threads of their own, beside all others.
///
/// Swift Testing runs as many tests at once as there are cores, so that one that waits leaves its core idle.
public struct ThreadTrait: SuiteTrait, TestTrait, TestScoping {
  /// A suite's tests are, one by one.
  public let isRecursive = true
  fileprivate let threads: Threads

  /// Runs a test on one of the threads.
  public func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(threads) { try await function() }
  }
}

extension Trait where Self == ThreadTrait {
  /// The tests mostly wait for other programs.
  public static var waiting: ThreadTrait { ThreadTrait(threads: .waiting) }

  /// The test is about how a process exits.
  ///
  /// The thread is seldom busy, so that the exit is noticed at once: as long as it is not, Swift Testing looks
  /// for it without a pause.
  public static var exiting: ThreadTrait { ThreadTrait(threads: .exiting) }
}

/// A few threads, each of which runs what it is given one after the other.
private final class Threads: TaskExecutor {
  static let waiting = Threads(4, "tests that wait")
  static let exiting = Threads(1, "tests of exits")

  private let queues: [DispatchQueue]
  private let next = Mutex(0)

  private init(_ count: Int, _ label: String) {
    queues = (1...count).map { DispatchQueue(label: "\(label) \($0)") }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let place = next.withLock { next in
      next += 1
      return next % queues.count
    }
    queues[place].async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
