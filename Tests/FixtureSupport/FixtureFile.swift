import Foundation

/// The files of the folder `Fixtures`.
enum FixtureFile {
  /// The text of a file, by its path inside the folder; `nil` where it cannot be read.
  static func text(of path: String) -> String? {
    // This file is Tests/FixtureSupport/FixtureFile.swift.
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try? String(contentsOf: root.appending(path: "Fixtures/" + path), encoding: .utf8)
  }
}
