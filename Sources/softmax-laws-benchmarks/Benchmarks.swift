import Arithmetic
import Conformance
import Foundation
import SoftmaxFamily
import SoftmaxLaws
import SoftmaxReference
import Specimens

/// The program `softmax-laws-benchmarks`: what the suite's own work costs, in CPU time.
@main
struct Benchmarks {
  static func main() {
    printReference()
    print()
    printLaws()
  }

  /// The certified softmax of 16 doubles beside that of the C library's double arithmetic.
  private static func printReference() {
    let x = (0..<16).map { Double($0) * 1.37 - 9.1 }
    let tensor = Tensor(x)
    let certified = cpuSeconds(of: 20_000) { _ = try? Reference.evaluate(.softmax, [tensor]) }
    let call = Call(.softmax, in: .binary64, [Call.Argument(shape: [16], values: x)])
    let plain = cpuSeconds(of: 20_000) { _ = try? Specimen.textbook.evaluate(call) }
    print("softmax of 16 doubles      a second  ratio")
    print(line("textbook, binary64", 1 / plain, 1))
    print(line("reference, certified", 1 / certified, certified / plain))
  }

  /// The laws that take longest for 500 cases of the built-in implementation.
  private static func printLaws() {
    let check = Check(.implementation(Specimen.textbook), cases: 500)
    let times = Catalogue.laws.map { law in
      (law.name, cpuSeconds(of: 1) { _ = check.result(of: law, in: .binary64) })
    }
    let total = times.reduce(0) { $0 + $1.1 }
    print("\(times.count) laws, 500 cases each in binary64: \(milliseconds(total))")
    for (name, seconds) in times.sorted(by: { $0.1 > $1.1 }).prefix(10) {
      print("  \(name.padding(toLength: 32, withPad: " ", startingAt: 0))\(milliseconds(seconds))")
    }
  }

  /// The CPU time of one of many runs, the fastest of three rounds.
  private static func cpuSeconds(of count: Int, _ body: () -> Void) -> Double {
    (0..<3).reduce(.infinity) { best, _ in
      let start = clock()
      for _ in 0..<count { body() }
      return min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC) / Double(count))
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
