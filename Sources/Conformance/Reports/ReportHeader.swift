import Arithmetic
import StrictJSON
public import SoftmaxFamily

/// What a report says of a run before its results: all that has to be the same for two runs to
/// have the same results.
public struct ReportHeader: Sendable, Equatable {
  /// The version of the suite.
  public var suite = Suite.version
  /// The command that makes the report.
  public var command = "check"
  /// The seed of all cases.
  public var seed: UInt64
  /// The number of cases of each law.
  public var cases: Int
  /// The part of the blocks that the run evaluates.
  public var shard = Shard.whole
  /// The implementation's name.
  public var name: String
  /// The implementation's version; empty where there is none.
  public var version: String
  /// The implementation's language; empty where unknown.
  public var language: String
  /// The formats in which each operation is offered, by name.
  public var operations: [String: [String]]
  /// What the implementation claims, as text.
  public var claims: [String: String]
  /// The laws that were asked for, in order.
  public var laws: [String] = []
  /// The formats that were asked for, in order.
  public var formats: [String] = []
  /// Files that results depend on, by option, as a hash of what is in them.
  public var files: [String: String] = [:]
  /// What to add to `softmax-laws replay TOKEN` to have the same implementation.
  public var replayOptions = ""

  /// Creates the header of a run on an implementation; `nil` is the certified reference.
  public init(_ implementation: Implementation?, seed: UInt64, cases: Int) {
    self.seed = seed
    self.cases = cases
    name = implementation?.name ?? "reference"
    version = implementation?.version ?? ""
    language = implementation?.language ?? "swift"
    operations = [:]
    for (operation, formats) in implementation?.operations ?? [:] {
      operations[operation.rawValue] = formats.map(\.rawValue)
    }
    claims = Dictionary(
      (implementation?.claims.table ?? []).map { ($0.name, $0.value) }
    ) { first, _ in first }
  }

  /// The implementation's name, version and language.
  public var title: String {
    [name, version, language].filter { !$0.isEmpty }.joined(separator: " ").harmless
  }

  /// The command that shows a case again.
  public func replayCommand(_ token: String) -> String {
    "softmax-laws replay \(token)\(replayOptions)"
  }
}

// MARK: - JSON

extension ReportHeader {
  /// The header as the first line of a report in JSON Lines has it.
  var json: JSON {
    JSON([
      "suite": JSON(suite), "protocol": JSON(Suite.protocolVersion), "command": JSON(command),
      "seed": JSON(String(seed)), "cases": JSON(cases), "shard": JSON(shard.description),
      "implementation": JSON([
        "name": JSON(name), "version": JSON(version), "language": JSON(language),
        "operations": JSON(operations.mapValues { Optional(JSON($0)) }),
      ]),
      "claims": JSON(claims), "laws": JSON(laws), "formats": JSON(formats),
      "files": JSON(files), "replayOptions": JSON(replayOptions),
    ])
  }

  /// Reads a header.
  ///
  /// - Throws: `JSONError` naming the member that is missing or has another form.
  init(_ json: JSON) throws(JSONError) {
    let implementation = try json.member("implementation") { $0.object == nil ? nil : $0 }
    suite = try json.member("suite", \.text)
    command = try json.member("command", \.text)
    seed = try json.member("seed") { $0.text.flatMap { UInt64($0) } }
    cases = try json.member("cases", \.count)
    shard = try json.member("shard") { $0.text.flatMap { Shard($0) } }
    name = try implementation.member("name", \.text)
    version = try implementation.member("version", \.text)
    language = try implementation.member("language", \.text)
    operations = try implementation.member("operations") { operations in
      let lists = operations.object?.compactMapValues(\.texts)
      return lists?.count == operations.object?.count ? lists : nil
    }
    claims = try json.member("claims", \.members)
    laws = try json.member("laws", \.texts)
    formats = try json.member("formats", \.texts)
    files = try json.member("files", \.members)
    replayOptions = try json.member("replayOptions", \.text)
  }
}
