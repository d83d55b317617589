import FixtureSupport
import Testing

@testable import Arithmetic

@Suite("The exponential of a double-double") struct ExponentialTests {
  /// Whether the result for an argument within `±16` is as near the exact one as is promised.
  private static func isAccurate(_ x: DoubleDouble) -> Bool {
    let (significand, exponent) = x.exponential()
    let result = Exact(significand).scaled(byPowerOfTwo: exponent)
    let (lower, upper) = FixedPoint.exponential(Exact(x))
    let reach = lower * Exact(DoubleDouble.exponentialError)
    return upper - reach <= result && result <= lower + reach
  }

  @Test func `is within its bound of exact arithmetic`() {
    var random = TestRandom(seed: 50)
    let wrong = (0..<120).map { _ in
      DoubleDouble.sum(random.double(in: -16...16), random.double(exponents: -80 ... -60))
    }.first { !Self.isAccurate($0) }
    #expect(wrong == nil)
  }

  @Test func `is within its bound of exact arithmetic near zero`() {
    let arguments = stride(from: -120, through: -1, by: 7).flatMap { exponent in
      [powerOfTwo(exponent), -powerOfTwo(exponent)].map { DoubleDouble($0) }
    }
    #expect(arguments.first { !Self.isAccurate($0) } == nil)
    #expect(DoubleDouble(0).exponential().significand == DoubleDouble(1))
    #expect(DoubleDouble(0).exponential().exponent == 0)
  }

  @Test func `is within its bound on both sides of where the reduction steps`() {
    let step = 0x1.62e42fefa39efp-17
    let arguments = [
      -1_440_000, -65_537, -65_536, -257, -256, -1, 0, 1, 255, 256, 65_535, 65_536, 1_440_000,
    ]
    .flatMap { n in
      let boundary = (Double(n) + 0.5) * step
      return [boundary.nextDown, boundary, boundary.nextUp, Double(n) * step]
    }
    #expect(arguments.first { !Self.isAccurate(DoubleDouble($0)) } == nil)
  }

  @Test func `is a normalised significand and a power of two, whatever its size`() {
    var random = TestRandom(seed: 51)
    let limit = DoubleDouble.exponentialLimit
    let arguments = [limit, -limit] + (0..<500).map { _ in random.double(in: -limit...limit) }
    let wrong = arguments.first { x in
      let (significand, exponent) = DoubleDouble(x).exponential()
      let isNormal = 0.99 <= significand.high && significand.high < 2.02
      return !isNormal || abs(Double(exponent) - x * 0x1.71547652b82fep0) > 1.02
    }
    #expect(wrong == nil)
  }

  @Test func `keeps its low part where a double would lose it`() {
    // At e^-700 the low part is below 2^-1063: as a double it would have 11 bits at most.
    let (significand, exponent) = DoubleDouble(-700).exponential()
    #expect(exponent < -1008)
    #expect(abs(significand.low) > 0x1p-80)
    let ball = Ball(significand, exponent: exponent, radius: 0)
    #expect(ball.decimalText(digits: 29) == "9.8596765437597708567053729478e-305")
  }
}
