import Randomness

/// A run of a property: its cases, its seed, and how long to look for simpler ones.
///
/// In this order: the cases that failed before; all cases, if there are no more of them than
/// are asked for; or else the screening and random ones; and then, if none fails, a climb
/// from the worst of them. The first failure ends the run and is made simple.
public struct PropertyRun: Sendable {
  /// The number of discarded cases allowed for each case asked for.
  public static let discardsPerCase = 20

  let seeds: CaseSeeds
  let cases: Int
  private let shrinkBudget: Int
  private let climb: Int
  private let isScreening: Bool
  private let coverage: [Coverage]
  private let regressions: [[DrawnValue]]

  /// Creates a run.
  ///
  /// - Parameters:
  ///   - seed: The seed of the run.
  ///   - property: The name of the property; other names get other cases.
  ///   - cases: The number of cases to evaluate.
  ///   - shrinkBudget: The number of evaluations that may be spent on a failure.
  ///   - climb: The number of evaluations spent on looking for a larger ratio of error to
  ///     bound, if no case fails.
  ///   - isScreening: Whether the first cases pair special values, lengths and shapes.
  ///   - coverage: The labels that so many of the random cases have to have.
  ///   - regressions: The values of cases that failed before, which are evaluated first.
  public init(
    seed: UInt64, property: String, cases: Int, shrinkBudget: Int = 2_000, climb: Int = 0,
    isScreening: Bool = true, coverage: [Coverage] = [], regressions: [[DrawnValue]] = []
  ) {
    precondition(
      cases >= 0 && shrinkBudget >= 0 && climb >= 0, "a number of evaluations is not negative")
    seeds = CaseSeeds(seed: seed, property: property)
    self.cases = cases
    self.shrinkBudget = shrinkBudget
    self.climb = climb
    self.isScreening = isScreening
    self.coverage = coverage
    self.regressions = regressions
  }

  /// Returns the choices of one case alone.
  public func source(index: Int) -> ChoiceSource {
    var source = ChoiceSource(seed: seeds[index])
    source.restart(seed: seeds[index], screening: screening(index))
    return source
  }

  /// The choices of one case, not recorded.
  private func silentSource(index: Int) -> ChoiceSource {
    var source = ChoiceSource(seed: 0, isSilent: true)
    source.restart(seed: seeds[index], screening: screening(index))
    return source
  }

  private func screening(_ index: Int) -> Screening.Row? {
    isScreening && index < Screening.count ? Screening.row(index) : nil
  }

  /// Runs the cases in order until one fails, and makes that one simple.
  ///
  /// Cases that are discarded, by the verdict or by a thrown `Discard`, are replaced by
  /// further ones, up to `discardsPerCase` times the number of cases.
  ///
  /// If `draw` is given, which draws what the property draws and no more, the run goes
  /// through all cases where there are no more than are asked for.
  ///
  /// If `foresee` is given, it is shown the cases that are likely to come next, a block at a
  /// time, so that what they have in common can be done at once. The outcome is the same.
  ///
  /// - Throws: What the property throws for a case drawn, except `Discard`. While a
  ///   failure is shrunk an error only means that this candidate is no simpler failure.
  public func run(
    drawing draw: ((inout ChoiceSource) throws(Discard) -> Void)? = nil,
    foreseeing foresee: (([ChoiceSource]) -> Void)? = nil,
    _ property: (inout ChoiceSource) throws -> Trial
  ) throws -> PropertyOutcome {
    var state = State(foresight: foresee.map(Foresight.init))
    for (number, values) in regressions.enumerated() where state.failure == nil {
      try replay(values, number, property, &state)
    }
    if state.failure == nil {
      if let draw, let size = numberOfCases(draw) {
        try runAll(size, draw, property, &state)
      } else {
        try runDrawn(property, &state)
      }
    }
    if state.failure == nil, climb > 0 { try runClimb(property, &state) }
    return finished(state, property)
  }

  /// What is known in the midst of a run.
  private struct State {
    var outcome = PropertyOutcome()
    var worst = WorstCase()
    var failure: (choices: [UInt64], ratio: Double, origin: CaseOrigin)?
    /// Whether the failure came again when its choices were recorded.
    var isReproducible = true
    /// Shows the cases that come next to whoever wants to know them.
    var foresight: Foresight?
  }

  private func replay(
    _ values: [DrawnValue], _ number: Int,
    _ property: (inout ChoiceSource) throws -> Trial, _ state: inout State
  ) throws {
    var source = ChoiceSource(replayingValues: values)
    let trial = try evaluate(property, &source)
    guard !source.isMisfit else { return state.outcome.regressions.append(.doesNotFit) }
    state.worst.observe(trial, source.choices)
    if case .fails(let ratio) = trial {
      state.outcome.regressions.append(.fails)
      state.failure = (source.choices, ratio, .regression(number))
    } else {
      state.outcome.regressions.append(trial == .discarded ? .doesNotFit : .holds)
    }
  }

  /// Evaluates the screening and the random cases.
  private func runDrawn(
    _ property: (inout ChoiceSource) throws -> Trial, _ state: inout State
  ) throws {
    var source = ChoiceSource(seed: 0, isSilent: true)
    var index = 0
    while state.outcome.cases < cases, state.outcome.discarded <= cases * Self.discardsPerCase {
      state.foresight?.look(ahead: cases - state.outcome.cases) { count in
        (index..<index + count).map(silentSource)
      }
      let row = screening(index)
      source.restart(seed: seeds[index], screening: row)
      let trial = try evaluate(property, &source)
      let origin: CaseOrigin = row == nil ? .random(index) : .screening(index)
      state.outcome.count(trial, source.labels, isRandom: row == nil)
      if case .fails(let ratio) = trial {
        let recorded = recorded(source, property)
        state.isReproducible = recorded.fails
        state.failure = (recorded.choices, ratio, origin)
        state.worst.observe(trial, recorded.choices)
        return
      }
      state.worst.observe(trial, at: source)
      index += 1
    }
    if state.outcome.cases < cases { state.outcome.gaveUp = true }
    if state.worst.isPending { state.worst.record { recorded($0, property).choices } }
  }

