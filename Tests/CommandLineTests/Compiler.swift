import Foundation
import Synchronization

/// The system's C compiler, for libraries of Fixtures/Adapters.
enum Compiler {
  private static let made = Mutex<[[String]: Result<String, Problem>]>([:])
  /// Where the libraries are, until the tests have ended.
  private static let libraries: URL = {
    atexit { try? FileManager.default.removeItem(at: Compiler.libraries) }
    return FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  }()

  /// The path of a shared library made of a source of Fixtures/Adapters, once a test run.
  ///
  /// - Throws: `Problem` where there is no compiler, or it complains.
  static func library(_ source: String, _ options: String...) throws -> String {
    try made.withLock { made in
      let key = [source] + options
      if let path = made[key] { return try path.get() }
      let folder = libraries.appending(path: "\(made.count)")
      let path = Result { () throws(Problem) in try compile(source, options, into: folder) }
      made[key] = path
      return try path.get()
    }
  }

  private static func compile(
    _ source: String, _ options: [String], into folder: URL
  ) throws(Problem) -> String {
    let file = folder.appending(path: "lib" + source.replacing(".c", with: ".so")).path()
    let process = Process()
    let errors = Foundation.Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["clang", "-O1", "-std=gnu11", "-Wall", "-Wextra", "-Werror", "-fPIC", "-shared", "-o", file]
      + options + [Adapter.folder.appending(path: source).path(), "-lm"]
    process.standardError = errors
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try process.run()
    } catch {
      throw Problem(description: "cannot start clang: \(error)")
    }
    let complaints = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Problem(description: String(decoding: complaints, as: UTF8.self))
    }
    return file
  }
}
