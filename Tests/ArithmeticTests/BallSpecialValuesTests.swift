import Arithmetic
import Testing

@Suite("Balls that are not real numbers") struct BallSpecialValuesTests {
  private static let values = [Double.infinity, -.infinity, .nan, 0, 1, -2]

  @Test func `follow IEEE 754 in arithmetic`() {
    for a in Self.values {
      for b in Self.values where !(a.isFinite && b.isFinite) {
        let results = [
          (Ball(a) + Ball(b), a + b), (Ball(a) - Ball(b), a - b), (Ball(a) * Ball(b), a * b),
          (Ball(a) / Ball(b), a / b),
        ]
        for (ball, value) in results {
          #expect(ball.value == value || ball.isNaN && value.isNaN, "\(a) and \(b)")
        }
      }
    }
  }

  @Test func `follow IEEE 754 in divisions by zero`() {
    #expect((Ball(1) / Ball(0)).value == .infinity)
    #expect((Ball(-1) / Ball(0)).value == -.infinity)
    #expect((Ball(0) / Ball(0)).isNaN)
    #expect((Ball(0) / Ball(3)).isZero)
  }

  @Test func `follow IEEE 754 in functions`() {
    #expect(Ball(.infinity).squareRoot().value == .infinity)
    #expect(Ball(-.infinity).squareRoot().isNaN && Ball(-1).squareRoot().isNaN)
    #expect(Ball(0).squareRoot().isZero)
    #expect(Ball(.infinity).exponential().value == .infinity)
    #expect(Ball(-.infinity).exponential().isZero)
    #expect(Ball(.nan).exponential().isNaN && Ball(.nan).logarithm().isNaN)
    #expect(Ball(.infinity).logarithm().value == .infinity)
    #expect(Ball(0).logarithm().value == -.infinity)
    #expect(Ball(-1).logarithm().isNaN && Ball(-.infinity).logarithm().isNaN)
    #expect(Ball(.infinity).logarithmOfOnePlus().value == .infinity)
    #expect(Ball(-1).logarithmOfOnePlus().value == -.infinity)
    #expect(Ball(-2).logarithmOfOnePlus().isNaN && Ball(.nan).logarithmOfOnePlus().isNaN)
    #expect(Ball(-.infinity).magnitude.value == .infinity)
  }

  @Test func `are not mistaken for what is unknown`() {
    let aroundZero = Ball(0).widened(by: Ball(1))
    #expect((Ball(1) / aroundZero).radius == .infinity)
    #expect((Ball(0) / aroundZero).radius == .infinity)
    #expect(aroundZero.squareRoot().radius == .infinity)
    #expect(aroundZero.logarithm().radius == .infinity)
    #expect((aroundZero - 1).logarithmOfOnePlus().radius == .infinity)
    #expect(Ball(13_000).exponential().radius == .infinity)
    #expect((Ball.unbounded * Ball.unbounded).radius == .infinity)
    #expect((Ball.unbounded + 1).radius == .infinity && (Ball.unbounded / 3).radius == .infinity)
    #expect(Ball.unbounded.exponential().radius == .infinity)
    #expect(Ball.unbounded.logarithmOfOnePlus().radius == .infinity)
    #expect((Ball.unbounded * Ball(0)).isZero)
  }
}
