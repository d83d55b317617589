import Foundation

/// A path in the folder for temporary files, where there is nothing yet.
struct TemporaryFile {
  let path: String

  init(_ ending: String) {
    let name = UUID().uuidString + ending
    path = FileManager.default.temporaryDirectory.appending(path: name).path()
  }

  init(_ ending: String, containing text: String) throws {
    self.init(ending)
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

/// A report in JSON Lines, read line by line.
struct Report {
  let lines: [[String: Any]]

  /// Reads a file.
  ///
  /// - Throws: An error where a line is no JSON object, or has no end.
  init(_ file: TemporaryFile) throws {
    let text = try String(contentsOf: URL(filePath: file.path), encoding: .utf8)
    guard text.hasSuffix("\n") else { throw Problem(description: "the last line has no end") }
    lines = try text.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map {
      let value = try JSONSerialization.jsonObject(with: Data($0.utf8))
      guard let object = value as? [String: Any] else { throw Problem(description: String($0)) }
      return object
    }
  }

  /// The lines about laws.
  var results: [[String: Any]] { lines.filter { $0["law"] != nil } }

  /// The counts of the last line, if they are there.
  var summary: [String: Int]? { lines.last?["summary"] as? [String: Int] }

  /// The verdicts of the laws.
  var verdicts: [String] { results.compactMap { $0["verdict"] as? String } }
}

/// Something that a test needs and does not have.
struct Problem: Error, CustomStringConvertible {
  let description: String
}
