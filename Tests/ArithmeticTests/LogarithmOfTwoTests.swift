import Testing

@testable import Arithmetic

@Suite("The parts of ln 2") struct LogarithmOfTwoTests {
  private static func sum(_ parts: [Double]) -> WideBall {
    parts.map { WideBall($0, precision: 400) }.reduce(0, +)
  }

  @Test func `sum to ln 2`() {
    let rest = LogarithmOfTwo.rest
    let sum = Self.sum([LogarithmOfTwo.first, LogarithmOfTwo.second, rest.high, rest.low])
    #expect(sum.isWithin(0x1p-189, of: WideBall(2, precision: 400).logarithm()))
  }

  @Test func `sum to ln 2 over 4096`() {
    let (steps, rest) = (LogarithmOfTwo.steps, LogarithmOfTwo.restOfStep)
    let sum = Self.sum([steps.0, steps.1, steps.2, rest.high, rest.low])
    let step = WideBall(2, precision: 400).logarithm().scaled(byPowerOfTwo: -12)
    #expect(sum.isWithin(0x1p-189, of: step))
  }

  @Test func `have exact products with the integers they meet`() {
    // A logarithm meets exponents of at most 12 bits, an exponential numbers of at most 27.
    for part in [LogarithmOfTwo.first, LogarithmOfTwo.second] {
      #expect(WideBall(part).magnitude.trailingZeroBitCount >= 12)
    }
    let (a, b, c) = LogarithmOfTwo.steps
    for part in [a, b, c] {
      #expect(WideBall(part).magnitude.trailingZeroBitCount >= 27)
    }
  }
}
