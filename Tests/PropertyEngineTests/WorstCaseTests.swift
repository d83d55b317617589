import Testing

@testable import PropertyEngine

@Suite("The worst case") struct WorstCaseTests {
  @Test func `is the first with the largest ratio`() {
    var worst = WorstCase()
    worst.observe(.vacuous, [1])
    worst.observe(.discarded, [2])
    #expect(worst.choices == nil)
    worst.observe(.holds(ratio: 0.5), [3])
    worst.observe(.holds(ratio: 0.5), [4])
    worst.observe(.fails(ratio: 2), [5])
    worst.observe(.holds(ratio: 0.9), [6])
    #expect(worst.choices == [5] && worst.ratio == 2)
  }

  @Test func `has an infinite ratio for NaN`() {
    var worst = WorstCase()
    worst.observe(.fails(ratio: .nan), [1])
    #expect(worst.ratio == .infinity)
  }
}
