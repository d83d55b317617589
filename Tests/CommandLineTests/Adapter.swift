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
    guard Python.path != nil else {
      throw Problem(description: "this test needs python3, which is not in PATH")
    }
    return Python.running(folder.appending(path: name))
  }
}
