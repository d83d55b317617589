import Randomness
import Testing

@testable import PropertyEngine

@Suite("The coding of choices") struct ChoiceCodingTests {
  @Test func `is read back`() {
    var random = Xoshiro256StarStar(seed: 1)
    var numbers: [UInt64] = [0, 15, 16, 31, 32, .max, .max - 1, 1 << 63, 1 << 60, 1 << 59]
    for bits in 1...64 { numbers += (0..<50).map { _ in random.bits(bits) } }
    numbers += (0..<500).map { _ in
      SimplicityOrder.place(of: Double(random.integer(in: -999...999)) / 64)
    }
    #expect(ChoiceCoding.choices(of: ChoiceCoding.digits(of: numbers)) == numbers)
    #expect(ChoiceCoding.digits(of: []).isEmpty)
    #expect(ChoiceCoding.choices(of: []) == [])
  }

  @Test(
    arguments: [(0, 1), (15, 1), (16, 2), (1420, 4), (1 << 54, 2), (3 << 53, 2), (.max, 14)]
      as [(UInt64, Int)])
  func `is short for simple choices`(choice: UInt64, digits: Int) {
    #expect(ChoiceCoding.digits(of: [choice]).count == digits)
  }

  @Test func `is refused where it breaks off or exceeds 64 bits`() {
    let broken: [[UInt8]] = [
      [16], [17, 3], [31], [31, 17, 1], [30, 1], [29] + Array(repeating: 1, count: 14),
      [28] + Array(repeating: 31, count: 13),
    ]
    #expect(broken.allSatisfy { ChoiceCoding.choices(of: $0) == nil })
  }
}
