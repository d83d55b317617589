import Arithmetic
import Foundation
import SoftmaxFamily
import Testing

@testable import ProcessBridge

private typealias Evaluation =
  @convention(c) (
    UnsafePointer<CChar>, UnsafePointer<CChar>, Int, Int, UnsafePointer<UnsafePointer<CChar>>,
    UnsafePointer<UnsafePointer<Int>>, UnsafePointer<Int>, UnsafePointer<UnsafeRawPointer>,
    UnsafeMutableRawPointer, Int
  ) -> Int32

/// Copies the first argument, if everything else is as the contract says.
private let copy: Evaluation = {
  operation, format, rows, count, names, shapes, ranks, arguments, result, capacity in
  let texts = [operation, format, names[0], names[1]].map { String(cString: $0) }
  guard texts[0] == "scaledSoftmax", texts[2] == "x", texts[3] == "scale", rows == 2, count == 2,
    ranks[0] == 1, ranks[1] == 0, shapes[0][0] * rows == capacity
  else { return -1 }
  let width = ["binary16": 2, "bfloat16": 2, "binary32": 4, "binary64": 8][texts[1]] ?? 0
  memcpy(result, arguments[0], capacity * width)
  return Int32(capacity)
}

/// Says that it wrote as many numbers as its second argument has, and writes one.
private let liar: Evaluation = { _, _, _, _, _, _, _, arguments, result, _ in
  result.storeBytes(of: 1, as: Double.self)
  return Int32(arguments[1].load(as: Double.self))
}

private let overrunner: Evaluation = { _, _, _, _, _, _, _, _, result, capacity in
  memset(result, 0, 8 * capacity + 1)
  return Int32(capacity)
}

@Suite("The function of a C library")
struct CFunctionTests {
  private func reply(
    _ function: Evaluation, in format: Format = .binary64, _ values: [Double], scale: Double = 1
  ) throws -> Reply {
    let call = Call(
      .scaledSoftmax, in: format, rows: 2,
      [
        .init(shape: [values.count / 2], values: values),
        .init(shape: [], values: [scale, scale]),
      ])
    return try CFunction(unsafeBitCast(function, to: UnsafeMutableRawPointer.self)).reply(to: call)
  }

  @Test func `sees numbers in their own format`() throws {
    for format in Format.allCases {
      let values: [Double] = [
        1, -0.0, format.leastSubnormal, -format.greatestFinite, .infinity, format.rounded(0.3),
      ]
      let reply = try reply(copy, in: format, values)
      #expect(reply.shape == [3])
      #expect(reply.values.map(\.bitPattern) == values.map(\.bitPattern))
    }
    #expect(try reply(copy, [.nan, 1]).values[0].isNaN)
    #expect(try reply(copy, []).values.isEmpty)
  }

  @Test func `sees numbers in an array where they lie`() throws {
    let function = CFunction(unsafeBitCast(copy, to: UnsafeMutableRawPointer.self))
    let numbers: [Float] = [1, -0.0, .leastNonzeroMagnitude, .infinity]
    let scales: [Float] = [1, 1]
    var answers = [Float](repeating: 0, count: 4)
    func isAnswered(in format: Format) throws -> Bool {
      try numbers.withUnsafeBufferPointer { numbers in
        try scales.withUnsafeBufferPointer { scales in
          try answers.withUnsafeMutableBufferPointer { answers in
            let call = ArrayCall(
              .scaledSoftmax, in: format, rows: 2,
              [.init(shape: [2], values: numbers), .init(shape: [], values: scales)])
            return try function.answer(call, answers)
          }
        }
      }
    }
    #expect(try !isAnswered(in: .bfloat16))
    #expect(try isAnswered(in: .binary32))
    #expect(answers.map(\.bitPattern) == numbers.map(\.bitPattern))
  }

  @Test(arguments: [
    (-3, CallFailure.unsupported("softmax_laws_eval returned -3")),
    (1, .malformed("softmax_laws_eval returned 1 where 2 numbers were expected")),
    (
      2_147_483_647,
      .malformed("softmax_laws_eval returned 2147483647 where 2 numbers were expected")
    ),
  ])
  func `is held to what it returns`(count: Double, failure: CallFailure) {
    #expect(throws: failure) { try reply(liar, [0, 0], scale: count) }
  }

  @Test func `leaves NaN where it writes nothing`() throws {
    let values = try reply(liar, [0, 0], scale: 2).values
    #expect(values[0] == 1 && values[1].isNaN)
  }

  @Test func `does not write beyond the end unnoticed`() {
    #expect(throws: CallFailure.malformed("softmax_laws_eval wrote beyond the end of the result")) {
      try reply(overrunner, [0, 0])
    }
  }
}
