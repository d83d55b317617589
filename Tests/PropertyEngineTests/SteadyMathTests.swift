import Testing

@testable import PropertyEngine

@Suite("Steady functions") struct SteadyMathTests {
  /// Constants rounded from the digits of e, 1/e, e^10, ln 10 and ln 1000.
  @Test func `have the known values`() {
    let pairs = [
      (SteadyMath.exponential(1), 2.718281828459045235),
      (SteadyMath.exponential(-1), 0.367879441171442321),
      (SteadyMath.exponential(10), 22026.4657948067165169),
      (SteadyMath.logarithm(10), 2.302585092994045684),
      (SteadyMath.logarithm(1000), 6.907755278982137052),
      (SteadyMath.logarithm(0x1p-1000), -693.1471805599453094),
    ]
    #expect(pairs.allSatisfy { abs($0 - $1) <= 4e-15 * abs($1) })
    #expect(SteadyMath.exponential(0) == 1 && SteadyMath.logarithm(1) == 0)
  }

  @Test func `are inverse to each other`() {
    let numbers = (1...4000).map { Double($0) / 8 }
    let worst = numbers.map { abs(SteadyMath.logarithm(SteadyMath.exponential($0)) - $0) / $0 }
    #expect((worst.max() ?? 1) < 1e-14)
  }

  @Test(arguments: [(1, 0), (2, 0.2785), (10, 1.101), (100, 2.629), (1000, 4.421)])
  func `give the greatest mean gap`(count: Int, gap: Double) {
    let w = SteadyMath.greatestMeanGap(count: count)
    #expect(abs(w - gap) < 5e-4)
    // W e^W = (n − 1)/e
    let product = w * SteadyMath.exponential(w + 1)
    #expect(abs(product - Double(count - 1)) < 1e-12 * Double(count))
  }
}
