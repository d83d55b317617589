import Arithmetic
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws

/// What became of an implementation since a baseline was recorded.
///
/// Three things are compared, each only where a difference must be the implementation's:
///
/// 1. Verdicts, always: one that is worse than recorded is a regression.
/// 2. The answer at the recorded worst input of each law, with the same suite and claims, so that the bound is
///    the same: an error that is larger now is a regression, whatever the seed.
/// 3. The largest error of a law over its cases, with the same seed and number of cases too: the cases are
///    the same then, and so is the search for larger errors that begins from them. With others, a larger error
///    may be a case that nobody had looked at before, and is no news.
///
/// Of an implementation that claims not to be deterministic only verdicts are compared. An error that differs by less than
/// `2^-30` of itself does so by the arithmetic of this suite, as bounds are evaluated no sharper.
public struct BaselineComparison: Sendable {
  private let baseline: Baseline
  private let header: ReportHeader
  private let check: Check
  private let records: [String: Baseline.Record]

  /// Prepares the comparison of a run with a record.
  public init(_ baseline: Baseline, _ header: ReportHeader, _ check: Check) {
    self.baseline = baseline
    self.header = header
    self.check = check
    records = Dictionary(baseline.records.map { ($0.title, $0) }) { first, _ in first }
  }

  /// Whether the bounds at an input are what they were, and answers can be relied on.
  private var hasSameBounds: Bool {
    baseline.suite == header.suite && baseline.claims == header.claims
      && header.claims["deterministic"] != "false"
  }

  private var hasSameCases: Bool {
    hasSameBounds && baseline.seed == header.seed && baseline.cases == header.cases
  }

  /// What keeps the run from being compared in full.
  var reservations: [ReportNote] {
    var reasons: [String] = []
    if baseline.suite != header.suite {
      reasons.append("it was recorded by suite \(baseline.suite): only verdicts are compared")
    } else if baseline.claims != header.claims {
      reasons.append("it was recorded under other claims: only verdicts are compared")
    } else if header.claims["deterministic"] == "false" {
      reasons.append("the implementation is not deterministic: only verdicts are compared")
    } else if !hasSameCases {
      reasons.append(
        "it was recorded with seed \(baseline.seed) and \(baseline.cases) cases: beside verdicts, the"
          + " recorded worst inputs are compared")
    }
    return reasons.map { ReportNote(.baseline, "the baseline", $0) }
  }

  /// What became of all results, regressions first.
  ///
  /// - Parameters:
  ///   - run: The results.
  ///   - hasAllFormats: Whether no format was asked for, so that one without results is not offered.
  /// - Returns: A note for each result that is not as recorded.
  public func notes(on run: ReportedRun, hasAllFormats: Bool) -> [ReportNote] {
    let laws = run.entries.filter { $0.kind == .law }.compactMap(note)
    let notes = laws + notesOnMissing(hasAllFormats: hasAllFormats)
    return reservations + notes.filter(\.isRed) + notes.filter { !$0.isRed }
  }

  /// What became of one law in one format.
  func note(on entry: ReportEntry) -> ReportNote? {
    guard let record = records[entry.title] else {
      return ReportNote(.new, entry.title, "was not recorded, \(entry.found.rawValue) now")
    }
    let (before, now) = (record.verdict, entry.found)
    // What is declared may be so rare that the record has not seen it.
    if now.severity > before.severity, entry.verdict != .known {
      let excess = now == .fails ? ", \(entry.ratio.ratioText) × the bound" : ""
      return ReportNote(
        .worse, entry.title, "was \(before.rawValue), is \(now.rawValue)\(excess)",
        replay: entry.worstCase)
    }
    if now.severity < before.severity {
      return ReportNote(.better, entry.title, "was \(before.rawValue), is \(now.rawValue)")
    }
    return noteOnRatio(entry, record) ?? noteOnRecordedCase(entry, record)
      ?? noteOnImprovement(entry, record)
  }

  /// The larger error over the same cases.
  private func noteOnRatio(_ entry: ReportEntry, _ record: Baseline.Record) -> ReportNote? {
    guard hasSameCases, Self.isGreater(entry.ratio, than: record.ratio) else { return nil }
    let text = Self.change(from: record.ratio, to: entry.ratio)
    return ReportNote(.worse, entry.title, text, replay: entry.worstCase)
  }

  /// The larger error, or worse, at the recorded worst input.
  private func noteOnRecordedCase(_ entry: ReportEntry, _ record: Baseline.Record) -> ReportNote? {
    guard hasSameBounds, let token = record.worst, !entry.found.isOfProgram,
      entry.found != .unsupported, let law = Catalogue.law(named: record.law),
      let choices = (try? ReplayToken(parsing: token))?.choices
    else { return nil }
    let (verdict, found) = check.replay(law, in: record.format, choices: choices)
    if verdict.severity > max(record.verdict.severity, LawResult.Verdict.fails.severity) {
      return ReportNote(
        .worse, entry.title, "\(verdict.rawValue) at the recorded worst input", replay: token)
    }
    guard let found, Self.isGreater(found.ratio, than: record.ratio) else { return nil }
    let text = Self.change(from: record.ratio, to: found.ratio) + " at the recorded worst input"
    return ReportNote(.worse, entry.title, text, replay: token)
  }

  private func noteOnImprovement(_ entry: ReportEntry, _ record: Baseline.Record) -> ReportNote? {
    guard hasSameCases, Self.isGreater(record.ratio, than: entry.ratio) else { return nil }
    return ReportNote(.better, entry.title, Self.change(from: record.ratio, to: entry.ratio))
  }

  private static func isGreater(_ ratio: Double, than other: Double) -> Bool {
    ratio > other * (1 + 0x1p-30)
  }

  private static func change(from before: Double, to now: Double) -> String {
    var texts = (before.ratioText, now.ratioText)
    if texts.0 == texts.1 { texts = ("\(before)", "\(now)") }
    return "was \(texts.0) × the bound, is \(texts.1) × the bound"
  }

  /// What was recorded of laws of the selection and the shard that have no result now.
  func notesOnMissing(hasAllFormats: Bool) -> [ReportNote] {
    let known = Set(Catalogue.laws.map(\.name))
    let formats = Set(header.formats)
    let missing = baseline.records.filter { record in
      formats.contains(record.format.rawValue) && !known.contains(record.law)
        && header.shard.owns(record.law, in: record.format)
    }
    let notes = missing.map { ReportNote(.missing, $0.title, "there is no such law any more") }
    return notes + (hasAllFormats ? lostFormats(formats) : [])
  }

  private func lostFormats(_ formats: Set<String>) -> [ReportNote] {
    let laws = Set(header.laws)
    return Format.allCases.filter { !formats.contains($0.rawValue) }.compactMap { format in
      let lost = baseline.records.filter { record in
        record.format == format && laws.contains(record.law) && record.verdict != .unsupported
          && header.shard.owns(record.law, in: format)
      }
      guard !lost.isEmpty else { return nil }
      let text = "is not offered any more, in which \(lost.count) laws were checked"
      return ReportNote(.worse, format.rawValue, text)
    }
  }
}

extension LawResult.Verdict {
  /// How bad a verdict is beside another.
  fileprivate var severity: Int {
    switch self {
    case .holds: 0
    case .vacuous: 1
    case .unsupported: 2
    case .known, .fails, .stale, .nondeterministic, .error: 3
    case .crashed, .hung, .protocol: 4
    }
  }
}
