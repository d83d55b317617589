import Testing

@testable import Arithmetic

@Suite("An exact product of balls") struct BallExactProductTests {
  @Test func `is the product, to far more bits than a ball has`() throws {
    var seed = 0.1
    for step in 0..<300 {
      // A logistic map is irregular enough.
      seed = 3.9 * seed * (1 - seed)
      let a = Ball(seed * 3000) - Ball(0.1 * seed * Double(step - 150))
      let b = Ball(seed - 0.5)
      let (leading, rest) = try #require(Ball.exactProduct(a, b))
      let exact =
        WideBall(enclosing: a, precision: 400) * WideBall(enclosing: b, precision: 400)
      let sum =
        WideBall(enclosing: leading, precision: 400) + WideBall(enclosing: rest, precision: 400)
      #expect(leading.isExact && (exact - sum).mayBeZero)
      #expect(rest.magnitudeBound <= leading.magnitudeBound * 0x1p-103)
      #expect(rest.radiusBound <= leading.magnitudeBound * 0x1p-150)
    }
  }

  @Test func `is none of numbers that are not exact, or too long`() {
    let long = Ball(1) + Ball(0x1p-80)
    #expect(Ball.exactProduct(Ball(3).widened(by: 0x1p-60), 5) == nil)
    #expect(Ball.exactProduct(3, long) == nil && Ball.exactProduct(long, 3) != nil)
    #expect(Ball.exactProduct(Ball(.infinity), 3) == nil && Ball.exactProduct(3, Ball(.nan)) == nil)
  }
}
