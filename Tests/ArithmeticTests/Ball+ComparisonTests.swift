import Testing

@testable import Arithmetic

@Suite("What is certain of a ball") struct BallComparisonTests {
  private static let samples: [Ball] = {
    var samples = BallSamples(seed: 40)
    return (0..<1500).map { _ in samples.ball() }
  }()

  @Test func `is its sign only where all of it has that sign`() {
    let zero = Exact(0)
    let wrong = Self.samples.first { ball in
      let mayBeZero = ball.exactLower <= zero && zero <= ball.exactUpper
      return mayBeZero && (!ball.mayBeZero || ball.isPositive || ball.isNegative)
        || ball.isPositive && ball.exactUpper <= zero || ball.isNegative && zero <= ball.exactLower
        || !ball.mayBeZero && ball.isPositive == ball.isNegative
    }
    #expect(wrong == nil)
    #expect(Ball(3).isPositive && Ball(-3).isNegative && Ball(0).mayBeZero)
    #expect(Ball(.infinity).isPositive && Ball(-.infinity).isNegative)
    #expect(!Ball(.nan).isPositive && !Ball(.nan).isNegative && !Ball(.nan).mayBeZero)
  }

  @Test func `is not that it is zero where the midpoint alone is as far as the radius`() {
    let ball = Ball(DoubleDouble(1, -0x1p-54), exponent: 0, radius: 1)
    #expect(ball.mayBeZero)
    #expect(!Ball(DoubleDouble(1), exponent: 0, radius: 0.999).mayBeZero)
  }

  @Test func `orders midpoints`() {
    let wrong = zip(Self.samples, Self.samples.dropFirst()).first { a, b in
      a.precedes(b) != !(b.exactMidpoint <= a.exactMidpoint)
    }
    #expect(wrong == nil)
    #expect(Ball(-.infinity).precedes(0) && Ball(0).precedes(Ball(.infinity)))
    #expect(!Ball(1).precedes(1) && !Ball(.nan).precedes(1) && !Ball(1).precedes(Ball(.nan)))
  }

  @Test func `is the greater of two numbers, whichever it is`() {
    let wrong = zip(Self.samples, Self.samples.dropFirst()).first { a, b in
      let maximum = Ball.maximum(a, b)
      return a.enclosed.contains { x in
        b.enclosed.contains { y in !maximum.contains(x <= y ? y : x) }
      }
    }
    #expect(wrong == nil)
    let wide = Ball(DoubleDouble(0), exponent: 0, radius: 3)
    #expect(Ball.maximum(1, wide).contains(Exact(3)) && Ball.maximum(wide, 1).contains(Exact(1)))
    #expect(Ball.maximum(Ball(0).widened(by: 0x1p-900), wide).contains(Exact(3)))
    #expect(Ball.maximum(1, 2).isExact && Ball.maximum(2, 1).value == 2)
    #expect(Ball.maximum(1, .unbounded).radius == .infinity)
    #expect(
      Ball.maximum(Ball(.infinity), 1).isInfinite && Ball.maximum(Ball(-.infinity), 1).value == 1)
    #expect(Ball.maximum(Ball(.nan), 1).isNaN && Ball.maximum(1, Ball(.nan)).isNaN)
  }

  @Test func `is bounded by its magnitude and radius`() {
    let wrong = Self.samples.first { ball in
      let bound = Exact(ball.magnitudeBound)
      return !(ball.exactLower.absolute <= bound && ball.exactUpper.absolute <= bound)
        || !(ball.exactRadius <= Exact(ball.radiusBound))
    }
    #expect(wrong == nil)
    #expect(Ball(3).radiusBound == 0 && Ball(0).magnitudeBound == 0)
    #expect(Ball(-.infinity).magnitudeBound == .infinity)
  }

  @Test(arguments: [-20_000, -1500, -1401, -1150, -1100, -1074, -1050, 1000, 1100, 20_000])
  func `is bounded where the exponent leaves the doubles`(exponent: Int) {
    for radius in [0, 1.5, 0x1.8p150] {
      let ball = Ball(DoubleDouble(1.25), exponent: exponent, radius: radius)
      let (magnitude, reach) = (ball.magnitudeBound, ball.radiusBound)
      #expect(magnitude == .infinity || ball.exactUpper <= Exact(magnitude))
      #expect(reach == .infinity || ball.exactRadius <= Exact(reach))
    }
  }

  @Test func `has the nearest double`() {
    #expect(Self.samples.allSatisfy { $0.value == $0.significand.high * powerOfTwo($0.exponent) })
    #expect(Ball(1).scaled(byPowerOfTwo: -1074).value == 0x1p-1074)
    #expect(Ball(1).scaled(byPowerOfTwo: 1024).value == .infinity)
  }

  @Test func `is the same midpoint with every radius`() {
    #expect(Self.samples.allSatisfy { $0.midpoint.isExact })
    #expect(Self.samples.allSatisfy { $0.midpoint.exactMidpoint == $0.exactMidpoint })
  }

  @Test func `grows with widening`() {
    let wrong = zip(Self.samples, Self.samples.dropFirst()).first { a, b in
      let wide = a.widened(by: b)
      let reach = b.enclosed.map(\.absolute).reduce(Exact(0)) { $0 <= $1 ? $1 : $0 }
      return !wide.contains(a.exactLower - reach) || !wide.contains(a.exactUpper + reach)
    }
    #expect(wrong == nil)
    #expect(Ball(1).widened(by: Double(0)).isExact && Ball(1).widened(by: Ball(0)).isExact)
    #expect(Ball(1).widened(by: Double(0.5)).contains(Exact(1.5)))
    #expect(Ball(0).widened(by: Double(0.5)).contains(Exact(-0.5)))
    #expect(Ball(1).widened(by: Double.infinity).radius == .infinity)
    #expect(Ball(.infinity).widened(by: Double(1)).isInfinite)
  }
}
