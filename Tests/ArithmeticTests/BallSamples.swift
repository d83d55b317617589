import FixtureSupport
@testable import Arithmetic

/// Random balls of every kind that the certified operations meet, and numbers inside them.
struct BallSamples {
  var random: TestRandom

  init(seed: UInt64) { random = TestRandom(seed: seed) }

  /// A ball with an exponent of the range: a double, more than a double, narrow, wide, around zero.
  mutating func ball(exponents: ClosedRange<Int> = -40...40) -> Ball {
    let exponent = random.integer(in: exponents)
    let high = random.double(exponents: 0...0)
    let low = random.double(exponents: -70 ... -54)
    let midpoint = DoubleDouble.sum(high, random.integer(in: 0...1) == 0 ? low : 0)
    return switch random.integer(in: 0...9) {
    case 0...3: Ball(DoubleDouble(high), exponent: exponent, radius: 0)
    case 4...5: Ball(midpoint, exponent: exponent, radius: 0)
    case 6: Ball(midpoint, exponent: exponent, radius: radius(-104 ... -80))
    case 7: Ball(midpoint, exponent: exponent, radius: radius(-60 ... -1))
    case 8: Ball(midpoint, exponent: exponent, radius: radius(0...30))
    default: Ball(DoubleDouble(0), exponent: exponent, radius: radius(-30...30))
    }
  }

  private mutating func radius(_ exponents: ClosedRange<Int>) -> Double {
    abs(random.double(exponents: exponents))
  }
}

extension Ball {
  /// The midpoint and both ends: three numbers that the ball encloses.
  var enclosed: [Exact] {
    isExact ? [exactMidpoint] : [exactMidpoint, exactLower, exactUpper]
  }

  /// Whether an interval lies in the ball.
  func contains(_ interval: (lower: Exact, upper: Exact)) -> Bool {
    contains(interval.lower) && contains(interval.upper)
  }

  /// A ball that can be shown where a test fails.
  var shown: String { "\(hexadecimalText) ± \(HexadecimalText.text(radius))p\(exponent)" }
}
