import Foundation

/// The files of the project, by their paths from its folder.
public enum ProjectFile {
  // This file is Tests/FixtureSupport/ProjectFile.swift.
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The place of a file or folder.
  public static func url(_ path: String) -> URL { folder.appending(path: path) }

  /// The text of a file.
  ///
  /// - Throws: What Foundation says where the file cannot be read.
  public static func text(of path: String) throws -> String {
    try String(contentsOf: url(path), encoding: .utf8)
  }

  /// The paths of the files in a folder and the folders in it that have an ending, in order.
  public static func paths(in path: String, ending: String) -> [String] {
    let files = FileManager.default.enumerator(atPath: url(path).path())
    let names = (files?.allObjects ?? []).compactMap { $0 as? String }
    return names.filter { $0.hasSuffix(ending) }.sorted().map { path + "/" + $0 }
  }
}
