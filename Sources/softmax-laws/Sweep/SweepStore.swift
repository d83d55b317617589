import Conformance
import Foundation
import Synchronization

/// The state of the sweeps of a run, written to its file now and then.
final class SweepStore: Sendable {
  /// The least time between two writes, in seconds.
  private static let interval = 5.0

  private let path: String?
  private let state: Mutex<(state: SweepState, written: ContinuousClock.Instant)>

  /// Reads the file, if there is one.
  ///
  /// - Throws: `Stop` if the file is of another run, or no state.
  init(_ path: String?, identity: [String: String]) throws(Stop) {
    self.path = path
    var known: SweepState?
    if let path {
      do throws(FileError) {
        known = try SweepState.read(from: path, expecting: identity)
      } catch {
        throw Stop(message: error.description, status: .badData)
      }
    }
    state = Mutex((known ?? SweepState(identity: identity), .now))
  }

  /// What is known of a sweep.
  func progress(_ name: String) -> Sweep.Progress { state.withLock { $0.state[name] } }

  /// Notes what is known of a sweep, and writes the file if that is due; a failure to write is left to `save`.
  func note(_ name: String, _ progress: Sweep.Progress) {
    state.withLock { state in
      state.state[name] = progress
      guard let path, state.written.duration(to: .now) > .seconds(Self.interval) else { return }
      state.written = .now
      do throws(FileError) { try state.state.write(to: path) } catch {}
    }
  }

  /// Writes the file.
  ///
  /// - Throws: `Stop` if it cannot be written.
  func save() throws(Stop) {
    guard let path else { return }
    let known = state.withLock(\.state)
    try Stop.atBadData { () throws(FileError) in try known.write(to: path) }
  }
}
