import FixtureSupport
import Testing

@testable import Arithmetic

/// The double-double functions, point by point, against whole numbers of 192 bits.
@Suite("The second arithmetic finds the first") struct SecondArithmeticTests {
  private static let bits = 192

  private static func wide(_ x: DoubleDouble) -> WideBall {
    WideBall(x.high, precision: bits) + WideBall(x.low, precision: bits)
  }

  /// A number of two doubles with an exponent of the range.
  private static func number(
    _ random: inout TestRandom, exponents: ClosedRange<Int>
  ) -> DoubleDouble {
    let high = random.double(exponents: exponents)
    let tail = random.integer(in: 0...1) == 0 ? 0 : random.double(exponents: -64 ... -54)
    return DoubleDouble.sum(high, high * tail)
  }

  @Test func `within the bound of the exponential`() {
    var random = TestRandom(seed: 240)
    let wrong = (0..<800).map { _ in Self.number(&random, exponents: -40...12) }.first { x in
      let (significand, exponent) = x.exponential()
      let value = Self.wide(x).exponential().scaled(byPowerOfTwo: -exponent)
      return !Self.wide(significand).isWithin(DoubleDouble.exponentialError, of: value)
    }
    #expect(wrong == nil)
  }

  @Test func `within the bound of the logarithm`() {
    var random = TestRandom(seed: 241)
    let wrong = (0..<800).first { index in
      // All significands, then those around the seams and towards one.
      let seam = [1, 0x1.08p0, 0x1.6a09e667f3bcdp0, 0x1.fp0, 2][index % 5]
      let offset = Self.number(&random, exponents: index % 3 == 0 ? -100 ... -1 : -20 ... -1)
      let m = index % 2 == 0 ? seam + abs(offset.high) * 0.25 : 1 + abs(offset.high)
      guard m < 2 else { return false }
      let exponent = index % 7 == 0 ? random.integer(in: -1100...1100) : random.integer(in: -2...1)
      let result = DoubleDouble(m).logarithm(exponent: exponent)
      let value = WideBall(m, precision: Self.bits).scaled(byPowerOfTwo: exponent).logarithm()
      let error = DoubleDouble.logarithmError(of: result.high)
      return result.high != 0
        && !Self.wide(result).isWithin(error / abs(result.high), of: value)
    }
    #expect(wrong == nil)
  }

  @Test func `within the bound of the logarithm of one plus a small number`() {
    var random = TestRandom(seed: 242)
    let wrong = (0..<800).map { _ in Self.number(&random, exponents: -200 ... -7) }.first { t in
      let value = Self.wide(t).logarithmOfOnePlus()
      return !Self.wide(t.logarithmOfOnePlus())
        .isWithin(DoubleDouble.logarithmOfOnePlusError, of: value)
    }
    #expect(wrong == nil)
  }

  @Test func `within the bound of the square root`() {
    var random = TestRandom(seed: 243)
    let wrong = (0..<2000).map { _ in Self.number(&random, exponents: 0...1) }.first { x in
      let positive = x.high < 0 ? -x : x
      return !Self.wide(positive.squareRoot())
        .isWithin(0x1p-104, of: Self.wide(positive).squareRoot())
    }
    #expect(wrong == nil)
  }

  @Test func `within the radius of a power`() {
    var random = TestRandom(seed: 244)
    let wrong = (0..<500).first { _ in
      let x = abs(random.double(exponents: -12...12))
      let exponent = random.double(exponents: -3...5)
      let ball = WideBall(enclosing: Ball(x).power(Ball(exponent)), precision: Self.bits)
      let value = (WideBall(exponent) * WideBall(x, precision: Self.bits).logarithm()).exponential()
      return !(ball - value).mayBeZero || !ball.isSharp(bits: 94)
    }
    #expect(wrong == nil)
  }

  @Test func `in every entry of the tables of powers`() {
    let two = WideBall(2, precision: Self.bits).logarithm()
    for (table, bits) in [
      (PowerTable.coarse, 8), (PowerTable.fine, 16),
    ] {
      let wrong = table.indices.first { index in
        let exponent = (WideBall(Double(index)) * two).scaled(byPowerOfTwo: -bits)
        return !Self.wide(table[index]).isWithin(0x1p-107, of: exponent.exponential())
      }
      #expect(wrong == nil)
    }
  }
}
