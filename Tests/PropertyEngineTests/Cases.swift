import PropertyEngine
import Randomness

/// Returns the first value of a generator, among many cases, that lacks a property.
///
/// Besides drawn cases there are replays of their choices with some changed at random,
/// as a shrinker makes them; these may be discarded, the drawn ones may not.
func firstCounterexample<Value>(
  to generator: Generator<Value>, cases: Int = 3000, where holds: (Value) -> Bool
) throws -> Value? {
  let run = PropertyRun(seed: 7, property: "cases", cases: cases)
  for index in 0..<cases {
    var source = run.source(index: index)
    let value = try generator.draw(from: &source)
    if !holds(value) { return value }
    var replay = ChoiceSource(replaying: damaged(source.choices, seed: UInt64(index)))
    if let value = try? generator.draw(from: &replay), !holds(value) { return value }
  }
  return nil
}

/// Returns the first case of a generator that its own choices do not reproduce.
func firstUnfaithfulReplay<Value>(
  of generator: Generator<Value>, cases: Int = 1000
) throws -> [UInt64]? {
  let run = PropertyRun(seed: 8, property: "replays", cases: cases)
  for index in 0..<cases {
    var source = run.source(index: index)
    _ = try generator.draw(from: &source)
    for choices in [source.choices, damaged(source.choices, seed: UInt64(index))] {
      var first = ChoiceSource(replaying: choices)
      guard let value = try? generator.draw(from: &first) else { continue }
      var second = ChoiceSource(replaying: first.choices)
      let again = try generator.draw(from: &second)
      guard "\(again)" == "\(value)", second.choices == first.choices else { return choices }
    }
  }
  return nil
}

/// The distinct simplest values at which a property fails, over several seeds.
func minima<Value>(
  of generator: Generator<Value>, seeds: Range<UInt64> = 0..<20, budget: Int = 2000,
  failing fails: (Value) -> Bool
) throws -> Set<String> {
  var minima: Set<String> = []
  for seed in seeds {
    let run = PropertyRun(seed: seed, property: "minima", cases: 5000, shrinkBudget: budget)
    let outcome = try run.run { source in
      fails(try generator.draw(from: &source)) ? .fails(ratio: 2) : .holds(ratio: 0)
    }
    guard let falsification = outcome.falsification else { continue }
    var source = ChoiceSource(replaying: falsification.simplest)
    minima.insert("\(try generator.draw(from: &source))")
  }
  return minima
}

private func damaged(_ choices: [UInt64], seed: UInt64) -> [UInt64] {
  var random = Xoshiro256StarStar(seed: seed)
  var result = choices
  for index in result.indices where random.oneIn(3) {
    switch random.index(below: 5) {
    case 0: result[index] = 0
    case 1: result[index] /= 2
    case 2: result[index] = random.next()
    case 3: result[index] = SimplicityOrder.place(of: Double(random.integer(in: -99...99)) / 8)
    default: result[index] = random.index(below: 10)
    }
  }
  if random.oneIn(4) { result.removeLast(random.index(below: result.count + 1)) }
  return result
}
