import Foundation
import Synchronization

/// A report that is one page, written when the run is over, or interrupted.
final class PageReport: Report {
  private struct State {
    var run: ReportedRun
    var isDamaged = false
  }

  let path: String
  private let page: any ReportPage.Type
  private let appends: Bool
  private let state: Mutex<State>

  /// Makes sure that the file can be written, and empties it.
  ///
  /// - Throws: `FileError` if it cannot.
  init(
    path: String, _ page: any ReportPage.Type, _ header: ReportHeader, appends: Bool
  ) throws(FileError) {
    self.path = path
    self.page = page
    self.appends = appends
    state = Mutex(State(run: ReportedRun(header)))
    guard let file = Self.file(path) else { throw FileError.unwritable(.report, path: path) }
    // A run that is killed must not leave the page of the one before.
    if !appends { try? file.truncate(atOffset: 0) }
    try? file.close()
  }

  var lacksLines: Bool { state.withLock(\.isDamaged) }

  func append(_ entry: ReportEntry) { state.withLock { $0.run.entries.append(entry) } }

  func append(_ note: ReportNote) { state.withLock { $0.run.notes.append(note) } }

  func close(_ end: ReportedRun.End) {
    state.withLock { state in
      state.run.end = end
      do {
        try write(page.init(state.run).text)
      } catch {
        state.isDamaged = true
      }
    }
  }

  /// Replaces the content of the file, or adds to it.
  private func write(_ text: String) throws {
    guard let file = Self.file(path) else { throw FileError.unwritable(.report, path: path) }
    if appends {
      try file.seekToEnd()
    } else {
      // What is no file, as a pipe, has no length to set.
      try? file.truncate(atOffset: 0)
    }
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }

  private static func file(_ path: String) -> FileHandle? {
    let manager = FileManager.default
    guard manager.fileExists(atPath: path) || manager.createFile(atPath: path, contents: nil) else {
      return nil
    }
    return FileHandle(forWritingAtPath: path)
  }
}
