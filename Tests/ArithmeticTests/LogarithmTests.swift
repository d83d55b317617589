import FixtureSupport
import Testing

@testable import Arithmetic

@Suite("The logarithm of a double-double") struct LogarithmTests {
  /// Whether `e^L` passes the argument within what the bound of `L` allows.
  private static func isAccurate(
    _ logarithm: DoubleDouble, of x: Exact, within error: Double
  ) -> Bool {
    guard logarithm.high != 0 else { return x == Exact(1) }
    let reach = Exact(error)
    return FixedPoint.exponential(Exact(logarithm) - reach).upper <= x
      && x <= FixedPoint.exponential(Exact(logarithm) + reach).lower
  }

  private static func isAccurate(_ m: DoubleDouble, exponent: Int) -> Bool {
    let logarithm = m.logarithm(exponent: exponent)
    return isAccurate(
      logarithm, of: Exact(m).scaled(byPowerOfTwo: exponent),
      within: DoubleDouble.logarithmError(of: logarithm.high))
  }

  private static func isAccurateOfOnePlus(_ t: Double) -> Bool {
    let logarithm = DoubleDouble(t).logarithmOfOnePlus()
    return isAccurate(
      logarithm, of: Exact(1) + Exact(t),
      within: abs(logarithm.high) * DoubleDouble.logarithmOfOnePlusError)
  }

  @Test func `is within its bound of exact arithmetic`() {
    var random = TestRandom(seed: 60)
    let wrong = (0..<60).map { _ in
      DoubleDouble.sum(random.double(in: 1...1.9999), random.double(exponents: -80 ... -60))
    }.first { !Self.isAccurate($0, exponent: random.integer(in: -20...20)) }
    #expect(wrong == nil)
  }

  @Test func `is within its bound near one, relative to itself`() {
    // Errors relative to the argument would be 2^50 times too large at 1 + 2^-50.
    let wrong = stride(from: 3, through: 52, by: 5).first { k in
      !Self.isAccurate(DoubleDouble(1 + powerOfTwo(-k)), exponent: 0)
        || !Self.isAccurate(DoubleDouble(2 - powerOfTwo(-k)), exponent: -1)
    }
    #expect(wrong == nil)
    let nearer = DoubleDouble(1, 0x1.8p-100)
    #expect(Self.isAccurate(nearer, exponent: 0))
    #expect(DoubleDouble(1).logarithm(exponent: 0) == DoubleDouble(0))
  }

  @Test func `is within its bound where its cases meet`() {
    let seams = [0x1.6a09e667f3bcdp0, 0x1.08p0, 0x1.fp0, 1, 0x1.fffffffffffffp0]
    let wrong = seams.flatMap { [max(1, $0.nextDown), $0, min($0.nextUp, 2.0.nextDown)] }.first {
      !Self.isAccurate(DoubleDouble($0), exponent: 0)
        || !Self.isAccurate(DoubleDouble($0), exponent: -1)
    }
    #expect(wrong == nil)
  }

  @Test func `multiplies its parts of ln 2 exactly`() {
    // A product with the second part that is not exact leaves only 2^-93 here.
    let x = Ball(1e-193)
    let ball = Ball(x.significand.logarithm(exponent: x.exponent), exponent: 0, radius: 0)
    #expect(ball.decimalText(digits: 28) == "-4.443989229478508169674205485e2")
  }

  @Test func `of one plus a small number is within its bound`() {
    var random = TestRandom(seed: 61)
    let wrong = (0..<60).map { _ in random.double(exponents: -100 ... -7) }.first { t in
      !Self.isAccurateOfOnePlus(t)
    }
    #expect(wrong == nil)
    #expect(DoubleDouble(0).logarithmOfOnePlus() == DoubleDouble(0))
  }

  @Test func `of one plus the largest argument is within its bound`() {
    for t in [0x1p-6, -0x1p-6] { #expect(Self.isAccurateOfOnePlus(t)) }
  }
}
