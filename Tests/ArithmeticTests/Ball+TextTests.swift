import FixtureSupport
import Testing

@testable import Arithmetic

@Suite("The text of a ball") struct BallTextTests {
  @Test func `is the number in decimal where it is exact`() {
    #expect(Ball(0).description == "0")
    #expect(Ball(-1.5).description == "-1.5")
    #expect(Ball(0.1).description == "1.00000000000000005551115123125783e-1")
    #expect((Ball(0x1p53) + Ball(0x1p-10)).description == "9.0071992547409920009765625e15")
  }

  @Test func `shows the digits that are certain, and the radius`() {
    let third = Ball(1) / Ball(3)
    #expect(third.description == "3.33333333333333333333333333333e-1 ± 6.6e-32")
    let rough = Ball(1000).widened(by: Ball(0.5))
    #expect(rough.description == "1e3 ± 5e-1")
    #expect(Ball(0).widened(by: Ball(3)).description == "0 ± 3")
  }

  @Test func `names what is not a real number`() {
    #expect(Ball(.infinity).description == "inf" && Ball(-.infinity).description == "-inf")
    #expect(Ball(.nan).description == "nan")
    #expect(Ball.unbounded.description == "unbounded")
    #expect(Ball.unbounded.radiusText == "inf" && Ball(1).radiusText == "0")
  }

  @Test func `has a radius beyond the doubles`() {
    let tiny = Ball(-10_000).exponential()
    #expect(tiny.radiusText.hasSuffix("e-4374"))
    #expect(tiny.decimalText(digits: 5) == "1.1355e-4343")
  }

  @Test func `is the exact midpoint in hexadecimal`() {
    #expect(Ball(0).hexadecimalText == "0x0p+0")
    #expect(Ball(-0.1).hexadecimalText == "-0x1.999999999999ap-4")
    #expect((Ball(1) + Ball(0x1p-104)).hexadecimalText == "0x1.00000000000000000000000001p+0")
    #expect((Ball(1) - Ball(0x1p-104)).hexadecimalText == "0x1.fffffffffffffffffffffffffep-1")
    #expect(Ball(3).scaled(byPowerOfTwo: -5000).hexadecimalText == "0x1.8p-4999")
    #expect(Ball(.infinity).hexadecimalText == "inf" && Ball(.nan).hexadecimalText == "nan")
  }

  @Test func `cuts what lies below 2^-120`() {
    #expect((Ball(1) + Ball(0x1p-120)).hexadecimalText == "0x1.000000000000000000000000000001p+0")
    #expect((Ball(1) + Ball(0x1p-121)).hexadecimalText == "0x1p+0")
  }

  @Test func `in hexadecimal reads back as the same double`() {
    var random = TestRandom(seed: 90)
    let numbers = (0..<500).map { _ in random.double(exponents: -1074...1023) }
    let wrong = numbers.first { Double(Ball($0).hexadecimalText) != $0 }
    #expect(wrong == nil)
  }
}
