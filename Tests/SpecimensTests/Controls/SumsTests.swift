import Testing

@testable import Specimens

@Suite("A sum") struct SumsTests {
  @Test func `is exact in any order where nothing is rounded`() {
    let numbers: [Float] = [1, -2, 3, 4, 5, -6, 7, 8, 9, 10]
    #expect(numbers.pairwiseSum == 39 && numbers.sumInLanes(4) == 39)
    #expect(numbers.sumInBlocks(of: 3) == 39 && numbers.compensatedSum == 39)
    #expect(numbers.sumInDoubles == 39 && [Float]().pairwiseSum == 0)
  }

  @Test func `keeps what is lost, if it is compensated or in doubles`() {
    let numbers: [Float] = [1, 0x1p-24, 0x1p-24]
    #expect(numbers.reduce(0, +) == 1)
    #expect(numbers.compensatedSum == 1 + 0x1p-23 && numbers.sumInDoubles == 1 + 0x1p-23)
    #expect([Float.greatestFiniteMagnitude, .greatestFiniteMagnitude].compensatedSum == .infinity)
  }

  @Test func `has blocks of which the last may be shorter`() {
    #expect(
      [1, 2, 3, 4, 5].map(Double.init).blocks(of: 2).map(Array.init) == [[1, 2], [3, 4], [5]])
  }
}
