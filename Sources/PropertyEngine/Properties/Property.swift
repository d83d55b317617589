/// A statement about all values of a generator.
///
///     let cancels = Property("(a + b) − b = a", forAll: pairs) { a, b in (a + b) - b == a }
///     print(cancels.check())
///
/// The check never throws and never ends for a filter that nothing satisfies: whatever
/// happens is a conclusion of the report.
public struct Property<Value>: Sendable {
  /// The statement; cases depend on it.
  public let name: String

  private let generator: Generator<Value>
  private let coverage: [Coverage]
  /// Draws a value and judges it, made where the type of the values is known.
  private let evaluate: @Sendable (inout ChoiceSource) -> Trial

  @usableFromInline
  init(
    _ name: String, _ generator: Generator<Value>, coverage: [Coverage],
    _ evaluate: @escaping @Sendable (inout ChoiceSource) -> Trial
  ) {
    self.name = name
    self.generator = generator
    self.coverage = coverage
    self.evaluate = evaluate
  }

  /// Creates a property that says how large the error of a value is.
  ///
  /// An error that `judge` throws falsifies the property; a `Discard` says that the value is
  /// outside its domain.
  @inlinable
  public init(
    _ name: String, forAll generator: Generator<Value>, labels: [Label<Value>] = [],
    judgedBy judge: @escaping @Sendable (Value) throws -> Trial
  ) {
    self.init(name, generator, coverage: labels.compactMap(\.coverage)) { source in
      guard let value = try? generator.draw(from: &source) else { return .discarded }
      for label in labels { source.label(label.name, if: label.isOn(value)) }
      do {
        return try judge(value)
      } catch is Discard {
        return .discarded
      } catch {
        return .fails(ratio: .infinity)
      }
    }
  }

  /// Creates a property that holds for a value or does not.
  @inlinable
  public init(
    _ name: String, forAll generator: Generator<Value>, labels: [Label<Value>] = [],
    holds: @escaping @Sendable (Value) throws -> Bool
  ) {
    self.init(name, forAll: generator, labels: labels) { value throws -> Trial in
      Trial(holds: try holds(value))
    }
  }

  /// The name with the characters of a replay token alone.
  public var label: String {
    var label = ""
    for character in name.lowercased() {
      let isPlain = character.isASCII && (character.isLetter || character.isNumber)
      if isPlain { label.append(character) } else if label.last != "-" { label.append("-") }
    }
    return label.isEmpty ? "-" : label
  }

  /// Checks the property.
  public func check(_ settings: PropertySettings = PropertySettings()) -> PropertyReport<Value> {
    let known = settings.regressions?.cases(of: label) ?? []
    let run = PropertyRun(
      seed: settings.seed, property: name, cases: settings.cases,
      shrinkBudget: settings.shrinkBudget, climb: settings.climb,
      coverage: coverage, regressions: known.map(\.values))
    // Nothing is thrown: what a value makes `judge` throw is a verdict.
    let outcome = (try? run.run(drawing: draw, evaluate)) ?? PropertyOutcome()
    return PropertyReport(self, settings, outcome, known)
  }

  /// Evaluates one case alone, from its choices.
  public func replay(_ choices: [UInt64]) -> Trial {
    var source = ChoiceSource(replaying: choices)
    return evaluate(&source)
  }

  /// The value that choices make, or nil if they make none.
  public func value(of choices: [UInt64]) -> Value? {
    var source = ChoiceSource(replaying: choices)
    return try? generator.draw(from: &source)
  }

  /// The line of a file of regressions for a case.
  func regression(of choices: [UInt64]) -> String {
    let values = DrawnValue.values(of: choices, drawing: draw)
    return Regressions.Case(label: label, values: values, line: 0).text
  }

  private func draw(_ source: inout ChoiceSource) throws(Discard) {
    _ = try generator.draw(from: &source)
  }
}
