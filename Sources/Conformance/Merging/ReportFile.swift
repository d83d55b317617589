import Foundation
import StrictJSON

/// A report in JSON Lines as it was read: what it says, and where.
public struct ReportFile: Sendable {
  /// The file, for messages.
  public let path: String
  /// The run that the report is of.
  public let run: ReportedRun
  /// The lines of the results.
  let lines: [Int]

  /// Reads a file.
  ///
  /// - Throws: `FileError` naming the file, and the line and what is wrong with it.
  public init(path: String) throws(FileError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw FileError(.report, path: path, reason: "cannot be read")
    }
    try self.init(path: path, text: String(decoding: data, as: UTF8.self))
  }

  /// Reads the text of a file.
  ///
  /// - Throws: `FileError` naming the file, and the line and what is wrong with it.
  public init(path: String, text: String) throws(FileError) {
    self.path = path
    do throws(JSONError) {
      var reader = LineByLine(text)
      try reader.read()
      guard let run = reader.run else {
        throw JSONError(line: 1, reason: "the text ends where the header should be")
      }
      self.run = run
      lines = reader.lines
    } catch {
      throw FileError(.report, path: path, line: error.line, reason: error.reason)
    }
  }
}

/// The reading of a report in JSON Lines.
private struct LineByLine {
  private let texts: [Substring]
  private(set) var run: ReportedRun?
  private(set) var lines: [Int] = []

  init(_ text: String) {
    texts = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  mutating func read() throws(JSONError) {
    // What follows the last end of a line is the beginning of one that was not written to its end.
    for (index, text) in texts.enumerated() where !(index == texts.count - 1 && text.isEmpty) {
      guard index < texts.count - 1 else {
        throw JSONError(line: index + 1, reason: "the last line has no end: '\(text.prefix(40))'")
      }
      try read(try JSONReader.value(of: text.utf8, firstLine: index + 1))
    }
  }

  private mutating func read(_ json: JSON) throws(JSONError) {
    guard run != nil else {
      run = ReportedRun(try ReportHeader(try json.member("header") { $0 }))
      return
    }
    if run?.end != ReportedRun.End.none {
      throw JSONError(line: json.line, reason: "\(json.excerpt) follows the summary")
    }
    if let summary = json["summary"] {
      guard summary == run?.tally.json else {
        throw JSONError(
          line: json.line, reason: "the summary does not count the results above it")
      }
      run?.end = .complete
    } else if let news = json["interrupted"] {
      run?.end = .interrupted(
        try news.member("signal", \.text), results: try news.member("results", \.count),
        total: try news.member("total", \.count))
    } else if json["note"] != nil {
      run?.notes.append(try ReportNote(json))
    } else {
      run?.entries.append(try ReportEntry(json))
      lines.append(json.line)
    }
  }
}
