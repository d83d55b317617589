import Foundation
import Testing

/// A file of `Fixtures` that holds what a test computes.
///
/// With `SOFTMAX_LAWS_UPDATE_FIXTURES=1` in the environment the test writes the file anew.
struct GeneratedFile {
  private let url: URL

  init(_ path: String) {
    // This file is Tests/PropertyEngineTests/GeneratedFile.swift.
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    url = root.appending(path: "Fixtures/" + path)
  }

  /// Whether the test is to write the file.
  var isUpdating: Bool {
    ProcessInfo.processInfo.environment["SOFTMAX_LAWS_UPDATE_FIXTURES"] == "1"
  }

  /// The text of the file.
  var text: String {
    get throws { try String(contentsOf: url, encoding: .utf8) }
  }

  /// Expects that the file holds a text from one mark to the next.
  func expect(
    containing text: String, between start: String, and end: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let old = try String(contentsOf: url, encoding: .utf8)
    let begin = try #require(old.range(of: start, options: .backwards)).upperBound
    let rest = old[begin...]
    let close = rest.range(of: end)?.lowerBound ?? old.endIndex
    let trimmed = String(text.dropLast(text.hasSuffix("\n") ? 1 : 0))
    if isUpdating {
      let new = old.replacingCharacters(in: begin..<close, with: trimmed)
      try new.write(to: url, atomically: true, encoding: .utf8)
    } else {
      #expect(old[begin..<close] == trimmed, sourceLocation: sourceLocation)
    }
  }

  /// Expects that the file is a text.
  func expect(
    _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    if isUpdating {
      try text.write(to: url, atomically: true, encoding: .utf8)
    } else {
      let old = try String(contentsOf: url, encoding: .utf8)
      let different = zip(old.split(separator: "\n"), text.split(separator: "\n")).first {
        $0 != $1
      }
      #expect(different == nil, sourceLocation: sourceLocation)
      #expect(old.count == text.count, sourceLocation: sourceLocation)
    }
  }
}
