import Arithmetic
import Foundation
import SoftmaxFamily
import SoftmaxReference

/// `softmax-laws-benchmarks softmax MODE REPETITIONS`: the rows of `Fixtures/Comparisons/rows.h`, so many
/// times over, and `growth`: rows of other lengths.
enum SoftmaxRate {
  /// The ways to evaluate a row.
  enum Mode: String {
    case scalar, vectors, balls, reference
  }

  /// Prints the evaluations of a row of 16 per second of CPU time.
  static func printRate(_ mode: Mode, repetitions: Int) {
    let rows = (0..<64).map { row in (0..<16).map { entry(row, $0) } }
    print(String(format: "%.0f", 64 / seconds(mode, rows, repetitions: repetitions)))
  }

  /// Prints the time a row of `n` takes, for `n` from 16 to 65,536, and the time an entry takes.
  static func printGrowth() {
    print("softmax of n doubles, CPU time")
    print("       n   kernel, ns   an entry   whole call, ns   an entry   relative radius")
    for n in (2...8).map({ 1 << (2 * $0) }) {
      let row = (0..<n).map { entry(n, $0) }
      let repetitions = max(3, 1 << 22 / n)
      let kernel = seconds(.vectors, [row], repetitions: repetitions) * 1e9
      let whole = seconds(.reference, [row], repetitions: repetitions / 4) * 1e9
      var evaluated = SoftmaxKernel()
      _ = evaluated.evaluate(row)
      print(
        String(
          format: "%8d %12.0f %10.1f %16.0f %10.1f        2^%.1f", n, kernel, kernel / Double(n),
          whole, whole / Double(n), log2(evaluated.relativeRadius)))
    }
  }

  /// The CPU time of one certified softmax of so many doubles, tensors and balls included.
  static func secondsOfCall(count: Int) -> Double {
    let row = (0..<count).map { entry(count, $0) }
    return seconds(.reference, [row], repetitions: max(2, 1 << 20 / count))
  }

  private static func entry(_ row: Int, _ index: Int) -> Double {
    let place = row * 61 + index * 37 * (row + 1)
    return Double(place % 1009) / 1009 * 40 - 20
  }

  /// The seconds that evaluating all rows takes.
  private static func seconds(_ mode: Mode, _ rows: [[Double]], repetitions: Int) -> Double {
    var kernel = SoftmaxKernel()
    var checksum = 0.0
    let seconds =
      switch mode {
      case .scalar:
        CPUTime.seconds(ofAll: repetitions) {
          for row in rows where kernel.evaluateOneByOne(row) {
            checksum += kernel[0].significand.high
          }
        }
      case .vectors:
        CPUTime.seconds(ofAll: repetitions) {
          for row in rows where kernel.evaluateByEight(row) {
            checksum += kernel[0].significand.high
          }
        }
      case .balls:
        CPUTime.seconds(ofAll: repetitions) {
          for row in rows where kernel.evaluate(row) {
            checksum += kernel.balls[0].significand.high
          }
        }
      case .reference:
        tensorSeconds(rows.map { Tensor($0) }, repetitions, &checksum)
      }
    precondition(checksum > 0, "every row has a first probability")
    return seconds
  }

  private static func tensorSeconds(
    _ tensors: [Tensor], _ repetitions: Int, _ checksum: inout Double
  ) -> Double {
    CPUTime.seconds(ofAll: repetitions) {
      for tensor in tensors {
        checksum += (try? Reference.evaluate(.softmax, [tensor]))?[0].significand.high ?? 0
      }
    }
  }
}
