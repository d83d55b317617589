/// Looks for the simplest choices for which a property fails.
///
/// Every candidate is replayed, and the list that the replay records is what counts: it
/// becomes the best if the property fails and the list is simpler. So the best only ever
/// decreases in a well-founded order, every loop ends, and what is reported has failed.
/// An error thrown for a candidate means that it is no simpler failure: what is being
/// shrunk is a verdict, and an error is something else to look into.
struct Shrinker {
  /// The simplest failing choices so far.
  private(set) var best: [UInt64]

  /// What those choices decide.
  private(set) var trace = Trace()

  /// The ratio of error to bound there.
  private(set) var bestRatio: Double

  /// The case with the largest ratio, of failing and holding ones.
  private(set) var worst: WorstCase

  /// The number of evaluations so far.
  private(set) var evaluations = 0

  /// Whether a candidate was left untried because the budget was used up.
  private(set) var isExhausted = false

  private let budget: Int
  private let property: (inout ChoiceSource) throws -> Trial
  private var tried: [[UInt64]: Int] = [:]

  /// Creates a shrinker of one failure.
  init(
    _ original: [UInt64], _ ratio: Double, worst: WorstCase, budget: Int,
    _ property: @escaping (inout ChoiceSource) throws -> Trial
  ) {
    best = original
    bestRatio = ratio
    self.worst = worst
    self.budget = budget
    self.property = property
  }

  /// Shrinks until no pass finds anything simpler or the budget is used up.
  ///
  /// Returns false when replaying the original, or in the end the simplest, does not fail.
  mutating func shrink() -> Bool {
    guard budget > 0 else {
      isExhausted = true
      return true
    }
    guard let original = evaluated(best), original.fails else { return false }
    trace = original.trace
    attempt([])
    var previous: [UInt64]
    repeat {
      previous = best
      deleteItems()
      replaceParts()
      joinLists()
      deleteByLength()
      zeroBlocks()
      simplifyRealsTogether()
      lowerEach()
      lowerEqual()
      movePairs()
      reorder()
      if best == previous { trySimplestPairs() }
    } while best != previous && !isExhausted
    return best == original.choices || isExhausted || fails(best)
  }

  /// Tries a candidate; true if it fails and so has become the best.
  @discardableResult
  mutating func attempt(_ candidate: [UInt64]) -> Bool {
    guard isSimpler(candidate, than: best), tried[candidate] == nil else { return false }
    guard let result = evaluated(candidate) else { return false }
    return adopt(result)
  }

  /// Tries a candidate and says how many fewer choices it makes than the best so far.
  ///
  /// Returns nil if there is no budget left to try it.
  mutating func choicesSaved(by candidate: [UInt64]) -> Int? {
    let count = best.count
    if let known = tried[candidate] { return count - known }
    guard let result = evaluated(candidate) else { return nil }
    adopt(result)
    return count - result.choices.count
  }

  @discardableResult
  private mutating func adopt(_ result: Evaluation) -> Bool {
    guard result.fails, isSimpler(result.choices, than: best) else { return false }
    best = result.choices
    bestRatio = result.ratio
    trace = result.trace
    return true
  }

  private struct Evaluation {
    var choices: [UInt64]
    var trace: Trace
    var ratio = 0.0
    var fails = false
  }

  /// Whether the property fails for some choices once more.
  private mutating func fails(_ choices: [UInt64]) -> Bool {
    evaluations += 1
    var source = ChoiceSource(replaying: choices)
    if case .fails = try? evaluate(property, &source) { return true }
    return false
  }

  /// Replays a candidate, unless the budget is used up.
  private mutating func evaluated(_ candidate: [UInt64]) -> Evaluation? {
    guard evaluations < budget else {
      isExhausted = true
      return nil
    }
    evaluations += 1
    var source = ChoiceSource(.choices(candidate), isTracing: true)
    let trial = (try? evaluate(property, &source)) ?? .discarded
    var result = Evaluation(choices: source.choices, trace: source.trace)
    tried[candidate] = result.choices.count
    tried[result.choices] = result.choices.count
    worst.observe(trial, result.choices)
    if case .fails(let ratio) = trial {
      result.fails = true
      result.ratio = ratio
    }
    return result
  }
}
