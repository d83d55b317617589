import FixtureSupport
import Testing

@testable import Arithmetic

@Suite("A ball") struct BallTests {
  private static func isNormal(_ ball: Ball) -> Bool {
    let magnitude = abs(ball.significand.high)
    return magnitude >= 1 && magnitude < 2
      || magnitude == 0 && (ball.radius == 0 || ball.radius >= 1 && ball.radius < 2)
  }

  @Test func `of a double is that double`() {
    var random = TestRandom(seed: 20)
    let special = [0x1p-1074, -0x1p-1060, .leastNormalMagnitude, .greatestFiniteMagnitude, 1, -1]
    let wrong = (special + (0..<500).map { _ in random.double(exponents: -1074...1023) }).first {
      let ball = Ball($0)
      return !Self.isNormal(ball) || !ball.isExact || !(ball.exactMidpoint == Exact($0))
        || ball.value != $0
    }
    #expect(wrong == nil)
  }

  @Test func `is normalised, and encloses what it was made of`() {
    var random = TestRandom(seed: 21)
    for _ in 0..<1000 {
      let parts = randomDoubleDouble(&random)
      let radius = abs(random.double(exponents: -250...250))
      let exponent = random.integer(in: -20_000...20_000)
      let ball = Ball(parts, exponent: exponent, radius: radius)
      let midpoint = Exact(parts).scaled(byPowerOfTwo: exponent)
      let reach = Exact(radius).scaled(byPowerOfTwo: exponent)
      guard Self.isNormal(ball), ball.contains(midpoint + reach), ball.contains(midpoint - reach)
      else {
        Issue.record("\(parts) ± \(radius)")
        return
      }
    }
  }

  @Test func `drops a midpoint far below its radius, not without a trace`() {
    let ball = Ball(DoubleDouble(0x1p-300), exponent: 5, radius: 1)
    #expect(ball.significand == DoubleDouble(0))
    #expect(ball.contains(Exact(0x1p-300).scaled(byPowerOfTwo: 5) + Exact(32)))
  }

  @Test func `knows infinities, NaN and zero`() {
    #expect(Ball(.infinity).isInfinite && !Ball(.infinity).isReal && !Ball(.infinity).isNaN)
    #expect(Ball(.nan).isNaN && !Ball(.nan).isReal && !Ball(.nan).isInfinite)
    #expect(Ball(0).isZero && Ball(-0.0).isZero && Ball(0).isExact)
    #expect(Ball(-0.0).value.sign == .minus)
    #expect(Ball.unbounded.isReal && !Ball.unbounded.isExact && !Ball.unbounded.isZero)
  }

  @Test func `becomes unbounded with a radius that overflows, NaN with a midpoint that is`() {
    #expect(Ball(DoubleDouble(1), exponent: 0, radius: .infinity).radius == .infinity)
    #expect(Ball(DoubleDouble(1), exponent: 0, radius: .nan).radius == .infinity)
    #expect(Ball(DoubleDouble(.nan), exponent: 0, radius: 0).isNaN)
  }

  @Test func `below a power of two encloses zero and that power`() {
    let ball = Ball.positive(below: -100)
    #expect(ball.contains(Exact(0)) && ball.contains(Exact.powerOfTwo(-100)))
    #expect(!ball.contains(Exact.powerOfTwo(-99)))
  }

  @Test func `rounds radii upwards, but not zero`() {
    #expect(Ball.upwards(0) == 0)
    #expect(Ball.upwards(1) > 1.0.nextUp)
    #expect(Ball.upwards(0x1p-1074) >= 0x1p-1000)
    #expect(Ball.scaled(0x1p-900, by: 0x1p-900) > 0)
    #expect(Ball.scaled(0, by: 0x1p-900) == 0)
  }

  @Test func `is written as a literal`() {
    let half: Ball = 0.5
    let three: Ball = 3
    #expect(half.value == 0.5 && half.isExact)
    #expect(three.value == 3 && three.isExact)
  }
}
