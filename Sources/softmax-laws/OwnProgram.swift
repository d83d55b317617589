import Foundation

/// This program's own file, to start it again with other arguments.
enum OwnProgram {
  /// The file `softmax-laws` in the folder of the running program, which is that one itself
  /// unless it was renamed, or a test runs this code.
  static var path: String {
    guard let running = Bundle.main.executableURL else { return "softmax-laws" }
    let neighbour = running.deletingLastPathComponent().appending(path: "softmax-laws").path()
    return FileManager.default.isExecutableFile(atPath: neighbour) ? neighbour : running.path()
  }
}