  /// Draws a case again and records its choices.
  private func recorded(
    _ source: ChoiceSource, _ property: (inout ChoiceSource) throws -> Trial
  ) -> (choices: [UInt64], fails: Bool) {
    var again = source.rewound
    let trial = try? evaluate(property, &again)
    if case .fails = trial { return (again.choices, true) }
    return (again.choices, false)
  }

  /// The number of all cases, if there are no more than are asked for.
  private func numberOfCases(_ draw: (inout ChoiceSource) throws(Discard) -> Void) -> Int? {
    var odometer = Odometer()
    for count in 1...max(cases, 1) {
      var source = ChoiceSource(.odometer, isTracing: false)
      source.odometer = odometer
      try? draw(&source)
      odometer = source.odometer
      if odometer.isEndless || count == 1 && odometer.size > Double(cases) { return nil }
      if !odometer.advance() { return count }
    }
    return nil
  }

  /// Evaluates all cases there are.
  private func runAll(
    _ size: Int, _ draw: (inout ChoiceSource) throws(Discard) -> Void,
    _ property: (inout ChoiceSource) throws -> Trial, _ state: inout State
  ) throws {
    state.outcome.domainSize = size
    var odometer = Odometer()
    for index in 0..<size {
      state.foresight?.look(ahead: size - index) { sources(from: odometer, $0, draw) }
      var source = ChoiceSource(.odometer, isTracing: false)
      source.odometer = odometer
      let trial = try evaluate(property, &source)
      state.outcome.count(trial, source.labels, isRandom: true)
      state.worst.observe(trial, source.choices)
      if case .fails(let ratio) = trial {
        state.failure = (source.choices, ratio, .enumeration(index))
        return
      }
      odometer = source.odometer
      guard odometer.advance() else { return }
    }
  }

  /// The sources of the next cases of an enumeration.
  private func sources(
    from odometer: Odometer, _ count: Int, _ draw: (inout ChoiceSource) throws(Discard) -> Void
  ) -> [ChoiceSource] {
    var odometer = odometer
    var sources: [ChoiceSource] = []
    repeat {
      var source = ChoiceSource(.odometer, isTracing: false)
      source.odometer = odometer
      sources.append(source)
      try? draw(&source)
      odometer = source.odometer
    } while sources.count < count && odometer.advance()
    return sources
  }

  private func runClimb(
    _ property: (inout ChoiceSource) throws -> Trial, _ state: inout State
  ) throws {
    guard let start = state.worst.choices, !start.isEmpty, state.worst.ratio > 0 else { return }
    var climber = Climber(from: start, ratio: state.worst.ratio, seed: seeds[-1])
    var foresight = state.foresight?.ofClimb
    while climber.evaluations < climb {
      // What comes next unless a candidate is taken.
      foresight?.look(ahead: climb - climber.evaluations) { count in
        var ahead = climber
        return (0..<count).map { _ in ChoiceSource(.choices(ahead.candidate()), isTracing: true) }
      }
      var source = ChoiceSource(.choices(climber.candidate()), isTracing: true)
      let trial = try evaluate(property, &source)
      state.worst.observe(trial, source.choices)
      if climber.take(trial, source) { foresight?.change() }
      if case .fails(let ratio) = trial {
        state.failure = (source.choices, ratio, .climb)
        break
      }
    }
    state.outcome.climbed = climber.evaluations
  }

  private func finished(
    _ state: State, _ property: (inout ChoiceSource) throws -> Trial
  ) -> PropertyOutcome {
    var state = state
    if let failure = state.failure {
      state.outcome.falsification = simplified(failure, property, &state)
    }
    state.outcome.worstRatio = state.worst.ratio
    state.outcome.worstChoices = state.worst.choices
    state.outcome.coverage = coverage.map { Coverage.Finding($0, in: state.outcome) }
    return state.outcome
  }

  /// Shrinks a failing case, and keeps track of the worst one meanwhile.
  private func simplified(
    _ failure: (choices: [UInt64], ratio: Double, origin: CaseOrigin),
    _ property: (inout ChoiceSource) throws -> Trial, _ state: inout State
  ) -> Falsification {
    withoutActuallyEscaping(property) { property in
      let (original, ratio, origin) = failure
      var shrinker = Shrinker(original, ratio, worst: state.worst, budget: shrinkBudget, property)
      let isReproducible = state.isReproducible && shrinker.shrink()
      state.worst = shrinker.worst
      return Falsification(
        origin: origin, original: original, simplest: shrinker.best, ratio: shrinker.bestRatio,
        worst: state.worst.choices ?? original, worstRatio: state.worst.ratio,
        evaluations: shrinker.evaluations, budgetExhausted: shrinker.isExhausted,
        isReproducible: isReproducible)
    }
  }
}

/// Evaluates a property, with a thrown `Discard` as a verdict.
func evaluate(
  _ property: (inout ChoiceSource) throws -> Trial, _ source: inout ChoiceSource
) throws -> Trial {
  do {
    return try property(&source)
  } catch is Discard {
    return .discarded
  }
}
