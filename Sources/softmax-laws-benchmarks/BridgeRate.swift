import Arithmetic
import Conformance
import Foundation
import ProcessBridge
import SoftmaxFamily
import SoftmaxLaws

/// How many rows a second a program answers: softmax of 16 values of binary32.
struct BridgeRate {
  private let program: ProcessImplementation
  private let rows: Int

  /// Starts the program of the arguments: how many rows, and after `--` the command.
  init?(_ arguments: ArraySlice<String>) {
    guard let rows = arguments.first.flatMap(Int.init), rows > 0,
      arguments.dropFirst().first == "--",
      let program = try? ProcessImplementation(command: Array(arguments.dropFirst(2)))
    else { return nil }
    self.rows = rows
    self.program = program
  }

  /// Measures, prints, and ends the program.
  func run() {
    defer { program.close() }
    Swift.print("\(program.implementation.name): softmax of 16 values, rows a second")
    for size in [1, 16, 256, 1024] {
      show(size == 1 ? "one call a row" : "\(size) questions at once", rate(blocks: size))
    }
    show("one call of 1024 rows", rate(ofOneCall: 1024))
    show("law softmax-oracle, rows of many lengths", rate(of: .softmaxOracle))
  }

  /// Rows a second where 256 questions travel at once; ends the program.
  func rateOfQuestions() -> Double {
    defer { program.close() }
    return rate(blocks: 256)
  }

  private func show(_ text: String, _ rate: Double) {
    Swift.print(
      text.padding(toLength: 42, withPad: " ", startingAt: 0) + String(format: "%10.0f", rate))
  }

  /// Calls of one row, so many at once.
  private func rate(blocks size: Int) -> Double {
    let questions = (0..<size).map { Question(call(rows: 1, from: $0), isShared: size > 1) }
    return rate(rows: size) {
      program.implementation.replies(to: questions).count { (try? $0?.get()) != nil }
    }
  }

  /// Calls of many rows.
  private func rate(ofOneCall size: Int) -> Double {
    let call = call(rows: size, from: 0)
    return rate(rows: size) {
      (try? program.implementation.evaluate(call)).map { $0.values.count / 16 } ?? 0
    }
  }

  private func rate(rows size: Int, _ answered: () -> Int) -> Double {
    let rounds = max(1, (size == 1 ? rows / 20 : rows) / size)
    var count = 0
    let time = ContinuousClock().measure { for _ in 0..<rounds { count += answered() } }
    precondition(count == rounds * size, "every row is answered")
    return Double(count) / (time / .seconds(1))
  }

  /// A law with all its work: drawing, certified values, bounds and verdicts.
  private func rate(of law: Law) -> Double {
    let check = Check(.implementation(program.implementation), cases: rows / 10)
    let result = check.result(of: law, in: .binary32)
    Swift.print("  \(law.name): \(result.verdict.rawValue), \(result.cases) cases")
    return Double(result.cases) / result.seconds
  }

  /// Rows of numbers of binary32, in binary64 for a program that has no other.
  private func call(rows: Int, from start: Int) -> Call {
    let format: Format =
      program.implementation.offers(.softmax, in: .binary32) ? .binary32 : .binary64
    let values = (0..<16 * rows).map { index in
      Format.binary32.rounded(Double((index + 16 * start) * 7919 % 2048) / 100 - 10)
    }
    return Call(.softmax, in: format, rows: rows, [.init(shape: [16], values: values)])
  }
}
