import Arithmetic
import Testing

@testable import SoftmaxFamily

@Suite("A row of logits") struct SoftmaxRowTests {
  private static let contract = Contract(Claims(), in: .binary16)

  @Test func `has gaps from the greatest, and bounds of the probabilities`() {
    let row = SoftmaxRow([1, 3, -.infinity], contract: Self.contract)
    #expect(row.maximum == 3)
    #expect(row.gaps == [2, 0, .infinity])
    #expect(row.probabilities[2] == 0)
    #expect(row.probabilities[1] > 0.880797 && row.probabilities[1] < 0.880798)
    #expect(row.logSum > 0.126928 && row.logSum < 0.126929)
    #expect(row.logSumExp >= 3.126928)
    #expect(row.restOfSum > 0.119202 && row.restOfSum < 0.119203)
  }

  @Test func `has no errors of exponents where differences are exact`() {
    let row = SoftmaxRow([1, 3, -.infinity, 1 - 0x1p-10], contract: Self.contract)
    #expect(row.exponentErrors[0] == 0 && row.exponentErrors[1] == 0 && row.exponentErrors[2] == 0)
    #expect(row.exponentErrors[3] >= (2 + 0x1p-10) * 0x1p-11)
    #expect(row.scalingErrors == [0, 0, 0, 0] && row.maximumError == 0)
  }

  @Test func `has the errors of scaling`() {
    let exact = SoftmaxRow([1, 0.3330078125], scale: 0.5, contract: Self.contract)
    #expect(exact.exponentErrors == [0, 0] && exact.scalingErrors == [0, 0])
    let inexact = SoftmaxRow([1, 0.3330078125], scale: 0.3330078125, contract: Self.contract)
    #expect(inexact.scalingErrors[0] == 0 && inexact.scalingErrors[1] > 0)
    #expect(inexact.maximumError == 0)
    #expect(inexact.exponentErrors[1] >= inexact.scalingErrors[1])
  }

  @Test func `has the least entry on top for a negative scale`() {
    let row = SoftmaxRow([1, 3], scale: -2, contract: Self.contract)
    #expect(row.maximum == -2)
    #expect(row.gaps == [0, 4])
  }

  @Test func `of nothing has nothing`() {
    let row = SoftmaxRow([], contract: Self.contract)
    #expect(row.gaps.isEmpty && row.probabilities.isEmpty && row.exponentErrors.isEmpty)
  }

  @Test func `counts what flushing takes from small numbers`() {
    #expect(Self.contract.flushed(0x1p-20) == 0x1p-20)
    #expect(Self.contract.flushed(0x1p-14) == 0)
    #expect(Self.contract.productError(0.5, 0x1p-14) == 0x1p-15)
    #expect(Self.contract.productError(1, 0x1.8p-20) == 0)
    #expect(Self.contract.differenceError(3, 1) == 0)
    #expect(Self.contract.differenceError(0x1p-14 * 1.5, 0x1p-14) == 0x1p-15)
  }
}
