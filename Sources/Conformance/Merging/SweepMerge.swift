import Arithmetic
import SoftmaxFamily
import StrictJSON

/// The reports of all shards of a sweep, as one: counts add, the worst of the worst cases counts.
///
/// A shard tries every so many blocks of the inputs, so that each result of each report has to be about
/// as many inputs as its shard owns, and to have tried them all; then the shards cover every input once.
/// A sample in binary64 is not divided: each shard has all of it.
struct SweepMerge {
  private let files: [ReportFile]

  /// Takes the reports of all shards.
  init(_ files: [ReportFile]) {
    self.files = files.sorted { $0.run.header.shard.index < $1.run.header.shard.index }
  }

  /// What is missing or contradictory, a sentence each.
  var problems: [String] {
    let titles = files.first?.run.entries.map(\.title) ?? []
    return files.flatMap { file in
      guard file.run.isComplete else {
        return ["'\(file.path)' has no summary: \(file.run.incompleteness ?? "")"]
      }
      guard file.run.entries.map(\.title) == titles else {
        return ["'\(file.path)' has other results than '\(files[0].path)'"]
      }
      return zip(file.run.entries, file.lines).compactMap { entry, line in
        gap(in: entry, of: file.run.header.shard).map {
          "'\(file.path)', line \(line): \(entry.title) \($0)"
        }
      }
    }
  }

  /// The merged results, in the order of the reports.
  var entries: [ReportEntry] {
    (files.first?.run.entries ?? []).indices.map { place in
      merged(files.map { $0.run.entries[place] })
    }
  }

  private func gap(in entry: ReportEntry, of shard: Shard) -> String? {
    guard entry.kind == .sweep, let inputs = SweptInputs(entry) else { return "is no sweep" }
    guard entry.format != .binary64, !entry.endedEarly else { return nil }
    let owned = inputs.count(in: shard)
    guard entry.count("of") == owned else {
      return "is about \(entry.count("of")) inputs, where the shard has \(owned)"
    }
    return entry.cases == owned ? nil : "has tried \(entry.cases) of \(owned) inputs"
  }

  private func merged(_ parts: [ReportEntry]) -> ReportEntry {
    var whole = parts[0]
    whole.seconds = parts.reduce(0) { $0 + ($1.seconds ?? 0) }
    if parts.contains(where: { $0.seconds == nil }) { whole.seconds = nil }
    guard let inputs = SweptInputs(whole), whole.format != .binary64 else { return whole }
    if let ended = parts.first(where: \.endedEarly) { return ended }
    whole.cases = parts.reduce(0) { $0 + $1.cases }
    whole.vacuous = parts.reduce(0) { $0 + $1.vacuous }
    for key in ReportEntry.counts {
      whole.others[key] = JSON(parts.reduce(0) { $0 + $1.count(key) })
    }
    whole.others["ulpsOff"] = histogram(parts)
    whole.domainSize = whole.count("of")
    whole.isOfSuite = parts.contains(where: \.isOfSuite)
    whole.message = parts.first { !$0.message.isEmpty }?.message ?? ""
    note(parts, inputs, &whole)
    whole.verdict =
      whole.count("failures") + whole.count("disorderFailures") > 0
      ? .fails : whole.vacuous + whole.count("special") == whole.cases ? .vacuous : .holds
    whole.found = whole.verdict
    return whole
  }

  /// The extreme inputs of all parts.
  private func note(_ parts: [ReportEntry], _ inputs: SweptInputs, _ whole: inout ReportEntry) {
    let worst = inputs.greatest(parts, bits: \.worstBits) { $0.worst }
    whole.worst = worst?.worst ?? 0
    whole.witness = inputs.greatest(parts, bits: { $0.witness?.bits }) { _ in 0 }?.witness
    whole.worstWitness = whole.witness == nil ? nil : worst?.worstWitness
    whole.others["worstInput"] =
      whole.witness == nil ? worst?.worstBits.map { JSON($0) } : nil
    let off = inputs.greatest(parts, bits: { $0.others["worstUlpsInput"]?.text }) {
      $0.others["worstUlps"]?.number ?? 0
    }
    whole.others["worstUlps"] = off?.others["worstUlps"]
    whole.others["worstUlpsInput"] = off?.others["worstUlpsInput"]
  }

  private func histogram(_ parts: [ReportEntry]) -> JSON {
    var counts: [String: Int] = [:]
    for part in parts {
      for (least, count) in part.others["ulpsOff"]?.object ?? [:] {
        counts[least, default: 0] += count.count ?? 0
      }
    }
    return JSON(counts.mapValues { Optional(JSON($0)) })
  }
}

/// The inputs that the result of a sweep is about.
private struct SweptInputs {
  private let inputs: SweepInputs?
  private let isOfPairs: Bool

  /// Finds the inputs; `nil` for a function that cannot be swept.
  init?(_ entry: ReportEntry) {
    isOfPairs = PairSweep.operations.contains { $0.rawValue == entry.name }
    guard isOfPairs || ElementwiseFunction(rawValue: entry.name) != nil else { return nil }
    inputs = entry.format == .binary64 ? nil : SweepInputs(entry.format)
  }

  /// The number of inputs in a shard.
  func count(in shard: Shard) -> Int {
    if isOfPairs { return shard.places(among: PairInputs.blocks).count * PairInputs.blockSize }
    guard let inputs else { return 0 }
    return shard.places(among: inputs.blocks).count * inputs.blockSize
  }

  /// The entry with the greatest size, and of equals the one whose input has the smallest magnitude.
  func greatest(
    _ entries: [ReportEntry], bits: (ReportEntry) -> String?, _ size: (ReportEntry) -> Double
  ) -> ReportEntry? {
    var greatest: (entry: ReportEntry, size: Double, order: UInt64)?
    for entry in entries {
      guard let text = bits(entry), let bits = UInt64(text, radix: 16) else { continue }
      let (size, order) = (
        size(entry), isOfPairs ? PairInputs.order(bits) : inputs?.order(bits) ?? bits
      )
      if let known = greatest, (known.size, order) >= (size, known.order) { continue }
      greatest = (entry, size, order)
    }
    return greatest?.entry
  }
}

extension Shard {
  /// The places among so many blocks that belong to the shard: every so many.
  func places(among blocks: Int) -> [Int] { Array(stride(from: index - 1, to: blocks, by: count)) }
}

extension ReportEntry {
  /// The counts of a sweep beside those that every result has.
  fileprivate static let counts = [
    "of", "failures", "misrounded", "special", "notNumbers", "disorders", "disorderFailures",
    "escalations",
  ]

  fileprivate func count(_ key: String) -> Int { others[key]?.count ?? 0 }

  /// Whether the subject gave no answer at some input, or the function is not offered.
  fileprivate var endedEarly: Bool {
    verdict != .holds && verdict != .fails && verdict != .vacuous
  }

  /// The input with the largest error divided by its bound, in hexadecimal.
  fileprivate var worstBits: String? { worstWitness?.bits ?? others["worstInput"]?.text }
}

extension Witness {
  /// The input of a sweep, in hexadecimal.
  fileprivate var bits: String? { json["bits"]?.text }
}
