import Arithmetic
import Testing

@testable import SoftmaxFamily

@Suite("Upper bounds of elementary functions") struct UpperBoundsTests {
  private static let arguments = [
    0, 1e-300, 1e-18, 1e-9, 0.001, 0.1, 0.25, 0.5, 0.9, 1, 3, 20, 700,
  ]

  /// Whether a bound is above a certified value, and not by more than a part in `2^39`.
  private static func isClose(_ bound: Double, to value: Ball) -> Bool {
    let excess = Ball(bound) - value
    return !excess.isNegative
      && !(excess - value.magnitude.scaled(byPowerOfTwo: -39) - Ball(0x1p-49)).isPositive
  }

  @Test func `are above the function, but hardly`() {
    for x in Self.arguments {
      let ball = Ball(x)
      #expect(Self.isClose(Upper.exponential(-x), to: (-ball).exponential()))
      #expect(Self.isClose(Upper.exponential(x), to: ball.exponential()))
      #expect(Self.isClose(Upper.logOfOnePlus(x), to: ball.logarithmOfOnePlus()))
      #expect(Self.isClose(Upper.oneMinusExponential(-x), to: 1 - (-ball).exponential()))
      #expect(Self.isClose(Upper.logarithm(1 + x), to: Ball(1 + x).logarithm()))
      if x > 0, x <= 1 { #expect(Self.isClose(Upper.minusLogarithm(x), to: -ball.logarithm())) }
      if x < 1 {
        #expect(Self.isClose(Upper.minusLogOfOneMinus(x), to: -(-ball).logarithmOfOnePlus()))
      }
      #expect(Self.isClose(Upper.exponentialMinusOne(x), to: ball.exponential() - 1))
    }
  }

  @Test func `compound small errors without losing one beside one`() {
    for a in [0, 0x1p-53, 0x1p-24, 0x1p-8, 0.5] {
      for b in [0, 0x1p-53, 0x1.8p-52, 0x1p-11, 3] {
        let exact = (1 + Ball(a)) * (1 + Ball(b)) - 1
        let bound = Ball(Upper.compound(a, b))
        #expect(!(bound - exact).isNegative)
        #expect(!(bound - exact * Ball(1 + 0x1p-39)).isPositive)
      }
    }
  }

  @Test func `are infinite where nothing bounds the function`() {
    #expect(Upper.minusLogOfOneMinus(1) == .infinity)
    #expect(Upper.minusLogOfOneMinus(2) == .infinity)
    #expect(Upper.exponentialMinusOne(1e4) == .infinity)
  }

  @Test func `bound the magnitude of the logarithm beyond one`() {
    #expect(abs(Upper.minusLogarithm(2)) >= 0x1.62e42fefa39efp-1)
  }
}
