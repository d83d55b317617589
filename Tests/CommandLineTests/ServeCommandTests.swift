import Arithmetic
import FixtureSupport
import Foundation
import SoftmaxFamily
import SoftmaxReference
import Specimens
import Testing

@testable import ProcessBridge
@testable import softmax_laws

@Suite("Serving", .waiting)
struct ServeCommandTests {
  private func served(_ name: String) -> [String] {
    ["--", OwnProgram.path, "serve", "--implementation", name]
  }

  /// The verdicts of some laws, with the errors beside them.
  private func results(_ target: [String], laws: [String], cases: String) throws -> [String] {
    let file = TemporaryFile(".jsonl")
    defer { file.remove() }
    _ = Session(
      ["check", "--cases", cases, "--report", file.path] + laws.flatMap { ["--law", $0] } + target)
    return try Report(file).results.map { line in
      let seen = ["law", "format", "verdict", "cases", "worst", "worstReplay", "counterexample"]
      return seen.map { "\(line[$0] ?? "")" }.joined(separator: " ")
    }
  }

  @Test(arguments: ["naive", "textbook"])
  func `changes no verdict`(name: String) throws {
    let laws = ["softmax-sum-one", "lse-associative", "sigmoid-special", "axis-oracle"]
    let here = try results(["--implementation", name], laws: laws, cases: "4")
    #expect(try results(served(name), laws: laws, cases: "4") == here)
    #expect(here.count == 16)
  }

  @Test func `changes no claim`() {
    let laws = ["--law", "softmax-sum-one", "--cases", "1"]
    let here = Session(laws + ["--implementation", "reference"])
    let there = Session(laws + served("reference"))
    #expect(here.lines[1] == there.lines[1])
    #expect(there.lines[0].hasPrefix("reference swift · "))
  }

  @Test func `is refused for what is no implementation`() {
    let unknown = Session(["check"] + served("unheard-of"))
    #expect(unknown.status == .implementationFailed)
    #expect(unknown.errors.contains("there is no implementation 'unheard-of'"))
    #expect(
      Session(["check"] + served("certified")).errors.contains("certified balls have no bits"))
  }

  /// Calls of every operation with axes of one length and extreme numbers.
  private func calls(length: Int, _ value: Double) -> [[UInt8]] {
    Operation.allCases.map { operation in
      let arguments = operation.signature.parameters.map { parameter in
        let shape = parameter.dimensions.map { length + $0.excess }
        let count = 2 * shape.reduce(1, *)
        return Call.Argument(shape: shape, values: (0..<count).map { $0 % 3 == 1 ? 0 : value })
      }
      return Request.call(id: 1, Call(operation, in: .binary32, rows: 2, arguments))
    }
  }

  @Test func `answers every call, whatever its numbers are`() {
    for implementation in [Specimen.textbook, Specimen.naive, .reference] {
      let server = Server(implementation)
      for value in [1, -.infinity, .nan, -0.0, 0x1.fffffep127, -0x1p-149] {
        for call in (0...2).flatMap({ calls(length: $0, value) }) {
          #expect(server.answer(to: .request(call))?.starts(with: LineReader.sentinel) == true)
        }
      }
    }
  }
}
