import Randomness

/// A run of a property: its cases, its seed, and how long to look for simpler ones.
public struct PropertyRun: Sendable {
  /// The number of discarded cases allowed for each case asked for.
  public static let discardsPerCase = 20

  private let seeds: CaseSeeds
  private let cases: Int
  private let shrinkBudget: Int

  /// Creates a run.
  ///
  /// - Parameters:
  ///   - seed: The seed of the run.
  ///   - property: The name of the property; other names get other cases.
  ///   - cases: The number of cases to evaluate.
  ///   - shrinkBudget: The number of evaluations that may be spent on a failure.
  public init(seed: UInt64, property: String, cases: Int, shrinkBudget: Int = 2_000) {
    precondition(cases >= 0 && shrinkBudget >= 0, "a number of evaluations is not negative")
    seeds = CaseSeeds(seed: seed, property: property)
    self.cases = cases
    self.shrinkBudget = shrinkBudget
  }

  /// Returns the choices of one case alone.
  public func source(index: Int) -> ChoiceSource { ChoiceSource(seed: seeds[index]) }

  /// Runs the cases in order until one fails, and makes that one simple.
  ///
  /// Cases that are discarded, by the verdict or by a thrown `Discard`, are replaced by
  /// further ones, up to `discardsPerCase` times the number of cases.
  ///
  /// - Throws: What the property throws for a case drawn, except `Discard`. While a
  ///   failure is shrunk an error only means that this candidate is no simpler failure.
  public func run(
    _ property: (inout ChoiceSource) throws -> Trial
  ) throws -> PropertyOutcome {
    var outcome = PropertyOutcome()
    var worst = WorstCase()
    var source = source(index: 0)
    var index = 0
    while outcome.cases < cases, outcome.discarded <= cases * Self.discardsPerCase {
      source.restart(seed: seeds[index])
      let trial = try evaluate(property, &source)
      outcome.count(trial)
      worst.observe(trial, source.choices)
      if case .fails(let ratio) = trial {
        outcome.falsification = simplified(source.choices, ratio, index, property, &worst)
        break
      }
      index += 1
    }
    outcome.worstRatio = worst.ratio
    outcome.worstChoices = worst.choices
    return outcome
  }

  /// Shrinks a failing case, and keeps track of the worst one meanwhile.
  private func simplified(
    _ original: [UInt64], _ ratio: Double, _ index: Int,
    _ property: (inout ChoiceSource) throws -> Trial, _ worst: inout WorstCase
  ) -> Falsification {
    withoutActuallyEscaping(property) { property in
      var shrinker = Shrinker(original, ratio, worst: worst, budget: shrinkBudget, property)
      let isReproducible = shrinker.shrink()
      worst = shrinker.worst
      return Falsification(
        index: index, original: original, simplest: shrinker.best, ratio: shrinker.bestRatio,
        worst: worst.choices ?? original, worstRatio: worst.ratio,
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

extension PropertyOutcome {
  fileprivate mutating func count(_ trial: Trial) {
    switch trial {
    case .discarded:
      discarded += 1
    case .vacuous:
      vacuous += 1
      cases += 1
    case .holds, .fails:
      cases += 1
    }
  }
}
