import FixtureSupport
import Testing

@testable import Arithmetic

@Suite("Elementary functions of many bits") struct WideBallElementaryFunctionsTests {
  @Test func `are known to the digits published`() {
    // e and ln 2 from OEIS A001113 and A002162, ln 10 from A002392.
    let e = WideBall(1, precision: 320).exponential()
    #expect(Ball(enclosing: e).decimalText(digits: 31) == "2.718281828459045235360287471353")
    let two = WideBall(2, precision: 320).logarithm()
    #expect(Ball(enclosing: two).decimalText(digits: 31) == "6.931471805599453094172321214582e-1")
    let ten = WideBall(10, precision: 320).logarithm()
    #expect(Ball(enclosing: ten).decimalText(digits: 31) == "2.302585092994045684017991454684")
  }

  @Test func `enclose what they enclose with three times the bits`() {
    var random = TestRandom(seed: 230)
    let wrong = (0..<60).map { _ in random.double(exponents: -90...9) }.first { x in
      func agree(_ f: (WideBall) -> WideBall, _ x: Double) -> Bool {
        let coarse = f(WideBall(x, precision: 256))
        return coarse.contains(f(WideBall(x, precision: 768)).midpoint) && coarse.isSharp(bits: 250)
      }
      return !agree({ $0.exponential() }, x) || !agree({ $0.logarithm() }, abs(x))
        || !agree({ $0.logarithmOfOnePlus() }, abs(x))
        || !agree({ $0.squareRoot() }, abs(x))
    }
    #expect(wrong == nil)
  }

  @Test func `undo each other`() {
    var random = TestRandom(seed: 231)
    let wrong = (0..<60).map { _ in random.double(exponents: -60...8) }.first { x in
      let exact = WideBall(x, precision: 320)
      let back = exact.exponential().logarithm()
      let square = exact * exact
      return !back.contains(exact) || !square.squareRoot().contains(x < 0 ? -exact : exact)
    }
    #expect(wrong == nil)
  }

  @Test func `follow the ends of a wide argument`() {
    for radius in [0x1p-200, 0x1p-9, 0.25, 3, 40] {
      let x = WideBall(1.5, precision: 256).widened(by: WideBall(radius))
      let exponential = x.exponential()
      for end in [x.midpoint - x.reach, x.midpoint + x.reach] {
        #expect(exponential.contains(end.exponential().midpoint))
      }
      #expect(exponential.isBounded)
    }
    let x = WideBall(2, precision: 256).widened(by: WideBall(0.125))
    for end in [1.875, 2.125] {
      #expect(x.logarithm().contains(WideBall(end, precision: 256).logarithm().midpoint))
    }
  }

  @Test func `are exact where the answer is`() {
    #expect(WideBall(0).exponential().isExact && WideBall(1).logarithm().isZero)
    #expect(WideBall(0).logarithmOfOnePlus().isZero && WideBall(0).squareRoot().isZero)
  }

  @Test func `end at arguments that have no answer or too large a one`() {
    #expect(!WideBall(0).logarithm().isBounded && !WideBall(-1).logarithm().isBounded)
    #expect(!WideBall(-1).logarithmOfOnePlus().isBounded)
    #expect(!WideBall(0x1p50, precision: 100).exponential().isBounded)
    let tiny = WideBall(-0x1p1000, precision: 100).exponential()
    #expect(tiny.isBounded && Format.binary64.correctlyRounded(tiny) == 0)
    #expect(Format.binary64.correctlyRounded(-tiny)?.sign == .minus)
    let tie = WideBall(1, precision: 100) + WideBall(0x1p-53)
    #expect(Format.binary64.correctlyRounded(tie + tiny.logarithmOfOnePlus()) == 1 + 0x1p-52)
    #expect(Format.binary64.correctlyRounded(tie / (1 + tiny)) == 1)
    #expect(!WideBall.unknown.exponential().isBounded)
  }
}
