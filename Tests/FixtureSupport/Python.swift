public import Foundation

/// The program that the adapters of `Fixtures/Adapters` are run by.
public enum Python {
  /// The path of the interpreter that `python3` in `PATH` is; `nil` where there is none.
  ///
  /// What is in `PATH` may be a script that looks for the interpreter, and costs more than the tests that
  /// start it.
  public static let path: String? = find()

  /// The path, or the name of the program that is then found missing.
  public static var command: String { path ?? "python3" }

  /// The command that runs a file, faster without the packages of this machine.
  public static func running(_ file: URL) -> [String] { [command, "-SE", file.path()] }

  private static func find() -> String? {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", "import sys; print(sys.executable)"]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let path = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return process.terminationStatus == 0 && !path.isEmpty ? path : nil
  }
}
