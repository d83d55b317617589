import Foundation

/// A file that says what became of a run.
///
/// Whoever makes results gives each to `append` as it comes, and says how the run ended. A report
/// that can be made only of the whole is a `ReportPage`; one that grows line by line conforms to this.
public protocol Report: Sendable {
  /// The file, for messages.
  var path: String { get }
  /// Whether anything could not be written, so that the file lacks it.
  var lacksLines: Bool { get }
  /// Adds a result.
  func append(_ entry: ReportEntry)
  /// Adds something beside the results.
  func append(_ note: ReportNote)
  /// Completes the file, which takes nothing more then.
  func close(_ end: ReportedRun.End)
}

/// A form of report that is written when the run is over: `init` and `text` are all there is to it.
public protocol ReportPage: Sendable {
  /// The ending of the names of such files.
  static var ending: String { get }
  /// Creates the page of a run.
  init(_ run: ReportedRun)
  /// The content of the file.
  var text: String { get }
}

/// The forms of reports, by the endings of their names.
public enum Reports {
  /// The forms that are written at the end.
  private static let pages: [any ReportPage.Type] = [
    JUnitPage.self, MarkdownPage.self, RunPage.self,
  ]

  /// The endings that the name of a report may have.
  public static let endings = [JSONLinesReport.ending] + pages.map { $0.ending }

  /// Creates the file of a report.
  ///
  /// - Parameters:
  ///   - path: The file, whose ending says what it is.
  ///   - ending: The ending, if the name does not have it; the file is added to then, not replaced.
  ///   - header: What is said before the results.
  /// - Returns: The report, to which results are to be given.
  /// - Throws: `FileError` if the file cannot be written.
  public static func open(
    _ path: String, as ending: String? = nil, _ header: ReportHeader
  ) throws(FileError) -> any Report {
    let page = pages.first { (ending ?? path).hasSuffix($0.ending) }
    guard let page else { return try JSONLinesReport(path: path, header) }
    return try PageReport(path: path, page, header, appends: ending != nil)
  }
}
