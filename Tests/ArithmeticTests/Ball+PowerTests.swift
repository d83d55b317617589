import FixtureSupport
import Testing

@testable import Arithmetic

@Suite("Powers of balls") struct BallPowerTests {
  @Test(arguments: [
    (2, 0.5, "1.4142135623730950488016887242"), (2, 1.5, "2.8284271247461900976033774484"),
    (10, -0.25, "5.6234132519034908039495103978e-1"),
    (0.75, 20.5, "2.7463500999013440742394769445e-3"),
    (1e-300, 3.5, "1e-1050"), (3, 5, "2.43e2"),
  ])
  func `give known powers`(x: Double, exponent: Double, text: String) {
    let power = Ball(x).power(Ball(exponent))
    #expect(power.decimalText(digits: text.contains("e-1050") ? 13 : 29) == text)
    #expect(power.relativeRadiusExponent <= -96)
  }

  @Test func `are exact where the answer is`() {
    for (x, exponent, power) in [(3.0, 2.0, 9.0), (1.5, 3, 3.375), (0.5, 4, 0.0625), (7, 1, 7)] {
      let ball = Ball(x).power(Ball(exponent))
      #expect(ball.isExact && ball.value == power)
    }
  }

  @Test func `enclose the power by their inverse`() {
    var random = TestRandom(seed: 90)
    for _ in 0..<200 {
      let x = Ball(abs(random.double(exponents: -30...30)))
      let exponent = Ball(random.double(in: 0.2...4))
      let there = x.power(exponent).power(1 / exponent)
      guard (there - x).mayBeZero, there.relativeRadiusExponent < -95 else {
        Issue.record("\(x) to the \(exponent)")
        return
      }
    }
  }

  @Test func `do not take an exponent of two doubles for one`() {
    let exponent = Ball(DoubleDouble(2, 0x1p-60), exponent: 0, radius: 0)
    let power = Ball(1e10).power(exponent)
    #expect((power - 1e20).isPositive)
  }

  @Test func `of numbers that may be zero reach from zero to the upper end`() {
    let small = Ball(DoubleDouble(1), exponent: -100, radius: 1)
    let root = small.power(0.5)
    #expect(root.contains(Exact(0)) && root.contains(Exact.powerOfTwo(-50)))
    #expect(root.magnitudeBound <= 0x1p-49)
    let around = Ball(DoubleDouble(0), exponent: 0, radius: 1).power(1.5)
    #expect(around.contains(Exact(1)) && around.contains(Exact(0)) && around.magnitudeBound < 1.001)
    let negative = Ball(DoubleDouble(-1), exponent: 0, radius: 1).power(1.5)
    #expect(negative.contains(Exact(0)) && negative.magnitudeBound < 3)
  }

  @Test func `of special values are the limits`() {
    #expect(Ball(0).power(0).value == 1 && Ball(0).power(1.5).isZero)
    #expect(Ball(0).power(-1.5).value == .infinity)
    #expect(Ball(.infinity).power(1.5).value == .infinity && Ball(.infinity).power(-1.5).isZero)
    #expect(Ball(-2).power(1.5).isNaN && Ball(-.infinity).power(1.5).isNaN)
    #expect(Ball(.nan).power(2).isNaN && Ball(2).power(Ball(.nan)).isNaN)
    #expect(Ball.unbounded.power(1.5).radius == .infinity)
    #expect(Ball(2).power(Ball(.infinity)).radius == .infinity)
  }
}
