import Foundation
import Synchronization

/// A signal that asks the program to end, noted when it comes and acted on between calls.
final class Interruption: Sendable {
  /// The signals noted, and what the program's exit says after them.
  static let statuses = [SIGINT: ExitStatus.interrupted, SIGTERM: .terminated]
  /// The interruption that the signals of this process reach.
  static let ofProcess = Interruption()

  private let number = Atomic<Int32>(0)

  /// What the program's exit has to say, if a signal has come.
  var status: ExitStatus? { Self.statuses[number.load(ordering: .relaxed)] }

  /// The name of the signal that has come, if any.
  var signalName: String? {
    switch status {
    case .interrupted: "SIGINT"
    case .terminated: "SIGTERM"
    default: nil
    }
  }

  /// Notes a signal.
  ///
  /// - Returns: Whether it is the first.
  @discardableResult
  func note(_ signal: Int32) -> Bool {
    number.compareExchange(expected: 0, desired: signal, ordering: .relaxed).exchanged
  }

  /// Notes the signals of this process from now on; a second one ends it at once.
  static func listen() {
    _ = ofProcess
    for number in statuses.keys {
      signal(number) { number in
        if !Interruption.ofProcess.note(number) { _exit(128 + number) }
      }
    }
  }
}
