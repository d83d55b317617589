import Foundation
import PropertyEngine
import Randomness

/// The property engine beside a bare loop with the same generator, in one run.
///
/// The property: softmax of 1 to 16 numbers in `[-20, 20]` sums to one, and does not change
/// by more than `10^-12` when a shift in `[-10, 10]` is added.
enum EngineThroughput {
  private static let cases = 200_000

  /// Prints cases a second of CPU time, the fastest of seven interleaved rounds.
  static func run() {
    var best: [String: Double] = [:]
    let programs = [
      ("bare loop", bareLoop), ("engine, closure", closure), ("engine, generator", generator),
    ]
    for _ in 0..<7 {
      for (name, program) in programs {
        let seconds = CPUTime.seconds(ofAll: 1, program)
        best[name] = min(best[name] ?? .infinity, seconds)
      }
    }
    let bare = best["bare loop"] ?? .infinity
    print("softmax of 1 to 16 doubles   cases/s  ratio")
    for (name, _) in programs {
      let seconds = best[name] ?? .infinity
      let rate = String(format: "%11.0f  %5.2f", Double(cases) / seconds, seconds / bare)
      print(name.padding(toLength: 25, withPad: " ", startingAt: 0) + rate)
    }
  }

  /// The CPU time of the bare loop and of the engine with a generator, the fastest of five interleaved rounds.
  static func seconds() -> (bare: Double, engine: Double) {
    var best = (bare: Double.infinity, engine: Double.infinity)
    for _ in 0..<5 {
      best.bare = min(best.bare, CPUTime.seconds(ofAll: 1, bareLoop))
      best.engine = min(best.engine, CPUTime.seconds(ofAll: 1, generator))
    }
    return best
  }

  private static func bareLoop() {
    var random = Xoshiro256StarStar(seed: 1)
    var failures = 0
    for _ in 0..<cases {
      let count = random.integer(in: 1...16)
      var x: [Double] = []
      x.reserveCapacity(count)
      for _ in 0..<count { x.append(random.real(from: -20, to: 20)) }
      if !holds(x, random.real(from: -10, to: 10)) { failures += 1 }
    }
    precondition(failures == 0, "the property holds")
  }

  private static func closure() {
    let run = PropertyRun(seed: 1, property: "throughput", cases: cases)
    let outcome = try? run.run { source in
      let count = source.integer(in: 1...16)
      var x: [Double] = []
      x.reserveCapacity(count)
      for _ in 0..<count { x.append(try source.real(in: -20...20)) }
      return Trial(holds: holds(x, try source.real(in: -10...10)))
    }
    precondition(outcome?.falsification == nil && outcome?.cases == cases, "the property holds")
  }

  private static func generator() {
    let numbers = Generator.integer(in: 1...16).flatMap { count in
      Generator.real(in: -20...20).vector(count: count)
    }
    let property = Property(
      "throughput", forAll: numbers.paired(with: .real(in: -10...10)), holds: holds)
    let report = property.check(PropertySettings(cases: cases))
    precondition(report.conclusion == .holds, "the property holds")
  }

  private static func holds(_ x: [Double], _ shift: Double) -> Bool {
    let p = softmax(x)
    let q = softmax(x.map { $0 + shift })
    var sum = 0.0
    var difference = 0.0
    for index in p.indices {
      sum += p[index]
      difference = max(difference, abs(p[index] - q[index]))
    }
    return abs(sum - 1) <= 1e-12 && difference <= 1e-12
  }

  private static func softmax(_ x: [Double]) -> [Double] {
    var top = -Double.infinity
    for number in x { top = max(top, number) }
    var powers = x
    var sum = 0.0
    for index in powers.indices {
      powers[index] = exp(powers[index] - top)
      sum += powers[index]
    }
    for index in powers.indices { powers[index] /= sum }
    return powers
  }
}
