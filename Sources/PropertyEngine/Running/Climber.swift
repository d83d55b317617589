import Arithmetic
import Randomness

/// Climbs from a case towards a larger ratio of error to bound, by changing a choice or a few.
///
/// A candidate that is as bad is taken as well, so that a climb crosses plateaus. What is
/// tried depends on the seed alone.
struct Climber {
  /// The number of candidates judged so far.
  private(set) var evaluations = 0

  private var choices: [UInt64]
  private var kinds: [ChoiceKind] = []
  private var ratio: Double
  private var random: Xoshiro256StarStar

  init(from choices: [UInt64], ratio: Double, seed: UInt64) {
    self.choices = choices
    self.ratio = ratio
    random = Xoshiro256StarStar(seed: seed)
  }

  /// The next candidate; the first is the start itself, of which the kinds are learnt.
  mutating func candidate() -> [UInt64] {
    guard !kinds.isEmpty else { return choices }
    var candidate = choices
    for _ in 0...random.index(below: 3) {
      let position = random.index(below: candidate.count)
      candidate[position] = changed(candidate[position], kinds[position])
    }
    return candidate
  }

  /// Takes a candidate's verdict into account.
  ///
  /// - Returns: Whether the climb goes on from there.
  mutating func take(_ trial: Trial, _ source: ChoiceSource) -> Bool {
    evaluations += 1
    let isFirst = kinds.isEmpty
    guard case .holds(let found) = trial, isFirst || found >= ratio else { return false }
    ratio = max(ratio, found)
    choices = source.choices
    kinds = source.trace.kinds
    return true
  }

  private mutating func changed(_ choice: UInt64, _ kind: ChoiceKind) -> UInt64 {
    switch kind {
    case .more: return choice
    case .index(let last): return last == .max ? random.next() : random.index(below: last + 1)
    case .integer(let range):
      let integer = IntegerOrder.integer(at: choice, in: range)
      let (near, overflow) = integer.addingReportingOverflow(random.integer(in: -3...3))
      let isNear = !overflow && range.contains(near) && !random.oneIn(3)
      return IntegerOrder.place(of: isNear ? near : random.integer(in: range), in: range)
    case .real:
      return SimplicityOrder.place(of: changed(SimplicityOrder.number(at: choice)))
    }
  }

  /// A number near another, or of its size, or of the size of another choice.
  private mutating func changed(_ number: Double) -> Double {
    guard number.isFinite else { return number }
    let places = powerOfTwo(-random.index(below: 54))
    switch random.index(below: 6) {
    case 0: return number + Double(random.integer(in: -4...4)) * number.ulp
    case 1: return number * (1 + (random.oneIn(2) ? places : -places))
    case 2: return number + (random.oneIn(2) ? places : -places)
    case 3: return number + Double(random.integer(in: -4...4))
    case 4: return number * random.real(from: 0, to: 2)
    default:
      let other = random.index(below: choices.count)
      return kinds[other] == .real ? SimplicityOrder.number(at: choices[other]) : -number
    }
  }
}
