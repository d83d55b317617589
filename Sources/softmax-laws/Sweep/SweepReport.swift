import Arithmetic
import Conformance
import Foundation
import SoftmaxFamily

/// The reports of a run of sweeps in JSON Lines.
final class SweepReport {
  private let files: [(path: String, file: FileHandle)]
  private var counts: [LawResult.Verdict: Int] = [:]
  /// A report that lacks a line.
  private(set) var incompletePath: String?

  /// Creates the files and writes their headers.
  ///
  /// - Throws: `Stop` if a file cannot be written.
  init(
    _ paths: [String], _ implementation: Implementation, _ options: SweepOptions
  ) throws(Stop) {
    var files: [(path: String, file: FileHandle)] = []
    for path in paths {
      guard FileManager.default.createFile(atPath: path, contents: nil),
        let file = FileHandle(forWritingAtPath: path)
      else { throw Stop(message: "cannot write the report '\(path)'", status: .badData) }
      files.append((path, file))
    }
    self.files = files
    let claims = Dictionary(
      implementation.claims.table.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    write([
      "header": [
        "suite": Suite.version, "protocol": Suite.protocolVersion, "command": "sweep",
        "shard": "\(options.shard)/\(options.shards)",
        "implementation": [
          "name": implementation.name, "version": implementation.version,
          "language": implementation.language,
        ],
        "claims": claims,
      ] as [String: Any]
    ])
  }

  /// Appends a sweep's result.
  func append(_ result: SweepResult) {
    if let verdict = result.verdict { counts[verdict, default: 0] += 1 }
    write(result.reportLine)
  }

  /// Appends the summary, which makes the report complete.
  func close() {
    let summary = LawResult.Verdict.allCases.map { verdict in
      (verdict == .error ? "errors" : verdict.rawValue, counts[verdict, default: 0])
    }
    write(["summary": Dictionary(summary, uniquingKeysWith: { $1 })])
    files.forEach { try? $0.file.close() }
  }

  private func write(_ object: [String: Any]) {
    let data = try? JSONSerialization.data(
      withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
    for (path, file) in files {
      do {
        try file.write(contentsOf: (data ?? Data()) + Data("\n".utf8))
      } catch {
        incompletePath = path
      }
    }
  }
}

extension SweepResult {
  /// The line of a report: counts, the histogram by the least distance of each bin, and the inputs shown.
  fileprivate var reportLine: [String: Any] {
    var line: [String: Any] = [
      "sweep": function.rawValue, "format": format.rawValue,
      "verdict": verdict?.rawValue ?? "unfinished", "cases": tally.inputs, "of": total,
      "worst": Self.number(tally.worstRatio), "failures": tally.failures,
      "vacuous": tally.vacuous, "misrounded": tally.misrounded, "special": tally.special,
      "notNumbers": tally.notNumbers, "disorders": tally.disorders,
      "disorderFailures": tally.disorderFailures, "escalations": tally.escalations,
      "seconds": seconds,
      "ulpsOff": Dictionary(
        tally.histogram.entries.map { ("\($0.least)", $0.count) }, uniquingKeysWith: { $1 }),
    ]
    if isExhaustive { line["exhaustive"] = total }
    if !message.isEmpty { line["message"] = message }
    if let extreme = tally.worstUlps { line["worstUlps"] = Self.number(extreme.size) }
    if let worst { line["worstCase"] = Self.object(worst) }
    if let worstUlps { line["worstUlpsCase"] = Self.object(worstUlps) }
    if let simplest { line["counterexample"] = Self.object(simplest) }
    return line
  }

  private static func object(_ witness: Witness) -> [String: Any] {
    [
      "bits": witness.bits, "arguments": ["x": [HexadecimalText.text(witness.input)]],
      "got": [HexadecimalText.text(witness.answer)],
      "want": [witness.certified.hexadecimalText], "bound": number(witness.bound),
      "confirmed": witness.isConfirmed,
    ]
  }

  private static func number(_ x: Double) -> Double {
    x.isFinite ? x : .greatestFiniteMagnitude
  }
}
