import FixtureSupport
import Foundation

/// The programs of Fixtures/Adapters.
enum Adapter {
  /// The folder.
  static let folder = ProjectFile.url("Fixtures/Adapters")

  /// The command of the program with a fault that one can choose.
  static func hostile(_ fault: String) throws -> [String] {
    try command("hostile_adapter.py") + [fault]
  }

  /// The command of a program.
  ///
  /// - Throws: `Problem` where there is no Python, without which the test says nothing.
  static func command(_ name: String) throws -> [String] {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let isThere = folders.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: $0 + "/python3")
    }
    guard isThere else {
      throw Problem(description: "this test needs python3, which is not in PATH")
    }
    return ["python3", folder.appending(path: name).path()]
  }
}
