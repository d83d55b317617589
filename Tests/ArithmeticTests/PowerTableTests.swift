import Testing

@testable import Arithmetic

@Suite("The table of powers of two") struct PowerTableTests {
  /// Whether `|a − b|` is at most `units·2^-106` times `b`.
  private static func agree(_ a: Exact, _ b: Exact, units: Double) -> Bool {
    (a - b).absolute <= b * Exact(units * 0x1p-106)
  }

  // An entry is within 2^-107 of itself: two of them and their product are 3 units of 2^-107
  // from a third; where the sum of the indices passes the end, the power is twice an entry.

  @Test func `multiplies as the exponents add`() {
    let table = PowerTable.coarse
    var wrong: [Int]?
    for j in 0..<256 where wrong == nil {
      for k in stride(from: j, to: 256, by: 5) {
        let sum = Exact(table[(j + k) % 256]).scaled(byPowerOfTwo: (j + k) / 256)
        if !Self.agree(Exact(table[j]) * Exact(table[k]), sum, units: 1.51) { wrong = [j, k] }
      }
    }
    #expect(wrong == nil)
  }

  @Test func `multiplies as the small exponents add`() {
    let table = PowerTable.fine
    var wrong: [Int]?
    for j in 0..<256 where wrong == nil {
      for k in stride(from: j, to: 256, by: 5) {
        let sum = j + k < 256 ? table[j + k] : table[j + k - 256]
        let factor = j + k < 256 ? Exact(1) : Exact(PowerTable.coarse[1])
        let product = Exact(table[j]) * Exact(table[k])
        if !Self.agree(product, Exact(sum) * factor, units: 2.01) { wrong = [j, k] }
      }
    }
    #expect(wrong == nil)
  }

  @Test func `holds repeated square roots of two`() {
    // The square of 2^(1/2^k), entry by entry up to the smallest step, 2^(1/65536).
    let large = (0..<8).map { Exact(PowerTable.coarse[1 << $0]) }
    let small = (0..<8).map { Exact(PowerTable.fine[1 << $0]) }
    let roots = small + large + [Exact(2)]
    let wrong = (0..<16).first { !Self.agree(roots[$0] * roots[$0], roots[$0 + 1], units: 1.51) }
    #expect(wrong == nil)
  }

  @Test func `rises, and has parts that do not overlap`() {
    for table in [PowerTable.coarse, PowerTable.fine] {
      #expect(table.count == 256)
      #expect(table[0] == DoubleDouble(1))
      #expect(zip(table, table.dropFirst()).allSatisfy { $0.high < $1.high })
      #expect(table.allSatisfy { $0.high + $0.low == $0.high })
    }
  }
}
