public import PropertyEngine
public import Testing

/// Expects that a condition holds for all values of a generator.
///
///     @Test func `sorting sorts`() {
///       forAll("sorted() is sorted", Generator<Int>.integer.list()) { list in
///         isSorted(list.sorted())
///       }
///     }
///
/// A property that fails is recorded as one issue at the caller's line, with the simplest
/// value, the worst one and a token, and its case is attached. So is one that was never
/// evaluated, that lacks coverage, or whose outcome changes. The environment has the last word:
/// `SOFTMAX_LAWS_CASES`, `SOFTMAX_LAWS_SEED` and `SOFTMAX_LAWS_REPLAY`, which is a token.
///
/// - Parameters:
///   - name: The statement; cases depend on it.
///   - generator: The values.
///   - labels: Names for some of the values, and how often they are to be met.
///   - settings: The number of cases, the seed, and cases that failed before.
///   - sourceLocation: Where an issue is recorded.
///   - holds: The condition.
public func forAll<Value>(
  _ name: String, _ generator: Generator<Value>, labels: [Label<Value>] = [],
  settings: PropertySettings = PropertySettings(),
  sourceLocation: SourceLocation = #_sourceLocation,
  _ holds: @escaping @Sendable (Value) throws -> Bool
) {
  expect(
    Property(name, forAll: generator, labels: labels, holds: holds), settings: settings,
    sourceLocation: sourceLocation)
}

/// Expects that a property holds.
public func expect<Value>(
  _ property: Property<Value>, settings: PropertySettings = PropertySettings(),
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let knobs = EnvironmentKnobs.orIssue(at: sourceLocation) else { return }
  if let token = knobs.replay, token.label == property.label {
    replay(token, of: property, sourceLocation)
    return
  }
  var settings = settings
  settings.cases = knobs.cases ?? settings.cases
  settings.seed = knobs.seed ?? settings.seed
  let report = property.check(settings)
  guard report.conclusion != .holds else { return }
  if !report.regressions.isEmpty {
    let lines = ["# \(property.name)"] + report.regressions
    Attachment.record(
      lines.joined(separator: "\n") + "\n", named: "\(property.label).regressions.txt",
      sourceLocation: sourceLocation)
  }
  Issue.record("\(report)", sourceLocation: sourceLocation)
}

private func replay<Value>(
  _ token: ReplayToken, of property: Property<Value>, _ sourceLocation: SourceLocation
) {
  guard let value = property.value(of: token.choices) else {
    Issue.record("\(token.text) makes no case of it any more", sourceLocation: sourceLocation)
    return
  }
  guard case .fails = property.replay(token.choices) else { return }
  Issue.record("\(property.name) does not hold for \(value)", sourceLocation: sourceLocation)
}
