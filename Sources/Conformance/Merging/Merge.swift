import Arithmetic
import StrictJSON

/// One report made of those of all shards of a run, with the proof that nothing is missing and nothing
/// is there twice.
///
/// The headers have to agree in everything but the shard; there has to be one complete report of each
/// shard; and each has to hold the results of exactly the laws and formats that the shard's hash gives it,
/// in any order, or those of a sweep's blocks of inputs. The merged results are in the order of the header, as a run that is not cut has them.
public struct Merge {
  /// The merged run.
  public let run: ReportedRun

  /// Merges reports.
  ///
  /// - Throws: `MergeError` with everything that is missing, doubled or contradictory.
  public init(_ files: [ReportFile]) throws(MergeError) {
    guard let first = files.first else { throw MergeError(problems: ["there is no report"]) }
    var problems = Self.contradictions(first, files) + Self.gaps(first, files)
    let isSweep = first.run.header.command == ReportEntry.Kind.sweep.rawValue
    let sweep = SweepMerge(files)
    if isSweep {
      problems += sweep.problems
    } else {
      for file in files { problems += Self.problems(of: file) }
    }
    guard problems.isEmpty else { throw MergeError(problems: problems) }
    var run = Self.merged(first, files)
    if isSweep { run.entries = sweep.entries }
    self.run = run
  }

  // MARK: - The headers

  private static func contradictions(_ first: ReportFile, _ files: [ReportFile]) -> [String] {
    files.dropFirst().flatMap { file in
      facts(of: first.run.header).compactMap { name, value in
        let other = facts(of: file.run.header)[name] ?? ""
        guard other != value else { return nil }
        return "'\(file.path)' has \(name) \(other.excerpt(beside: value)), "
          + "'\(first.path)' has \(value.excerpt(beside: other))"
      }.sorted()
    }
  }

  /// All that has to be the same, by name.
  private static func facts(of header: ReportHeader) -> [String: String] {
    [
      "suite": header.suite, "command": header.command, "seed": String(header.seed),
      "cases": String(header.cases), "implementation": header.title,
      "operations": JSON(header.operations.mapValues { Optional(JSON($0)) }).description,
      "claims": JSON(header.claims).description, "laws": JSON(header.laws).description,
      "formats": JSON(header.formats).description, "files": JSON(header.files).description,
      "shards": String(header.shard.count),
    ]
  }

  // MARK: - The shards

  private static func gaps(_ first: ReportFile, _ files: [ReportFile]) -> [String] {
    let count = first.run.header.shard.count
    let byIndex = Dictionary(grouping: files.filter { $0.run.header.shard.count == count }) {
      $0.run.header.shard.index
    }
    let missing = (1...count).filter { byIndex[$0] == nil }
    let shown = missing.prefix(20).map { "\($0)/\(count)" }.joined(separator: ", ")
    let more = missing.count > 20 ? " and \(missing.count - 20) more" : ""
    let doubled = byIndex.sorted { $0.key < $1.key }.filter { $0.value.count > 1 }.map {
      index, files in
      let paths = files.map { "'\($0.path)'" }.joined(separator: ", ")
      return "shard \(index)/\(count) is there \(files.count) times: \(paths)"
    }
    return (missing.isEmpty ? [] : ["shard \(shown)\(more) is missing"]) + doubled
  }

  // MARK: - The results

  private static func problems(of file: ReportFile) -> [String] {
    guard file.run.isComplete else {
      let last = file.lines.last.map { "after line \($0)" } ?? "after its header"
      let end = file.run.incompleteness ?? ""
      return ["'\(file.path)' has no summary \(last): \(end)"]
    }
    let header = file.run.header
    var seen: [String: Int] = [:]
    var problems: [String] = []
    for (entry, line) in zip(file.run.entries, file.lines) {
      let place = "'\(file.path)', line \(line): \(entry.title)"
      if let before = seen.updateValue(line, forKey: entry.title) {
        problems.append("\(place) is there since line \(before)")
      } else if !header.laws.contains(entry.name) || !header.formats.contains(entry.format.rawValue)
      {
        problems.append("\(place) was not asked for")
      } else if !header.shard.owns(entry.name, in: entry.format) {
        problems.append("\(place) does not belong to shard \(header.shard)")
      }
    }
    return problems + lacking(file, Set(seen.keys))
  }

  private static func lacking(_ file: ReportFile, _ seen: Set<String>) -> [String] {
    let header = file.run.header
    let formats = header.formats.compactMap(Format.init)
    let titles = header.laws.flatMap { law in
      formats.filter { header.shard.owns(law, in: $0) }.map { "\(law) in \($0.rawValue)" }
    }
    let missing = titles.filter { !seen.contains($0) }
    guard let first = missing.first else { return [] }
    let more = missing.count > 1 ? " and \(missing.count - 1) more are" : " is"
    return ["'\(file.path)': \(first)\(more) missing"]
  }

  private static func merged(_ first: ReportFile, _ files: [ReportFile]) -> ReportedRun {
    var header = first.run.header
    header.shard = .whole
    let laws = Dictionary(
      header.laws.enumerated().map { ($1, $0) }
    ) { first, _ in first }
    let formats = header.formats
    func place(_ entry: ReportEntry) -> (Int, Int) {
      (laws[entry.name] ?? .max, formats.firstIndex(of: entry.format.rawValue) ?? .max)
    }
    let ordered = files.sorted { $0.run.header.shard.index < $1.run.header.shard.index }
    var run = ReportedRun(header)
    run.entries = ordered.flatMap(\.run.entries).sorted { place($0) < place($1) }
    run.notes = ordered.flatMap(\.run.notes)
    run.end = .complete
    return run
  }
}

/// Reports that are no whole, with the reasons.
public struct MergeError: Error, Sendable, Equatable {
  /// What is missing, doubled or contradictory, a sentence each.
  public let problems: [String]
}

extension String {
  /// The part of a text in which it differs from another, cut short.
  fileprivate func excerpt(beside other: String) -> String {
    guard count > 60 else { return "'\(self)'" }
    let same = zip(self, other).prefix { $0 == $1 }.count
    let start = index(startIndex, offsetBy: max(0, same - 10))
    return "'…\(self[start...].prefix(50))…'"
  }
}
