import Arithmetic
import Conformance
import Foundation
import SoftmaxLaws
import Synchronization

/// The results of laws in formats, evaluated on several threads and taken in order.
///
/// Each thread has a check of its own, and so a process of its own where a program is checked. As a
/// result depends on the law, the format and the seed alone, it is the same on any thread.
final class ResultQueue: Sendable {
  /// A law in a format.
  typealias Item = (law: Law, format: Format)

  private struct State {
    var next = 0
    var isStopped = false
    var results: [Int: LawResult] = [:]
    var running = 0
  }

  private let items: [Item]
  private let state = Mutex(State())
  private let condition = NSCondition()

  /// Begins to evaluate items, as many at once as there are checks.
  init(_ items: [Item], _ checks: [Check]) {
    self.items = items
    state.withLock { $0.running = checks.count }
    for check in checks {
      let thread = Thread { self.work(check) }
      // As much as the main thread has; laws of matrices are recursive.
      thread.stackSize = 1 << 23
      thread.start()
    }
  }

  /// Waits for the result of a law in a format; `nil` if it is no item, or the work was stopped before
  /// it.
  func result(of law: Law, in format: Format) -> LawResult? {
    guard let index = items.firstIndex(where: { $0.law.name == law.name && $0.format == format })
    else { return nil }
    return result(at: index)
  }

  private func result(at index: Int) -> LawResult? {
    condition.lock()
    defer { condition.unlock() }
    while true {
      let (result, isOver) = state.withLock { state in
        (state.results.removeValue(forKey: index), state.running == 0)
      }
      if result != nil || isOver { return result }
      condition.wait()
    }
  }

  /// Begins no further item, and waits for those that have begun.
  func stop() {
    state.withLock { $0.isStopped = true }
    condition.lock()
    defer { condition.unlock() }
    while state.withLock({ $0.running > 0 }) { condition.wait() }
  }

  private func work(_ check: Check) {
    while let index = take() {
      let result = check.result(of: items[index].law, in: items[index].format)
      condition.lock()
      state.withLock { $0.results[index] = result }
      condition.broadcast()
      condition.unlock()
    }
    condition.lock()
    state.withLock { $0.running -= 1 }
    condition.broadcast()
    condition.unlock()
  }

  private func take() -> Int? {
    state.withLock { state in
      guard !state.isStopped, state.next < items.count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }
}
