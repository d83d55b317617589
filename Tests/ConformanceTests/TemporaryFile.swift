import Foundation

/// A file of a test's own, deleted with the value.
final class TemporaryFile {
  /// Where the file is, or would be.
  let path: String

  /// Creates a file with a text, or only a name for one.
  init(_ text: String? = nil) throws {
    path = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
    if let text { try text.write(toFile: path, atomically: true, encoding: .utf8) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The lines of the file.
  var lines: [String] {
    get throws {
      try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    }
  }
}
