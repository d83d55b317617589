import Arithmetic
import SoftmaxFamily
import Testing

@testable import Specimens

@Suite("A call of several rows") struct MutantCallsTests {
  private static let call = Call(
    .scaledSoftmax, in: .binary64, rows: 2,
    [
      Call.Argument(shape: [2], values: [1, 2, 3, 4]), Call.Argument(shape: [], values: [5, 6]),
    ])

  @Test func `is taken apart into the rows of an argument`() {
    #expect(Self.call.rows(of: 0) == [[1, 2], [3, 4]] && Self.call.rows(of: 1) == [[5], [6]])
  }

  @Test func `has one argument replaced and no other`() {
    let replaced = Self.call.replacing(0, by: [[7, 8], [9, 0]])
    #expect(replaced.rows(of: 0) == [[7, 8], [9, 0]] && replaced.rows(of: 1) == [[5], [6]])
    #expect(replaced.operation == .scaledSoftmax && replaced.rows == 2)
  }
}
