import FixtureSupport
import Testing

@testable import Arithmetic

@Suite("The rounding of a ball") struct FormatBallTests {
  /// Whether a value is the nearest of a format to a number, ties to even.
  private static func isNearest(_ value: Double, to x: Exact, in format: Format) -> Bool {
    func neighbour(_ y: Double) -> Exact {
      // Beyond the greatest finite number the values go on for the purpose of rounding.
      let beyond = Exact(format.greatestFinite) + Exact(format.ulp(of: format.greatestFinite))
      return y.isFinite ? Exact(y) : y > 0 ? beyond : -beyond
    }
    let up = neighbour(value) + neighbour(format.successor(of: value))
    let down = neighbour(value) + neighbour(format.predecessor(of: value))
    let twice = x + x
    let isEven = format.bits(of: value) & 1 == 0
    let isBelow = isEven ? twice <= up : !(up <= twice)
    let isAbove = isEven ? down <= twice : !(twice <= down)
    return (isBelow || value == .infinity) && (isAbove || value == -.infinity)
  }

  /// Values, their midpoints and points a part in 2^60 beside them, as balls.
  private static func trials(_ format: Format, seed: UInt64) -> [Ball] {
    var random = TestRandom(seed: seed)
    let least = format.leastExponent - format.precision
    var values = [format.greatestFinite, format.leastNormal, format.leastSubnormal, 1]
    values += (0..<60).map { _ in
      format.rounded(random.double(exponents: max(-1074, least)...format.greatestExponent))
    }
    values += (0..<20).map { _ in
      format.leastSubnormal * Double(random.integer(in: 1...1 << (format.precision - 1)))
    }
    return values.filter(\.isFinite).flatMap { value in
      let half = Ball(format.ulp(of: value)) * 0.5
      let points = [Ball(value), Ball(value) + half, Ball(value) - half]
      let beside = half.scaled(byPowerOfTwo: -60)
      return points.flatMap { [$0, $0 + beside, $0 - beside] }
    } + [Ball(format.leastSubnormal) * 0.25, Ball(1).scaled(byPowerOfTwo: -9000)]
  }

  @Test(arguments: Format.allCases)
  func `is the nearest value, ties to even, decided by the low part`(format: Format) {
    let wrong = Self.trials(format, seed: 80).first { ball in
      let value = format.rounded(ball)
      return !Self.isNearest(value, to: ball.exactMidpoint, in: format)
        || format.rounded(-ball) != -value
    }
    #expect(wrong == nil)
  }

  @Test(arguments: Format.allCases)
  func `is that of the double where the ball is one`(format: Format) {
    var random = TestRandom(seed: 81)
    let exponents = format.leastExponent - 60...format.greatestExponent + 1
    let range = max(-1074, exponents.lowerBound)...min(1023, exponents.upperBound)
    let numbers = (0..<1000).map { _ in random.double(exponents: range) }
    let wrong = (numbers + [0, -0.0, .infinity, -.infinity]).first {
      let (value, expected) = (format.rounded(Ball($0)), format.rounded($0))
      return value != expected || value.sign != expected.sign
    }
    #expect(wrong == nil)
    #expect(format.rounded(Ball(.nan)).isNaN)
  }

  @Test(arguments: Format.allCases)
  func `overflows and underflows beyond the doubles`(format: Format) {
    #expect(format.rounded(Ball(1).scaled(byPowerOfTwo: 5000)) == .infinity)
    #expect(format.rounded(Ball(-1).scaled(byPowerOfTwo: 5000)) == -.infinity)
    let zero = format.rounded(Ball(-1).scaled(byPowerOfTwo: -5000))
    #expect(zero == 0 && zero.sign == .minus)
  }

  @Test(arguments: Format.allCases)
  func `is decided only where every number of the ball rounds alike`(format: Format) {
    var wrong: Ball?
    for ball in Self.trials(format, seed: 82) where wrong == nil {
      for radius in [0x1p-200, 0x1p-105, 0x1p-103, 0x1p-62, 0x1p-20, 0.5] {
        let wide = Ball(ball.significand, exponent: ball.exponent, radius: radius)
        guard let value = format.correctlyRounded(wide) else { continue }
        let isRight = wide.enclosed.allSatisfy { Self.isNearest(value, to: $0, in: format) }
        if !isRight { wrong = wide }
      }
    }
    #expect(wrong == nil)
  }

  @Test func `is not decided by an end that is itself rounded`() {
    // The distance from a tie and the radius differ far below the last bit of their sum.
    let tie = Ball(1) + Ball(0x1p-11)
    for step in -40...40 {
      let offset = 0x1p-60 * (1 + Double(step) * 0x1p-50)
      let ball = Ball((tie + Ball(offset)).significand, exponent: 0, radius: 0x1p-60)
      guard let value = Format.binary16.correctlyRounded(ball) else { continue }
      #expect(ball.enclosed.allSatisfy { Self.isNearest(value, to: $0, in: .binary16) })
    }
  }

  @Test func `is decided away from ties, and undecided around them`() {
    let narrow = Ball(DoubleDouble(1), exponent: 0, radius: 0x1p-90)
    #expect(Format.binary64.correctlyRounded(narrow) == 1)
    let tie = Ball(DoubleDouble(1 + 0x1p-11), exponent: 0, radius: 0x1p-90)
    #expect(Format.binary16.correctlyRounded(tie) == nil)
    #expect(Format.binary32.correctlyRounded(tie) == 1 + 0x1p-11)
    #expect(Format.binary16.correctlyRounded(tie.midpoint) == 1)
    #expect(Format.binary16.correctlyRounded(.unbounded) == nil)
    #expect(Format.binary16.correctlyRounded(Ball(.infinity)) == .infinity)
    #expect(Format.binary16.correctlyRounded(Ball(.nan))?.isNaN == true)
    #expect(Format.binary16.correctlyRounded(.positive(below: -9000)) == 0)
  }
}
