import Arithmetic
import Conformance
import Foundation
import PropertyEngine
import Randomness
import SoftmaxLaws
import Specimens

/// How long it takes to make a failure of 64 entries simple, the law's evaluations included.
enum ShrinkingTime {
  /// Prints the time and the evaluations for laws that the naive formulas break.
  static func run() {
    print("law, 64 entries             evaluations  milliseconds")
    for law in [Law.softmaxOracle, .softmaxSumOne, .lseOracle] {
      var slowest = 0.0
      var most = 0
      for seed in 0..<20 as Range<UInt64> {
        guard let (seconds, evaluations) = shrink(law, seed) else { continue }
        slowest = max(slowest, seconds)
        most = max(most, evaluations)
      }
      let figures = String(format: "%12d  %12.1f", most, slowest * 1000)
      print(law.name.padding(toLength: 26, withPad: " ", startingAt: 0) + figures)
    }
  }

  private static func shrink(_ law: Law, _ seed: UInt64) -> (Double, Int)? {
    var random = Xoshiro256StarStar(seed: seed)
    let entries = (0..<64).map { _ in
      DrawnValue.real(Format.binary32.rounded(random.real(from: 60, to: 200)))
    }
    let line = Regressions.Case(
      label: "\(law.name):binary32", values: [.integer(64)] + entries, line: 1)
    guard let known = try? Regressions(path: "", text: line.text) else { return nil }
    let check = Check(.implementation(Specimen.naive), cases: 1, regressions: known)
    let result = check.result(of: law, in: .binary32)
    guard let counterexample = result.counterexample else { return nil }
    return (result.seconds, counterexample.simplification.evaluations)
  }
}
