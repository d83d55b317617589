import Arithmetic
import Foundation
import PropertyEngine
public import SoftmaxFamily
import SoftmaxLaws
import Synchronization

/// A report in JSON Lines, written as the run goes: valid up to its last line at any time.
///
/// A ratio that is infinite is written as the greatest double, as JSON has no infinity.
public final class JSONLinesReport: Sendable {
  /// The file, for messages.
  public let path: String
  private let file: FileHandle
  private let isDamaged = Mutex(false)

  /// Creates the file and writes the header.
  ///
  /// - Throws: `ReportError` if the file cannot be written.
  public init(
    path: String, implementation: Implementation?, seed: UInt64
  ) throws(ReportError) {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw ReportError(path: path) }
    self.path = path
    self.file = file
    write(["header": Self.header(implementation, seed: seed)])
  }

  /// Appends the result of one law in one format.
  public func append(_ result: LawResult) {
    var line: [String: Any] = [
      "law": result.law.name, "format": result.format.rawValue,
      "verdict": result.verdict.rawValue, "cases": result.cases, "vacuous": result.vacuous,
      "worst": Self.number(result.worst), "seconds": Self.number(result.seconds),
      "discarded": result.discarded,
    ]
    if let replay = result.worstReplay { line["worstReplay"] = replay }
    if let size = result.domainSize { line["exhaustive"] = size }
    if !result.message.isEmpty { line["message"] = result.message }
    if let counterexample = result.counterexample {
      line["counterexample"] = Self.object(counterexample)
    }
    if let worst = result.worstCounterexample { line["worstCase"] = Self.object(worst) }
    let idle = result.regressions.filter { $0.outcome != .fails }.map(\.case.line)
    if !idle.isEmpty { line["idleRegressions"] = idle }
    write(line)
  }

  /// Appends the summary, which makes the report complete, and closes the file.
  public func close(with tally: Tally) {
    write([
      "summary": [
        "holds": tally[.holds], "fails": tally[.fails], "known": tally[.known],
        "stale": tally[.stale], "unsupported": tally[.unsupported], "vacuous": tally[.vacuous],
        "crashed": tally[.crashed], "hung": tally[.hung], "protocol": tally[.protocol],
        "nondeterministic": tally[.nondeterministic], "errors": tally[.error],
      ]
    ])
    try? file.close()
  }

  /// Whether a line could not be written, so that the file lacks it.
  public var lacksLines: Bool { isDamaged.withLock { $0 } }

  private static func header(_ implementation: Implementation?, seed: UInt64) -> [String: Any] {
    var operations: [String: [String]] = [:]
    for (operation, formats) in implementation?.operations ?? [:] {
      operations[operation.rawValue] = formats.map(\.rawValue)
    }
    let claims = implementation?.claims.table ?? []
    return [
      "suite": Suite.version, "protocol": Suite.protocolVersion, "seed": String(seed),
      "shard": "1/1",
      "implementation": [
        "name": implementation?.name ?? "reference", "version": implementation?.version ?? "",
        "language": implementation?.language ?? "swift", "operations": operations,
      ] as [String: Any],
      "claims": Dictionary(claims.map { ($0.name, $0.value) }) { first, _ in first },
    ]
  }

  private static func object(_ counterexample: Counterexample) -> [String: Any] {
    var object: [String: Any] = [
      "replay": counterexample.replay, "regression": counterexample.regression,
      "arguments": Dictionary(
        counterexample.arguments.map { ($0.name, $0.value.numbers.map(HexadecimalText.text)) }
      ) { first, _ in first },
      "ratio": number(counterexample.ratio),
      "likely": counterexample.likely.map(\.name),
    ]
    if let suspect = counterexample.suspect {
      object["operation"] = suspect.operation.rawValue
      object["got"] = suspect.returned.values.map(HexadecimalText.text)
      object["want"] = suspect.certified.elements.map(\.hexadecimalText)
    }
    if let comparison = counterexample.comparison {
      object["left"] = comparison.left.description
      object["right"] = comparison.right.description
      object["error"] = comparison.error.decimalText(digits: 6)
      object["bound"] = comparison.bound.radiusText
    }
    if !counterexample.message.isEmpty { object["message"] = counterexample.message }
    return object
  }

  private static func number(_ x: Double) -> Double {
    x.isFinite ? x : .greatestFiniteMagnitude
  }

  private func write(_ object: [String: Any]) {
    guard
      let data = try? JSONSerialization.data(
        withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
    else { return isDamaged.withLock { $0 = true } }
    do {
      try file.write(contentsOf: data + Data("\n".utf8))
    } catch {
      isDamaged.withLock { $0 = true }
    }
  }
}

/// A report that cannot be written.
public struct ReportError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file.
  public let path: String

  /// Creates the error for a file.
  public init(path: String) { self.path = path }

  /// What is wrong, naming the file.
  public var description: String { "cannot write the report '\(path)'" }
}
