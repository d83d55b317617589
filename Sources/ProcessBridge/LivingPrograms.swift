import Foundation
import Synchronization

/// The programs that are running, for when there is no time to wait for any of them.
enum LivingPrograms {
  private static let all = Mutex<[pid_t: Descent]>([:])

  /// Notes a program.
  static func add(_ id: pid_t, _ descent: Descent) { all.withLock { $0[id] = descent } }

  /// Forgets a program, before its number can become that of another.
  static func remove(_ id: pid_t) { all.withLock { $0[id] = nil } }

  /// Kills the programs and all that they started.
  static func kill() {
    all.withLock { programs in
      for id in programs.keys {
        _ = Foundation.kill(-id, SIGKILL)
        _ = Foundation.kill(id, SIGKILL)
      }
      programs.values.forEach { $0.kill() }
    }
  }
}
