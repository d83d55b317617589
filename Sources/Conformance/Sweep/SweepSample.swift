import Arithmetic
import Randomness
public import SoftmaxFamily

/// Tries a sample of a function's inputs in binary64, of which nobody can try all.
///
/// Three parts: every binade of both signs in equal shares; the neighbours of all numbers where an implementation may
/// change its form, a result saturates, underflows or overflows, or a binade ends; and a search that climbs from
/// the worst cases found to worse ones. Each input is judged by the certified reference.
public struct SweepSample: Sendable {
  private let function: ElementwiseFunction
  private let implementation: Implementation
  private let seed: UInt64
  private let count: Int

  /// The number of worst cases that the search starts from, and of its rounds.
  private static let (climbers, rounds) = (16, 24)

  /// Creates the sample of some number of inputs for each binade, at least one.
  public init(
    _ function: ElementwiseFunction, of implementation: Implementation, seed: UInt64, count: Int
  ) {
    self.function = function
    self.implementation = implementation
    self.seed = seed
    self.count = max(1, count / 100)
  }

  /// Tries the sample.
  public func result(shouldStop: () -> Bool, seconds: () -> Double) -> SweepResult {
    var trial = Trial(function, implementation.claims)
    var failure: CallFailure?
    var isComplete = false
    do throws(CallFailure) {
      isComplete = try run(&trial, shouldStop)
    } catch {
      failure = error
    }
    return SweepResult(
      function, in: .binary64, claiming: implementation.claims, tally: trial.tally,
      total: trial.tally.inputs, isExhaustive: false, isComplete: isComplete, failure: failure,
      seconds: seconds())
  }

  private func run(
    _ trial: inout Trial, _ shouldStop: () -> Bool
  ) throws(CallFailure) -> Bool {
    let fixed = boundaries() + strata()
    for start in stride(from: 0, to: fixed.count, by: 1024) {
      if shouldStop() { return false }
      try ask(Array(fixed[start..<min(start + 1024, fixed.count)]), &trial)
    }
    var random = Xoshiro256StarStar(seed: seed ^ 0x5eed)
    for round in 0..<min(Self.rounds, 5 * count) {
      if shouldStop() { return false }
      let starts = trial.extremes(Self.climbers)
      try ask(
        starts.flatMap { around($0, reach: 1 << (2 * (Self.rounds - round)), &random) }, &trial)
    }
    return true
  }

  private func ask(_ inputs: [Double], _ trial: inout Trial) throws(CallFailure) {
    guard !inputs.isEmpty else { return }
    let reply = try implementation.evaluate(function.call(inputs, in: .binary64))
    if let (_, message) = reply.rejected.min(by: { $0.key < $1.key }) { throw .rejected(message) }
    for (x, answer) in zip(inputs, reply.values) { trial.judge(x, answer) }
  }

  /// Some numbers of every binade, or of every eighth in the smallest sample, and of the subnormal numbers; of the unit interval for a logit.
  private func strata() -> [Double] {
    var random = Xoshiro256StarStar(seed: seed)
    var numbers: [Double] = []
    for exponent in stride(from: 0 as UInt64, to: 2047, by: count == 1 ? 8 : 1) {
      for index in 0..<2 * count {
        let sign: UInt64 = index.isMultiple(of: 2) ? 0 : 1 << 63
        numbers.append(Double(bitPattern: sign | exponent << 52 | random.next() >> 12))
      }
    }
    guard function == .logit else { return numbers }
    return numbers.filter { $0 > 0 && $0 < 1 }
      + (0..<4000).map { _ in Double(random.next() >> 11) * 0x1p-53 }
  }

  /// Special numbers, and the neighbours of the numbers where something changes.
  private func boundaries() -> [Double] {
    let special = [0, -0.0, .infinity, -.infinity, .nan]
    let thresholds = [
      1, 0.5, 2, 0x1.62e42fefa39efp-1, 36.7368005696771, 37.42994775023705, 709.782712893384,
      708.3964185322641, 745.1332191019412, 744.4400719213812, 0x1p-53, 0x1p-54, 0x1p-26,
      .greatestFiniteMagnitude, .leastNormalMagnitude, .leastNonzeroMagnitude, 20, 16, 18, 88, 104,
    ]
    let powers = (-60...10).map { powerOfTwo($0) }
    let centers = (thresholds + powers).flatMap { [$0, -$0, 1 - $0] }
    return special + centers.flatMap { neighbours(of: $0, reach: min(32, 6 * count - 4)) }
  }

  private func neighbours(of center: Double, reach: Int) -> [Double] {
    (-reach...reach).compactMap { step in
      guard center != 0 || step == 0 else { return nil }
      let x = Double(
        bitPattern: UInt64(bitPattern: Int64(bitPattern: center.bitPattern) &+ Int64(step)))
      return x.isFinite ? x : nil
    }
  }

  /// The neighbours of a number, near ones and some as far as a reach.
  private func around(
    _ x: Double, reach: Int, _ random: inout Xoshiro256StarStar
  ) -> [Double] {
    guard x != 0, x.isFinite else { return [] }
    return (0..<16).compactMap { index in
      let step = index < 4 ? index - 2 : Int(random.next() % UInt64(2 * reach + 1)) - reach
      let moved = Double(
        bitPattern: UInt64(bitPattern: Int64(bitPattern: x.bitPattern) &+ Int64(step)))
      return moved.isFinite && moved != 0 && moved.sign == x.sign ? moved : nil
    }
  }

  /// The tally of a sample, without what was tried before.
  private struct Trial {
    private let judge: SweepJudge
    private let special: SpecialAnswers
    private var tried: Set<UInt64> = []
    private var ratios: [(ratio: Double, x: Double)] = []
    var tally = SweepTally()

    init(_ function: ElementwiseFunction, _ claims: Claims) {
      judge = SweepJudge(function, in: .binary64, claiming: claims)
      special = SpecialAnswers(function: function, contract: judge.contract)
    }

    mutating func judge(_ x: Double, _ answer: Double) {
      guard tried.insert(x.bitPattern).inserted else { return }
      let magnitude = x.bitPattern & (1 << 63 - 1)
      func extreme(_ size: Double) -> SweepTally.Extreme {
        SweepTally.Extreme(
          bits: x.bitPattern, answer: answer, size: size,
          order: magnitude << 1 | x.bitPattern >> 63)
      }
      if let allowed = special.allowed(at: x) {
        tally.inputs += 1
        tally.special += 1
        if !special.allows(answer, among: allowed) {
          tally.failures += 1
          tally.note(simplest: extreme(.infinity))
          tally.note(worst: extreme(.infinity))
        }
        return
      }
      let judgement = judge.judgement(at: x, of: answer)
      tally.count(judgement, answer, in: .binary64, extreme)
      if !judgement.isVacuous { ratios.append((judgement.ratio, x)) }
    }

    /// The numbers with the largest ratios.
    func extremes(_ count: Int) -> [Double] {
      ratios.sorted { ($0.ratio, $1.x.bitPattern) > ($1.ratio, $0.x.bitPattern) }
        .prefix(count).map(\.x)
    }
  }
}
