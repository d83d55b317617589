import Arithmetic
import Conformance
import SoftmaxFamily
import SoftmaxLaws
import Synchronization

/// The evaluation of laws in formats, by one check or by several at once; the results are the same.
///
/// The restart budget is counted in the order of the results, so that it is used up at the same
/// one however many jobs there are. From there on nothing is asked any more.
final class Jobs: Sendable {
  /// How many results may cost a process before nothing is asked any more.
  static let restarts = 20

  private let checks: [Check]
  private let losses = Mutex(0)
  private let queue: Mutex<ResultQueue?> = Mutex(nil)

  /// Creates the jobs of checks, each of which has a process of its own.
  ///
  /// - Precondition: there is a check.
  init(_ checks: [Check]) {
    precondition(!checks.isEmpty, "a law is checked by some job")
    self.checks = checks
  }

  /// Begins to evaluate the results that are going to be asked for, in this order.
  func begin(_ items: [ResultQueue.Item]) {
    guard checks.count > 1 else { return }
    queue.withLock { $0 = ResultQueue(items, checks) }
  }

  /// The result of a law in a format.
  func result(of law: Law, in format: Format) -> LawResult {
    guard losses.withLock({ $0 <= Self.restarts }) else {
      queue.withLock { $0?.stop() }
      return checks[0].exhausted.result(of: law, in: format)
    }
    let evaluated = queue.withLock { $0 }?.result(of: law, in: format)
    let result = evaluated ?? checks[0].result(of: law, in: format)
    if result.costsProcess { losses.withLock { $0 += 1 } }
    return result
  }

  /// Waits for what has begun, and begins nothing more.
  func end() { queue.withLock { $0?.stop() } }
}

extension Check {
  /// The check of an implementation that is not started again.
  fileprivate var exhausted: Check {
    guard case .implementation(let implementation) = target else { return self }
    let exhausted = Implementation(
      implementation.name, version: implementation.version, language: implementation.language,
      claims: implementation.claims, operations: implementation.operations
    ) { _ throws(CallFailure) in
      throw .crashed("the restart budget of \(Jobs.restarts) is used up")
    }
    return Check(.implementation(exhausted), seed: seed, cases: cases)
  }
}
