import Foundation
import Synchronization
import StrictJSON

/// A report in JSON Lines, written as the run goes: valid up to its last line at any time.
///
/// A ratio that is infinite is written as the greatest double, as JSON has no infinity.
public final class JSONLinesReport: Report {
  /// The ending of the names of such files.
  public static let ending = ".jsonl"

  private struct State {
    var tally = Tally()
    var isDamaged = false
  }

  /// The file, for messages.
  public let path: String
  private let file: FileHandle
  private let state = Mutex(State())

  /// Creates the file and writes the header.
  ///
  /// - Throws: `FileError` if the file cannot be written.
  public init(path: String, _ header: ReportHeader) throws(FileError) {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw FileError.unwritable(.report, path: path) }
    self.path = path
    self.file = file
    state.withLock { write(JSON(["header": header.json]), &$0) }
  }

  /// Appends a result.
  public func append(_ entry: ReportEntry) {
    state.withLock { state in
      state.tally.count(entry.verdict)
      write(entry.json, &state)
    }
  }

  /// Appends something beside the results.
  public func append(_ note: ReportNote) { state.withLock { write(note.json, &$0) } }

  /// Appends the summary, which makes the report complete, or says that there is none; closes the
  /// file.
  public func close(_ end: ReportedRun.End) {
    state.withLock { state in
      switch end {
      case .none: break
      case .complete: write(JSON(["summary": state.tally.json]), &state)
      case .interrupted(let signal, let results, let total):
        let news = JSON([
          "signal": JSON(signal), "results": JSON(results), "total": JSON(total),
        ])
        write(JSON(["interrupted": news]), &state)
      }
    }
    try? file.close()
  }

  /// Whether a line could not be written, so that the file lacks it.
  public var lacksLines: Bool { state.withLock(\.isDamaged) }

  private func write(_ json: JSON, _ state: inout State) {
    do {
      try file.write(contentsOf: Data((json.description + "\n").utf8))
    } catch {
      state.isDamaged = true
    }
  }
}

extension Tally {
  /// The counts by their names in reports.
  var json: JSON {
    let counts = LawResult.Verdict.allCases.map { verdict in
      (verdict == .error ? "errors" : verdict.rawValue, Optional(JSON(self[verdict])))
    }
    return JSON(Dictionary(counts) { first, _ in first })
  }
}
