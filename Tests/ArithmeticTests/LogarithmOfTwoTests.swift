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

  @Test func `are enclosed by its ball`() {
    let distance =
      WideBall(enclosing: .logarithmOfTwo, precision: 400)
      - WideBall(2, precision: 400).logarithm()
    #expect(distance.mayBeZero && Ball.logarithmOfTwo.isSharp(bits: 109))
  }

  @Test func `sum to ln 2 over 65536`() {
    let (first, second, third) = LogarithmOfTwo.steps
    let sum = Self.sum([first, second, third, LogarithmOfTwo.restOfStep])
    let step = WideBall(2, precision: 400).logarithm().scaled(byPowerOfTwo: -16)
    #expect(sum.isWithin(0x1p-127, of: step))
    // Then subtracting its multiples is exact.
    #expect((step - WideBall(first)).isPositive)
    let inverse = WideBall(LogarithmOfTwo.stepsPerUnit)
    #expect((inverse * step - 1).mayBeZero || (inverse * step).isWithin(0x1p-53, of: 1))
  }

  @Test func `have exact products with the integers they meet`() {
    // A logarithm meets exponents of at most 12 bits, an exponential numbers of at most 31.
    for part in [LogarithmOfTwo.first, LogarithmOfTwo.second] {
      #expect(WideBall(part).magnitude.trailingZeroBitCount >= 12)
    }
    let (first, second, third) = LogarithmOfTwo.steps
    for part in [first, second, third] {
      #expect(WideBall(part).magnitude.trailingZeroBitCount >= 31)
    }
    #expect(DoubleDouble.exponentialLimit * LogarithmOfTwo.stepsPerUnit < 0x1p31)
  }
}
