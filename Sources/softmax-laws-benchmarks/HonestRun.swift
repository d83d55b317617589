import Arithmetic
import Conformance
import Dispatch
import Foundation
import SoftmaxFamily
import SoftmaxLaws
import SoftmaxReference
import Specimens
import Synchronization

/// The laws on everything that is right: the reference, the textbook and all the controls.
///
/// No law may accuse any of them, and how near the errors come to their bounds says how sharp the
/// error theorems are. A run goes in rounds, each with a seed of its own, and writes what it has
/// found after every one, also as JSON beside it: it can be stopped at any time, and the same
/// command goes on with the round after the last whole one.
struct HonestRun {
  /// A theorem of which no error comes nearer to its bound than this wants sharpening.
  private static let loose = 0.01

  /// Something that is right.
  private struct Honest: Sendable {
    let name: String
    let target: Check.Target
    let formats: [Format]
  }

  /// The number of cases of each law, format and implementation in a round.
  private let cases: Int
  private let rounds: Int
  private let seed: UInt64
  private let path: String
  private let honest: [Honest]

  init(cases: Int, rounds: Int, seed: UInt64, path: String) {
    self.cases = cases
    self.rounds = rounds
    self.seed = seed
    self.path = path
    let implementations = Specimen.all.filter { $0.name != Specimen.naive.name } + [.reference]
    honest =
      [Honest(name: "certified", target: .reference, formats: Format.allCases)]
      + implementations.map {
        Honest(name: $0.name, target: .implementation($0), formats: $0.formats)
      }
  }

  /// Runs the rounds that are left; returns whether nobody was accused.
  func run() -> Bool {
    do {
      var record = try Record.read(from: path + ".json") ?? Record(cases: cases, seed: seed)
      guard record.cases == cases, record.seed == seed else {
        say("'\(path).json' is of \(record.cases) cases and seed \(record.seed)")
        return false
      }
      try text(record).write(toFile: path, atomically: true, encoding: .utf8)
      while record.rounds < rounds {
        record.findings.add(round(seed: seed &+ UInt64(record.rounds)))
        record.rounds += 1
        try text(record).write(toFile: path, atomically: true, encoding: .utf8)
        try record.write(to: path + ".json")
        print("round \(record.rounds) of \(rounds): \(record.findings.summary)")
      }
      return record.findings.accusations.isEmpty
    } catch {
      say("'\(path)': \(error.localizedDescription)")
      return false
    }
  }

  private func say(_ sentence: String) {
    FileHandle.standardError.write(Data((sentence + "\n").utf8))
  }

  /// One round of all laws, on all cores; what is right in a format draws the same cases.
  private func round(seed: UInt64) -> Findings {
    let findings = Mutex(Findings())
    let (laws, formats, honest, cases) = (Catalogue.laws, Format.allCases, honest, cases)
    DispatchQueue.concurrentPerform(iterations: laws.count * formats.count) { index in
      let (law, format) = (laws[index / formats.count], formats[index % formats.count])
      let values = SharedValues()
      for subject in honest where subject.formats.contains(format) {
        let check = Check(subject.target, seed: seed, cases: cases, sharing: values)
        let result = check.result(of: law, in: format)
        findings.withLock { $0.add(result, of: subject.name) }
      }
    }
    return findings.withLock { $0 }
  }

  private func text(_ record: Record) -> String {
    let findings = record.findings
    let formats = Format.allCases.map(\.rawValue).joined(separator: " | ")
    let rows = Catalogue.laws.filter(\.isAccuracy).map { findings.row(of: $0) }
    let loose = Catalogue.laws.filter { $0.isAccuracy && findings.worst(of: $0) < Self.loose }
    let names = loose.map(\.name).joined(separator: ", ")
    return """
      # The largest errors of what is right, divided by their bounds

      `softmax-laws-benchmarks honest \(cases) \(record.rounds) \(seed) FILE` made this table: the laws on the reference,
      the textbook and the controls, \(findings.summary).

      | law | theorem | \(formats) | of |
      | --- | --- | \(Format.allCases.map { _ in "---:" }.joined(separator: " | ")) | --- |
      \(rows.joined(separator: "\n"))

      Theorems of which no error is above \(Self.loose) of its bound: \(loose.isEmpty ? "none" : names).
      \(findings.accusations.map { "\n" + $0 }.joined())
      """
  }
}

/// A run that can be gone on with: what it was asked, and the whole rounds so far.
private struct Record: Codable {
  let cases: Int
  let seed: UInt64
  var rounds = 0
  var findings = Findings()

  init(cases: Int, seed: UInt64) {
    self.cases = cases
    self.seed = seed
  }

  /// The record in a file, or nil where there is no file.
  static func read(from path: String) throws -> Record? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try decoder.decode(Record.self, from: Data(contentsOf: URL(filePath: path)))
  }

  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    try encoder.encode(self).write(to: URL(filePath: path), options: .atomic)
  }
}

/// What a run has found so far.
private struct Findings: Codable {
  /// The largest error of a law in a format divided by its bound, and whose it was.
  private struct Largest: Codable {
    let ratio: Double
    let name: String
  }

  private var cases = 0
  private var vacuous = 0
  private var largest: [String: [String: Largest]] = [:]
  private(set) var accusations: [String] = []

  /// How much was judged, and how often wrongly.
  var summary: String { "\(cases) cases, \(vacuous) vacuous, \(accusations.count) accusations" }

  mutating func add(_ result: LawResult, of name: String) {
    cases += result.cases
    vacuous += result.vacuous
    if result.isRed { accusations.append("\(name): \(FailureReport(result))") }
    note(Largest(ratio: result.worst, name: name), result.law.name, result.format.rawValue)
  }

  mutating func add(_ other: Findings) {
    cases += other.cases
    vacuous += other.vacuous
    accusations += other.accusations
    for (law, formats) in other.largest {
      for (format, found) in formats { note(found, law, format) }
    }
  }

  private mutating func note(_ found: Largest, _ law: String, _ format: String) {
    if let known = largest[law]?[format] {
      // Of equal ones it is the first by name, in whatever order they are found.
      guard found.ratio > known.ratio || (found.ratio == known.ratio && found.name < known.name)
      else { return }
    }
    largest[law, default: [:]][format] = found
  }

  /// The largest ratio of a law in any format.
  func worst(of law: Law) -> Double { largest[law.name]?.values.map(\.ratio).max() ?? 0 }

  /// The row of a law in Markdown.
  func row(of law: Law) -> String {
    let found = largest[law.name] ?? [:]
    let cells = Format.allCases.map { format in
      found[format.rawValue].map { String(format: "%.3f", $0.ratio) } ?? ""
    }
    let largest = found.values.map(\.ratio).max()
    let names = found.values.filter { $0.ratio == largest }.map(\.name)
    let source = law.source.replacing("|", with: "\\|")
    return "| \(law.name) | \(source) | \(cells.joined(separator: " | ")) | \(names.min() ?? "") |"
  }
}
