import FixtureSupport
import Testing

@testable import Arithmetic

@Suite("Rounding numbers of many bits") struct WideBallConversionTests {
  @Test func `agrees with the rounding of doubles`() {
    var random = TestRandom(seed: 220)
    for format in Format.allCases {
      let wrong = (0..<500).map { _ in random.double(exponents: -160...140) }.first {
        format.correctlyRounded(WideBall($0, precision: 128)) != format.rounded($0)
      }
      #expect(wrong == nil)
    }
  }

  @Test func `breaks ties to even, and sees what is next to them`() {
    for format in Format.allCases {
      let u = WideBall(format.unitRoundoff, precision: 400)
      let least = WideBall(0x1p-300)
      #expect(format.correctlyRounded(1 + u) == 1)
      #expect(format.correctlyRounded(1 + u + least) == 1 + 2 * format.unitRoundoff)
      #expect(format.correctlyRounded(1 + 3 * u) == 1 + 4 * format.unitRoundoff)
      #expect(format.correctlyRounded(-(1 + 3 * u) + least) == -(1 + 2 * format.unitRoundoff))
      #expect(format.correctlyRounded((1 + u).widened(by: least)) == nil)
    }
  }

  @Test func `is right at both ends of the exponent range`() {
    for format in Format.allCases {
      let half = WideBall(format.leastSubnormal, precision: 400) * WideBall(0.5)
      let excess = half.scaled(byPowerOfTwo: -200)
      #expect(format.correctlyRounded(half) == 0)
      #expect(format.correctlyRounded(half + excess) == format.leastSubnormal)
      #expect(format.correctlyRounded(-half)?.sign == .minus)
      let top = WideBall(format.greatestFinite, precision: 400)
      let edge = top + top * WideBall(format.unitRoundoff / 2)
      #expect(format.correctlyRounded(top) == format.greatestFinite)
      #expect(format.correctlyRounded(edge) == format.greatestFinite)
      #expect(format.correctlyRounded(edge.scaled(byPowerOfTwo: 1)) == .infinity)
      let beyond = top + top * WideBall(format.unitRoundoff)
      #expect(format.correctlyRounded(beyond) == .infinity)
      let tiny = WideBall(1).widened(by: 1).scaled(byPowerOfTwo: -(1 << 33))
      #expect(format.correctlyRounded(tiny) == 0)
    }
  }

  @Test func `agrees with the rounding of balls`() {
    var samples = BallSamples(seed: 221)
    let balls = (0..<600).map { _ in samples.ball(exponents: -160...130) }
    for format in Format.allCases {
      let wrong = balls.first { ball in
        guard let first = format.correctlyRounded(ball) else { return false }
        return format.correctlyRounded(WideBall(enclosing: ball, precision: 300)) != first
      }
      #expect(wrong == nil)
    }
  }

  @Test func `is decided by what is too far below a tie to leave a bit`() {
    for format in Format.allCases {
      let u = format.unitRoundoff
      let tie = WideBall(1, precision: 128) + WideBall(u)
      let least = WideBall(1).scaled(byPowerOfTwo: -(1 << 30))
      for (number, value) in [
        (tie + least, 1 + 2 * u), (tie - least, 1), (-tie + least, -1), (-tie - least, -1 - 2 * u),
        (3 * (tie + least) - 2 * tie, 1 + 2 * u), (least * 5 + tie - 1 + 1, 1 + 2 * u),
        (-(tie + least) * WideBall(0.5), -0.5 - u), ((tie + least) / 2, 0.5 + u),
        (tie / (1 + least), 1), (tie / (least - 1), -1 - 2 * u),
        ((tie + least) / (least - 1), -1 - 2 * u),
        ((tie - least) / (1 + least), 1), (least + 4 + tie - 4, 1 + 2 * u),
      ] {
        #expect(format.correctlyRounded(number) == value, "\(format)")
      }
      // Nothing is known of the sum where the two lean to opposite sides, or one to none.
      #expect(format.correctlyRounded((tie + least) + least - least - least) == nil)
      #expect(format.correctlyRounded(tie.widened(by: least)) == nil)
    }
  }
}
