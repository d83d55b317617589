import Arithmetic
import FixtureSupport
import Foundation
import ProcessBridge
import SoftmaxFamily

/// The program of Fixtures/Adapters that breaks the protocol in a way that one can choose.
enum HostileProgram {
  /// The folder of the adapters.
  static let adapters = ProjectFile.url("Fixtures/Adapters")

  /// The command that starts an adapter.
  static func adapter(_ name: String, _ arguments: String...) -> [String] {
    Python.running(adapters.appending(path: name)) + arguments
  }

  /// Starts the program with a fault; where a mark is given, it has the fault only once.
  static func start(
    _ fault: String, mark: TemporaryFile? = nil, limits: Limits = Limits(),
    takesRawNumbers: Bool = false
  ) throws(BridgeError) -> ProcessImplementation {
    let arguments = [fault] + (mark.map { [$0.path] } ?? [])
    return try ProcessImplementation(
      command: adapter("hostile_adapter.py") + arguments, limits: limits,
      takesRawNumbers: takesRawNumbers)
  }

  /// A call that the program answers with the same numbers.
  static let call = Call(
    .softmax, in: .binary32, rows: 2, [.init(shape: [2], values: [1, -0.0, 0.5, .infinity])])

  /// The error at the start of a program.
  static func startError(_ command: [String], limits: Limits = Limits()) -> BridgeError? {
    do {
      try ProcessImplementation(command: command, limits: limits).close()
      return nil
    } catch {
      return error
    }
  }

  /// The failure of a call.
  static func failure(
    of call: Call = call, by program: ProcessImplementation
  ) -> CallFailure? {
    do {
      _ = try program.implementation.evaluate(call)
      return nil
    } catch {
      return error
    }
  }
}

extension ProcessImplementation {
  /// The number of the hostile program's process that was started last.
  var process: pid_t? {
    log.split(separator: "\n").last { $0.hasPrefix("process ") }
      .flatMap { pid_t($0.dropFirst("process ".count)) }
  }
}

/// A path in the folder for temporary files, where there is nothing yet.
struct TemporaryFile: Sendable {
  let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

/// Whether there is a process of this number.
func isRunning(_ process: pid_t) -> Bool { kill(process, 0) == 0 || errno != ESRCH }
