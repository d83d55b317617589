import Arithmetic
import Conformance
import Foundation
import SoftmaxFamily
import SoftmaxLaws
import SoftmaxReference
import Specimens

/// The program `softmax-laws-benchmarks`: what the suite's own work costs, in CPU time, and certified
/// values for others to verify.
@main
struct Benchmarks {
  private static let usage = """
    softmax-laws-benchmarks                              what the suite's own work costs
    softmax-laws-benchmarks table [--json]               the figures of the README, with the machine
    softmax-laws-benchmarks sweep [SHARDS]               a sweep beside calling the function alone,
                                                         over one of so many shards (64)
    softmax-laws-benchmarks library-sweep SHARDS LIBRARY a sweep of a C library, its numbers raw and
                                                         in text, over one of so many shards
    softmax-laws-benchmarks softmax MODE REPETITIONS     evaluations a second of one row of 16;
                                                         MODE is scalar, vectors, balls or reference
    softmax-laws-benchmarks throughput                   the property engine beside a bare loop
    softmax-laws-benchmarks shrinking                    how long a failure of 64 entries takes
    softmax-laws-benchmarks random-stream [KIND [SEED]]  bytes for a battery of tests; KIND is words
                                                         or cases
    softmax-laws-benchmarks growth                       the time rows of growing length take
    softmax-laws-benchmarks diagnosis                    how often the right fault is named
    softmax-laws-benchmarks sensitivity                  how small an error is noticed
    softmax-laws-benchmarks tolerances [CASES]           what the tolerances of others notice, on usual
                                                         inputs and on so many cases of each law (200)
    softmax-laws-benchmarks kills CASES SEEDS            whether every mutant is falsified, whatever the
                                                         seed: the expected law first
    softmax-laws-benchmarks redundancy CASES             which laws are never falsified without another
                                                         on the same inputs, of faulty implementations
    softmax-laws-benchmarks honest CASES ROUNDS SEED FILE
                                                         the laws on all that is right, so many cases a
                                                         law and round; FILE gets the largest errors,
                                                         and the same command goes on where it stopped
    softmax-laws-benchmarks bridge ROWS -- COMMAND …     rows a second that a program answers
    softmax-laws-benchmarks radii CASES [NAME]           the relative radii of certified values
    softmax-laws-benchmarks enclosures NAME SEED COUNT   certified values at random arguments; NAME is an
                                                         operation, exp, log, log1p, sqrt or pow
    """

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard run(arguments) else {
      FileHandle.standardError.write(Data((usage + "\n").utf8))
      exit(64)
    }
  }

  /// Does what the arguments ask for; returns whether they could be understood.
  private static func run(_ arguments: [String]) -> Bool {
    switch (arguments.first, arguments.count) {
    case (nil, _):
      printReference()
      print()
      printLaws()
    case ("table", 1): print(PerformanceTable.measured().markdown)
    case ("table", 2):
      guard arguments[1] == "--json" else { return false }
      print(PerformanceTable.measured().json)
    case ("sweep", 1): SweepRatio(shards: 64).run()
    case ("sweep", 2):
      guard let shards = Int(arguments[1]), (1...4096).contains(shards) else { return false }
      SweepRatio(shards: shards).run()
    case ("library-sweep", 3):
      guard let shards = Int(arguments[1]), (1...4096).contains(shards),
        let sweep = LibrarySweep(arguments[2], shards: shards)
      else { return false }
      return sweep.run()
    case ("softmax", 3):
      guard let mode = SoftmaxRate.Mode(rawValue: arguments[1]), let count = Int(arguments[2]),
        count > 0
      else { return false }
      SoftmaxRate.printRate(mode, repetitions: count)
    case ("throughput", 1): EngineThroughput.run()
    case ("shrinking", 1): ShrinkingTime.run()
    case ("random-stream", _):
      guard let stream = RandomStream(arguments.dropFirst()) else { return false }
      stream.run()
    case ("diagnosis", 1): DiagnosisTrial().run()
    case ("sensitivity", 1): Sensitivity().run()
    case ("tolerances", 1): ToleranceComparison(cases: 200).run()
    case ("tolerances", 2):
      guard let cases = Int(arguments[1]), cases >= 0 else { return false }
      ToleranceComparison(cases: cases).run()
    case ("kills", 3):
      guard let cases = Int(arguments[1]), let seeds = Int(arguments[2]), cases > 0, seeds > 0
      else { return false }
      KillTrial(cases: cases, seeds: seeds).run()
    case ("redundancy", 2):
      guard let cases = Int(arguments[1]), cases > 0 else { return false }
      Redundancy(cases: cases).run()
    case ("honest", 5):
      guard let cases = Int(arguments[1]), let rounds = Int(arguments[2]), cases > 0, rounds > 0,
        let seed = UInt64(arguments[3])
      else { return false }
      let run = HonestRun(cases: cases, rounds: rounds, seed: seed, path: arguments[4])
      if !run.run() { exit(1) }
    case ("bridge", 3...):
      guard let rate = BridgeRate(arguments.dropFirst()) else { return false }
      rate.run()
    case ("growth", 1): SoftmaxRate.printGrowth()
    case ("radii", 2...3):
      guard let cases = Int(arguments[1]), cases > 0 else { return false }
      return Radii(cases: cases).print(arguments.count == 3 ? arguments[2] : nil)
    case ("enclosures", 4):
      guard let seed = UInt64(arguments[2]), let count = Int(arguments[3]) else { return false }
      return Enclosures(seed: seed, count: count).print(arguments[1])
    default: return false
    }
    return true
  }

  /// The certified softmax of 16 doubles beside that of the C library's double arithmetic.
  private static func printReference() {
    let x = (0..<16).map { Double($0) * 1.37 - 9.1 }
    let tensor = Tensor(x)
    let certified = CPUTime.seconds(of: 20_000) { _ = try? Reference.evaluate(.softmax, [tensor]) }
    let call = Call(.softmax, in: .binary64, [Call.Argument(shape: [16], values: x)])
    let plain = CPUTime.seconds(of: 20_000) { _ = try? Specimen.textbook.evaluate(call) }
    print("softmax of 16 doubles      a second  ratio")
    print(line("textbook, binary64", 1 / plain, 1))
    print(line("reference, certified", 1 / certified, certified / plain))
  }

  /// The laws that take longest for 500 cases of the built-in implementation.
  private static func printLaws() {
    let check = Check(.implementation(Specimen.textbook), cases: 500)
    let times = Catalogue.laws.map { law in
      (law.name, CPUTime.seconds(of: 1) { _ = check.result(of: law, in: .binary64) })
    }
    let total = times.reduce(0) { $0 + $1.1 }
    print("\(times.count) laws, 500 cases each in binary64: \(milliseconds(total))")
    for (name, seconds) in times.sorted(by: { $0.1 > $1.1 }).prefix(10) {
      print("  \(name.padding(toLength: 32, withPad: " ", startingAt: 0))\(milliseconds(seconds))")
    }
  }

  private static func line(_ name: String, _ rate: Double, _ ratio: Double) -> String {
    name.padding(toLength: 24, withPad: " ", startingAt: 0)
      + String(format: "%11.0f  %5.1f", rate, ratio)
  }

  private static func milliseconds(_ seconds: Double) -> String {
    String(format: "%8.1f ms", seconds * 1000)
  }
}
