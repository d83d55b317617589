import Randomness
import Testing

@Suite("Numbers from bits") struct Xoshiro256StarStarNumbersTests {
  @Test func `are pinned`() {
    var random = Xoshiro256StarStar(seed: 42)
    #expect(
      (0..<8).map { _ in random.index(below: 1000) as Int } == [
        83, 378, 680, 924, 991, 769, 719, 850,
      ])
    #expect(
      (0..<3).map { _ in random.unit() } == [
        0.7613743810057634, 0.5833493097373993, 0.6824528696125193,
      ])
    #expect(random.integer(in: -5...5) == -2)
    #expect(random.bits(12) == 3280)
  }

  @Test(arguments: [1, 2, 3, 7, 10, 256, 1000])
  func `are indexes below the count, each equally often`(count: Int) {
    var random = Xoshiro256StarStar(seed: UInt64(count))
    var counts = [Int](repeating: 0, count: count)
    let draws = 1000 * count
    for _ in 0..<draws { counts[random.index(below: count)] += 1 }
    // Each count is binomial with variance below 1000; 7.5 deviations for each of
    // at most 1000 counts leave a chance below 10^-9.
    #expect(counts.allSatisfy { abs($0 - 1000) < 238 })
  }

  /// With a count of 3·2^62, a product without refusal would give every third index twice
  /// as often as the others.
  @Test func `are indexes without bias where the count does not divide 2^64`() {
    var random = Xoshiro256StarStar(seed: 3)
    let draws = 30_000
    var residues = [0, 0, 0]
    for _ in 0..<draws { residues[Int(random.index(below: 3 << 62 as UInt64) % 3)] += 1 }
    // Binomial with deviation 81.6; 6.5 of them leave a chance below 10^-9.
    #expect(residues.allSatisfy { abs($0 - draws / 3) < 531 })
  }

  @Test func `are integers of any range`() {
    var random = Xoshiro256StarStar(seed: 5)
    let single = random.integer(in: 7...7)
    #expect(single == 7)
    let signs = (0..<64).map { _ in random.integer(in: Int.min...Int.max).signum() }
    #expect(signs.contains(1) && signs.contains(-1))
    let ends = Set((0..<200).map { _ in random.integer(in: Int.max - 1...Int.max) })
    #expect(ends == [Int.max - 1, Int.max])
  }

  @Test func `are units in the interval [0, 1) on a grid of 2^-53`() {
    var random = Xoshiro256StarStar(seed: 6)
    let units = (0..<10_000).map { _ in random.unit() }
    let isOnGrid = units.allSatisfy { $0 * 0x1p53 == ($0 * 0x1p53).rounded() }
    #expect(isOnGrid && units.allSatisfy { (0..<1).contains($0) })
    // The mean has deviation 1/√120000.
    let mean = units.reduce(0, +) / 10_000
    #expect(abs(mean - 0.5) < 6.2 / 346.4)
  }

  @Test func `are bits in the lowest places`() {
    var random = Xoshiro256StarStar(seed: 7)
    var seen: UInt64 = 0
    for _ in 0..<200 { seen |= random.bits(5) }
    #expect(seen == 31)
  }
}
