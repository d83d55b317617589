import Arithmetic
import Foundation
import StrictJSON

/// What an implementation did one day, law by law and format by format, to compare another day with.
///
/// The file is JSON with a line for each law and format, in the order of their names, so that two of them can be
/// compared by eye and by `diff`; it says nothing of times or of the machine.
public struct Baseline: Sendable, Equatable {
  /// What was recorded of one law in one format.
  public struct Record: Sendable, Equatable {
    /// The law.
    public let law: String
    /// The format.
    public let format: Format
    /// The verdict, whatever is known of it.
    public let verdict: LawResult.Verdict
    /// The number of cases.
    public let cases: Int
    /// The largest error divided by its bound.
    public let ratio: Double
    /// The replay token of the case with that error.
    public let worst: String?
  }

  /// What was recorded of one operation in one format: a summary of the records of its laws.
  public struct Summary: Sendable, Equatable {
    /// The operation.
    public let operation: String
    /// The format.
    public let format: Format
    /// The number of laws about it that hold.
    public let holding: Int
    /// The number of laws about it that do not.
    public let failing: Int
    /// The largest error divided by its bound, over the laws about it.
    public let ratio: Double
    /// The law that has it.
    public let law: String
  }

  /// The version of the suite.
  public let suite: String
  /// The seed of the cases.
  public let seed: UInt64
  /// The number of cases of each law that were asked for.
  public let cases: Int
  /// The implementation's name.
  public var name: String { nameAsRead.text ?? "" }
  /// The name with the line it was read from.
  let nameAsRead: JSON
  /// The implementation's version.
  public let version: String
  /// The implementation's language.
  public let language: String
  /// What the implementation claimed.
  public let claims: [String: String]
  /// The records, in the order of the laws' names and of the formats.
  public let records: [Record]
  /// The summaries, in the order of the operations' names and of the formats.
  public let operations: [Summary]

  /// Records a run.
  public init(_ run: ReportedRun) {
    suite = run.header.suite
    seed = run.header.seed
    cases = run.header.cases
    nameAsRead = JSON(run.header.name)
    version = run.header.version
    language = run.header.language
    claims = run.header.claims
    let laws = run.entries.filter { $0.kind == .law }
    records = laws.map(Record.init).sorted { $0.place < $1.place }
    operations = Summary.all(laws)
  }

  init(_ json: JSON) throws(JSONError) {
    let implementation = try json.member("implementation") { $0.object == nil ? nil : $0 }
    suite = try json.member("suite", \.text)
    seed = try json.member("seed") { $0.text.flatMap { UInt64($0) } }
    cases = try json.member("cases", \.count)
    nameAsRead = try implementation.member("name") { $0.text == nil ? nil : $0 }
    version = try implementation.member("version", \.text)
    language = try implementation.member("language", \.text)
    claims = try json.member("claims", \.members)
    var records: [Record] = []
    for line in try json.member("laws", \.array) { records.append(try Record(line)) }
    self.records = records
    var operations: [Summary] = []
    for line in try json.member("operations", \.array) { operations.append(try Summary(line)) }
    self.operations = operations
  }
}

extension Baseline.Record {
  init(_ entry: ReportEntry) {
    law = entry.name
    format = entry.format
    verdict = entry.found
    cases = entry.cases
    ratio = entry.ratio
    worst = entry.worstCase
  }

  /// The law and the format.
  var title: String { "\(law) in \(format.rawValue)" }

  /// Where the record stands among others.
  fileprivate var place: (String, Int) { (law, Format.allCases.firstIndex(of: format) ?? 0) }
}

extension Baseline.Summary {
  fileprivate static func all(_ entries: [ReportEntry]) -> [Baseline.Summary] {
    let names = Set(entries.flatMap(\.operations)).sorted()
    return names.flatMap { name in
      Format.allCases.compactMap { format in
        Baseline.Summary(
          name, format, entries.filter { $0.format == format && $0.operations.contains(name) })
      }
    }
  }

  /// Creates the summary of the laws about an operation, if any of them says something.
  private init?(_ operation: String, _ format: Format, _ entries: [ReportEntry]) {
    let telling = entries.filter { $0.found != .unsupported && $0.found != .vacuous }
    // Of laws with the same error, the first by name, whatever the order of the results.
    let ordered = telling.sorted { ($1.ratio, $0.name) < ($0.ratio, $1.name) }
    guard let worst = ordered.first else { return nil }
    self.operation = operation
    self.format = format
    holding = telling.count { $0.found == .holds }
    failing = telling.count - holding
    ratio = worst.ratio
    law = worst.name
  }
}
