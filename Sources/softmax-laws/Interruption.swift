import Foundation
import ProcessBridge
import Synchronization

/// A signal that asks the program to end, noted when it comes and acted on between calls.
final class Interruption: Sendable {
  /// The signals noted, and what the program's exit says after them.
  static let statuses = [
    SIGHUP: ExitStatus.hungUp, SIGINT: .interrupted, SIGTERM: .terminated,
  ]
  /// The interruption that the signals of this process reach.
  static let ofProcess = Interruption()

  private let number = Atomic<Int32>(0)
  /// Where the handler of a second signal writes it; −1 as long as nobody reads there.
  private let alarm = Atomic<Int32>(-1)
  /// Whether a second signal has come.
  private let isUrgent = Atomic(false)

  /// What the program's exit has to say, if a signal has come.
  var status: ExitStatus? { Self.statuses[number.load(ordering: .relaxed)] }

  /// The name of the signal that has come, if any.
  var signalName: String? {
    switch status {
    case .hungUp: "SIGHUP"
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

  /// Notes the signals of this process from now on.
  ///
  /// A second one kills all programs that were started and ends this one, whatever it is doing. That
  /// takes more than the handler of a signal may do, so a thread waits to do it.
  static func listen() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      ofProcess.alarm.store(ends[1], ordering: .relaxed)
      let reading = ends[0]
      Thread.detachNewThread { endAtSecondSignal(from: reading) }
    }
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in statuses.keys {
      // What nohup starts is to outlive its terminal.
      if number == SIGHUP, isIgnored(SIGHUP) { continue }
      signal(number) { number in Interruption.ofProcess.handle(number) }
      sigaddset(&signals, number)
    }
    // Who started this program may have blocked them, as threads of a pool have.
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Whether whoever started this program wants a signal to be ignored.
  private static func isIgnored(_ signal: Int32) -> Bool {
    let before = Foundation.signal(signal, SIG_IGN)
    Foundation.signal(signal, before)
    return unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Does what the handler of a signal may do.
  private func handle(_ signal: Int32) {
    guard !note(signal) else { return }
    isUrgent.store(true, ordering: .relaxed)
    var byte = UInt8(truncatingIfNeeded: signal)
    if write(alarm.load(ordering: .relaxed), &byte, 1) != 1 { _exit(128 + signal) }
  }

  /// Leaves the end of this process to a second signal, if one has come.
  func yieldToSecondSignal() {
    while isUrgent.load(ordering: .relaxed) { pause() }
  }

  private static func endAtSecondSignal(from reading: Int32) {
    var byte: UInt8 = 0
    while read(reading, &byte, 1) == -1 && errno == EINTR {}
    ProcessImplementation.killAll()
    _exit(128 + Int32(byte))
  }
}
