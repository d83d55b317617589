import Arithmetic
import SoftmaxFamily
import Specimens
import Testing

/// The input with which a fault was reported, with what it makes of it and what is right.
struct Trigger {
  let mutant: String
  let format: Format
  let arguments: [Call.Argument]
  let wrong: [Double]
  let right: [Double]

  init(
    _ mutant: String, in format: Format = .binary64, _ arguments: Call.Argument...,
    gives wrong: [Double], not right: [Double]
  ) {
    self.mutant = mutant
    self.format = format
    self.arguments = arguments
    self.wrong = wrong
    self.right = right
  }

  /// Expects the wrong answer of the mutant, and the right one of the textbook; to about four digits.
  func expect(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let fault = try #require(
      Mutant.all.first { $0.name == mutant }, sourceLocation: sourceLocation)
    let call = Call(fault.operation, in: format, arguments)
    let answer = try fault.implementation.evaluate(call).values
    #expect(Self.agree(answer, wrong), "\(mutant)", sourceLocation: sourceLocation)
    let correct = try Specimen.textbook.evaluate(call).values
    #expect(Self.agree(correct, right), "\(mutant)", sourceLocation: sourceLocation)
  }

  private static func agree(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { x, y in
        x == y || x.isNaN && y.isNaN || abs(x - y) <= 2e-4 * abs(y)
      }
  }
}

extension Call.Argument {
  /// A matrix of several rows.
  static func rows(_ rows: [Double]...) -> Self {
    Self(shape: [rows.count, rows[0].count], values: rows.flatMap { $0 })
  }

  /// Zeros, and one number at their end.
  static func zeros(_ count: Int, then last: Double...) -> Self {
    Self(shape: [count + last.count], values: Array(repeating: 0, count: count) + last)
  }
}
