import Arithmetic
import Conformance
import Foundation
import ProcessBridge
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws
import SoftmaxLawsTesting
import Testing

/// Swift that the documentation shows and no test runs: it is compiled here.
enum Snippets {
  static func checkOfOneLaw() {
    let mine = Implementation("mine", on: Float.self) {
      $0.softmax = { x in
        let maximum = x.max() ?? 0
        let exponentials = x.map { exp($0 - maximum) }
        let sum = exponentials.reduce(0, +)
        return exponentials.map { $0 / sum }
      }
    }
    let check = Check(.implementation(mine), cases: 500)
    let result = check.result(of: .softmaxSumOne, in: .binary32)
    print(result.verdict, result.worst)
  }

  static func program(_ call: Call) throws {
    let numpy = try ProcessImplementation(command: ["python3", "adapter.py"])
    defer { numpy.close() }
    let reply = try numpy.implementation.evaluate(call)
    print(reply)
  }

  static func lawsOfAProgram() throws {
    let numpy = try ProcessImplementation(command: ["python3", "adapter.py"])
    defer { numpy.close() }
    expectLaws(holdFor: numpy.implementation)
  }

  static func properties() {
    forAll("(a + b) − b = a", Generator.real(in: -1e6...1e6).paired(with: .real(in: -1e6...1e6))) {
      a, b in
      (a + b) - b == a
    }
    let accurate = Property(
      "exp(log x) = x", forAll: Scalars.logUniform(.binary64, from: 1, to: 1024)
    ) { x in
      Trial(error: exp(log(x)) - x, bound: 8 * x.ulp)
    }
    let ties = Label<[Double]>("ties", atLeast: 0.05) { Set($0).count < $0.count }
    print(accurate.name, ties.name)
  }

  static func engine() {
    let number = Generator.real(in: -1e6...1e6)
    let cancels = Property("(a + b) − b = a", forAll: number.paired(with: number)) { a, b in
      (a + b) - b == a
    }
    print(cancels.check())
  }
}
