import FixtureSupport
import Testing

@testable import Arithmetic

extension WideBall {
  /// Whether every number enclosed here is certainly within a relative distance of a number.
  func isWithin(_ relative: Double, of value: WideBall) -> Bool {
    let difference = self - value
    let distance = difference.isNegative ? -difference : difference
    let size = value.isNegative ? -value : value
    return isZero && value.isZero || (size * WideBall(relative) - distance).isPositive
  }

  /// Whether a number is certainly one of those enclosed.
  func contains(_ x: WideBall) -> Bool {
    let distance = midpoint.keeping(4000) - x
    return isBounded && x.isBounded
      && !(reach - (distance.isNegative ? -distance : distance)).isCertainlyNegative
  }

  private var isCertainlyNegative: Bool { (-self).isPositive }
}

@Suite("Numbers of many bits") struct WideBallTests {
  private static func number(_ random: inout TestRandom, bits: Int = 128) -> WideBall {
    var x = WideBall(random.double(exponents: -40...40), precision: bits)
    for _ in 0..<random.integer(in: 0...3) {
      x = x * WideBall(random.double(exponents: -3...3), precision: bits)
    }
    return random.integer(in: 0...2) == 0 ? x.widened(by: x * WideBall(0x1p-60)) : x
  }

  @Test func `hold doubles exactly, subnormal ones too`() {
    for x in [1.0, -0.1, 0x1p-1074, 0x1.fffffffffffffp1023, 0x1.8p-1060, -0.0] {
      let wide = WideBall(x, precision: 64)
      #expect(wide.isExact)
      #expect(Format.binary64.correctlyRounded(wide) == x)
    }
    #expect(!WideBall(.infinity).isBounded && !WideBall(.nan).isBounded)
  }

  @Test func `enclose what the same steps enclose with many more bits`() {
    var random = TestRandom(seed: 210)
    let wrong = (0..<300).first { _ in
      let (a, b) = (Self.number(&random), Self.number(&random))
      let (x, y) = (a.midpoint.keeping(2000), b.midpoint.keeping(2000))
      let quotient = a / b
      return !(a + b).contains(x + y) || !(a - b).contains(x - y) || !(a * b).contains(x * y)
        || quotient.isBounded && !quotient.contains(x / y)
    }
    #expect(wrong == nil)
  }

  @Test func `enclose the results of both ends of their operands`() {
    var random = TestRandom(seed: 211)
    let wrong = (0..<200).first { _ in
      let a = Self.number(&random).widened(by: 1)
      let b = Self.number(&random).widened(by: WideBall(0x1p-44))
      let ends = [a, b].map { x in
        [x.midpoint.keeping(900) - x.reach, x.midpoint.keeping(900) + x.reach]
      }
      return ends[0].contains { x in
        ends[1].contains { y in
          !(a + b).contains(x + y) || !(a * b).contains(x * y)
            || (a / b).isBounded && !(a / b).contains(x / y)
        }
      }
    }
    #expect(wrong == nil)
  }

  @Test func `are exact where nothing is left over`() {
    let third = WideBall(1, precision: 128) / 3
    #expect(!third.isExact && (3 * third - 1).mayBeZero)
    #expect((WideBall(21, precision: 128) / 7).isExact)
    #expect((WideBall(0.375, precision: 128) / WideBall(3)).isExact)
    #expect((WideBall(1, precision: 128) + WideBall(0x1p-100)).isExact)
    #expect(!(WideBall(1, precision: 128) + WideBall(0x1p-1000)).isExact)
    #expect((WideBall(1.5, precision: 64) - WideBall(1.5)).isZero)
    #expect((third * 0).isZero)
    #expect(WideBall(2.25, precision: 128).squareRoot().isExact)
  }

  @Test func `know nothing where the divisor may be zero`() {
    let around = WideBall(1, precision: 128).widened(by: 1)
    #expect(!(1 / around).isBounded && !(WideBall(1) / 0).isBounded)
    #expect(!(around / around + 1).isBounded && !around.squareRoot().isBounded)
    #expect(!WideBall(-2, precision: 128).squareRoot().isBounded)
  }

  @Test func `absorb what is far below their precision`() {
    let sum = WideBall(1, precision: 128) + WideBall(1).scaled(byPowerOfTwo: -(1 << 40))
    #expect(sum.magnitude.bitWidth <= 256 && sum.contains(1))
  }

  @Test func `become balls that enclose them, and come from them`() {
    var random = TestRandom(seed: 212)
    let wrong = (0..<300).first { _ in
      let x = Self.number(&random, bits: 300)
      let ball = Ball(enclosing: x)
      let back = WideBall(enclosing: ball, precision: 400)
      return !back.contains(x.midpoint) || !x.isZero && ball.relativeRadiusExponent > -58
    }
    #expect(wrong == nil)
    #expect(Ball(enclosing: .unknown).radius == .infinity && Ball(enclosing: 0).isZero)
    #expect(!WideBall(enclosing: .unbounded, precision: 100).isBounded)
  }
}
