import Arithmetic

/// What the check of a property found, with the values behind it.
public struct PropertyReport<Value>: Sendable, CustomStringConvertible {
  /// What is to be concluded.
  public enum Conclusion: Sendable, Equatable {
    /// No case fails.
    case holds
    /// A case fails, always when it is evaluated.
    case fails
    /// A case failed once and then did not.
    case isNotDeterministic
    /// No case was evaluated: every one was discarded.
    case wasNeverEvaluated
    /// So many cases were discarded that the run ended before its number.
    case gaveUp
    /// No case fails, but labels are met less often than required.
    case lacksCoverage
  }

  /// The property.
  public let property: Property<Value>
  /// The numbers of the run.
  public let outcome: PropertyOutcome
  /// How it was checked.
  public let settings: PropertySettings

  private let known: [Regressions.Case]

  init(
    _ property: Property<Value>, _ settings: PropertySettings, _ outcome: PropertyOutcome,
    _ known: [Regressions.Case]
  ) {
    self.property = property
    self.settings = settings
    self.outcome = outcome
    self.known = known
  }

  /// What is to be concluded.
  public var conclusion: Conclusion {
    if let falsification = outcome.falsification {
      return falsification.isReproducible ? .fails : .isNotDeterministic
    }
    if outcome.cases == 0, settings.cases > 0 { return .wasNeverEvaluated }
    if outcome.gaveUp { return .gaveUp }
    return outcome.coverage.contains(where: \.isMissed) ? .lacksCoverage : .holds
  }

  /// The simplest value that fails, or nil.
  public var simplest: Value? {
    outcome.falsification.flatMap { property.value(of: $0.simplest) }
  }

  /// The value with the largest error, or nil where no error was seen.
  public var worst: Value? { outcome.worstChoices.flatMap(property.value) }

  /// The token that replays the simplest failure, or nil.
  public var token: ReplayToken? {
    outcome.falsification.map { ReplayToken(label: property.label, choices: $0.simplest) }
  }

  /// The simplest failure and the worst one as lines of a file of regressions.
  public var regressions: [String] {
    guard let falsification = outcome.falsification else { return [] }
    var lines = [property.regression(of: falsification.simplest)]
    if falsification.worstRatio > falsification.ratio {
      lines.append(property.regression(of: falsification.worst))
    }
    return lines
  }

  /// The report in words: one line, and more for what there is to say.
  public var description: String {
    ([headline] + details.map { "  \($0)" }).joined(separator: "\n")
  }

  private var headline: String {
    switch conclusion {
    case .holds: "\(property.name) holds: \(extent)"
    case .fails: "\(property.name) does not hold: \(extent)"
    case .isNotDeterministic:
      "\(property.name) is not deterministic: a case failed once and then did not"
    case .wasNeverEvaluated:
      "\(property.name) was never evaluated: all \(outcome.discarded) cases drawn were discarded"
    case .gaveUp:
      "\(property.name) was given up after \(outcome.cases) of \(settings.cases) cases: "
        + "\(outcome.discarded) were discarded"
    case .lacksCoverage: "\(property.name) holds, but not for all that it should: \(extent)"
    }
  }

  private var extent: String {
    var extent = "\(outcome.cases) cases"
    if let size = outcome.domainSize { extent = "\(outcome.cases) of \(size) cases" }
    if outcome.discarded > 0 { extent += ", \(outcome.discarded) discarded" }
    if outcome.vacuous > 0 { extent += ", \(outcome.vacuous) vacuous" }
    return extent
  }

  private var details: [String] { witnesses + labels + idleRegressions }

  private var witnesses: [String] {
    guard let falsification = outcome.falsification else {
      guard outcome.worstRatio > 0, let worst else { return [] }
      return ["worst     \(worst)\(ratio(outcome.worstRatio))"]
    }
    var lines: [String] = []
    if let simplest { lines.append("simplest  \(simplest)\(ratio(falsification.ratio))") }
    if falsification.worstRatio > falsification.ratio, let worst {
      lines.append("worst     \(worst)\(ratio(falsification.worstRatio))")
    }
    let stopped = falsification.budgetExhausted ? ", stopped by the budget" : ""
    lines.append("shrinking \(falsification.evaluations) evaluations\(stopped)")
    if let token { lines.append("replay    \(token.text)") }
    return lines + regressions.map { "case      \($0)" }
  }

  /// How far beyond the bound a value is, where the property says so.
  private func ratio(_ ratio: Double) -> String {
    ratio.isFinite ? ": \(Ball(ratio).decimalText(digits: 3)) × the bound" : ""
  }

  private var labels: [String] {
    let shares = outcome.labels.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      "label     \($0.key): \($0.value) of \(outcome.cases) cases"
    }
    let missed = outcome.coverage.filter(\.isMissed).map { finding in
      "missed    \(finding.coverage.label): \(finding.labelled) of \(finding.cases) random cases, "
        + "where a share of \(finding.coverage.share) is required"
    }
    return shares + missed
  }

  private var idleRegressions: [String] {
    zip(known, outcome.regressions).compactMap { known, outcome in
      let place = "\(settings.regressions?.path ?? ""):\(known.line)"
      return switch outcome {
      case .fails: nil
      case .holds: "\(place) does not fail any more"
      case .doesNotFit: "\(place) makes no case any more"
      }
    }
  }
}
