import FixtureSupport
import Testing

@testable import Arithmetic

/// A double-double with random parts that do not overlap.
func randomDoubleDouble(_ random: inout TestRandom) -> DoubleDouble {
  let high = random.double(exponents: -30...30)
  let low = random.double(exponents: -70 ... -53) * powerOfTwo(Int(high.exponent))
  return DoubleDouble.sum(high, low)
}

@Suite("A double-double") struct DoubleDoubleTests {
  /// Whether a result is within `bound·2^-106` of the exact value, relative to it.
  private static func isClose(_ x: DoubleDouble, to exact: Exact, within bound: Double) -> Bool {
    (Exact(x) - exact).absolute
      <= exact.absolute * Exact(bound).scaled(byPowerOfTwo: -106)
  }

  /// The first pair of random operands that fails, none if all is well.
  private static func failure(
    seed: UInt64, _ isRight: (DoubleDouble, DoubleDouble) -> Bool
  ) -> [DoubleDouble]? {
    var random = TestRandom(seed: seed)
    for _ in 0..<1500 {
      let x = randomDoubleDouble(&random)
      var y = randomDoubleDouble(&random)
      // Every third pair cancels, to a different depth each time.
      if random.integer(in: 0...2) == 0 {
        let depth = random.integer(in: 1...106)
        y = -x + DoubleDouble(x.high * powerOfTwo(-depth))
      }
      if !isRight(x, y) { return [x, y] }
    }
    return nil
  }

  @Test func `is the exact sum of two doubles, in any order`() {
    let wrong = Self.failure(seed: 6) { x, y in
      let large = abs(x.high) >= abs(y.high) ? x.high : y.high
      let small = abs(x.high) >= abs(y.high) ? y.high : x.high
      let exact = Exact(x.high) + Exact(y.high)
      return Exact(DoubleDouble.sum(x.high, y.high)) == exact
        && Exact(DoubleDouble.sum(large: large, small: small)) == exact
    }
    #expect(wrong == nil)
  }

  @Test func `is the exact product of two doubles`() {
    let wrong = Self.failure(seed: 7) { x, y in
      Exact(DoubleDouble.product(x.high, y.high)) == Exact(x.high) * Exact(y.high)
    }
    #expect(wrong == nil)
  }

  @Test func `is the exact product of doubles below 2^996 or of long significands`() {
    let all = 0x1.fffffffffffffp0
    for (a, b) in [(all, all), (all * 0x1p995, 0x1p-900 * all), (1 + 0x1p-52, 1 + 0x1p-26)] {
      #expect(Exact(DoubleDouble.product(a, b)) == Exact(a) * Exact(b))
    }
  }

  @Test func `splits a double into halves of 26 bits`() {
    var random = TestRandom(seed: 8)
    let wrong = (0..<1000).lazy.map { _ in random.double() }.first { x in
      let halves = DoubleDouble.split(x)
      let unit = powerOfTwo(Int(x.exponent) - 26)
      let isShort = (halves.high / unit).rounded() * unit == halves.high
      return !isShort || halves.high + halves.low != x || abs(halves.low) > unit
    }
    #expect(wrong == nil)
  }

  @Test func `adds within 3u²`() {
    #expect(
      Self.failure(seed: 9) { x, y in
        Self.isClose(x + y, to: Exact(x) + Exact(y), within: 3.01)
      } == nil)
  }

  @Test func `adds a double within 2u²`() {
    #expect(
      Self.failure(seed: 10) { x, y in
        Self.isClose(x + y.high, to: Exact(x) + Exact(y.high), within: 2)
      } == nil)
  }

  @Test func `adds a small one within 5u²`() {
    #expect(
      Self.failure(seed: 11) { x, y in
        let power = powerOfTwo(Int(x.high.exponent) - Int(y.high.exponent) - 3)
        let small = y.scaled(by: power)
        let sum = DoubleDouble.sum(dominant: x, small: small)
        return Self.isClose(sum, to: Exact(x) + Exact(small), within: 5)
      } == nil)
  }

  @Test func `multiplies within 5u²`() {
    #expect(
      Self.failure(seed: 12) { x, y in
        Self.isClose(x * y, to: Exact(x) * Exact(y), within: 5)
      } == nil)
  }

  @Test func `multiplies by a double within 2u²`() {
    #expect(
      Self.failure(seed: 13) { x, y in
        Self.isClose(x * y.high, to: Exact(x) * Exact(y.high), within: 2)
      } == nil)
  }

  @Test func `divides within 16u²`() {
    // q is within 16u² of x/y where q·y is within 16u² of x.
    #expect(
      Self.failure(seed: 14) { x, y in
        let product = Exact(x / y) * Exact(y)
        return (product - Exact(x)).absolute <= Exact(x).absolute * Exact(0x1p-102)
      } == nil)
  }

  @Test func `takes square roots within 4u²`() {
    // √x(1 ± 4u²) squared is x(1 ± 8u² + 16u⁴).
    #expect(
      Self.failure(seed: 15) { x, _ in
        let x = x.high < 0 ? -x : x
        let root = Exact(x.squareRoot())
        return (root * root - Exact(x)).absolute <= Exact(x) * Exact(0x1p-103)
      } == nil)
    #expect(DoubleDouble(0).squareRoot() == DoubleDouble(0))
    #expect(DoubleDouble(-1).squareRoot().high.isNaN)
  }

  @Test func `keeps its parts apart`() {
    #expect(
      Self.failure(seed: 16) { x, y in
        [x + y, x * y, x / y, x + y.high, x * y.high].allSatisfy { $0.high + $0.low == $0.high }
      } == nil)
  }

  @Test func `is negated and scaled exactly`() {
    #expect(
      Self.failure(seed: 17) { x, _ in
        Exact(-x) == -Exact(x) && Exact(x.scaled(by: 0x1p-40)) == Exact(x).scaled(byPowerOfTwo: -40)
      } == nil)
  }
}
