import FixtureSupport
import Testing

@testable import Arithmetic

@Suite("Arithmetic of balls") struct BallArithmeticTests {
  /// The first random pair for which an operation leaves something out, as text.
  private static func failure(
    seed: UInt64, exponents: ClosedRange<Int> = -40...40, count: Int = 1200,
    _ isRight: (Ball, Ball) -> Bool
  ) -> String? {
    var samples = BallSamples(seed: seed)
    for _ in 0..<count {
      let a = samples.ball(exponents: exponents)
      let b = samples.ball(exponents: exponents)
      if !isRight(a, b) { return "\(a.shown) and \(b.shown)" }
    }
    return nil
  }

  /// Whether a result contains the exact one for the midpoints and the ends of its operands.
  private static func holds(
    _ a: Ball, _ b: Ball, _ isRight: (Exact, Exact) -> Bool
  ) -> Bool {
    a.enclosed.allSatisfy { x in b.enclosed.allSatisfy { isRight(x, $0) } }
  }

  @Test(arguments: [-40...40, -1200...1200])
  func `contains sums and differences`(exponents: ClosedRange<Int>) {
    let failure = Self.failure(seed: 22, exponents: exponents) { a, b in
      let sum = a + b
      let difference = a - b
      return Self.holds(a, b) { sum.contains($0 + $1) && difference.contains($0 - $1) }
    }
    #expect(failure == nil)
  }

  @Test func `contains sums at every alignment of exponents`() {
    var samples = BallSamples(seed: 23)
    for shift in 0...1100 {
      let a = samples.ball(exponents: 0...0)
      let b = samples.ball(exponents: -shift ... -shift)
      let sum = a + b
      guard Self.holds(a, b, { sum.contains($0 + $1) }) else {
        Issue.record("\(a.shown) and \(b.shown)")
        return
      }
    }
  }

  @Test func `contains a sum whose smaller operand loses its low part to underflow`() {
    let long = Ball(1) + Ball(0x1p-200)
    #expect(long.isExact)
    let sum = Ball(0x1p900) + long
    #expect(sum.contains(Exact.powerOfTwo(900) + Exact(1) + Exact(0x1p-200)))
  }

  @Test func `contains differences that cancel to any depth`() {
    var samples = BallSamples(seed: 24)
    for depth in 0...110 {
      let a = samples.ball()
      let b = a + a.scaled(byPowerOfTwo: -depth)
      let difference = b - a
      guard Self.holds(a, b, { difference.contains($1 - $0) }) else {
        Issue.record("\(a.shown) at \(depth)")
        return
      }
    }
  }

  @Test func `contains products`() {
    let failure = Self.failure(seed: 25, exponents: -4000...4000) { a, b in
      let product = a * b
      return Self.holds(a, b) { product.contains($0 * $1) }
    }
    #expect(failure == nil)
  }

  @Test func `contains quotients`() {
    // The quotient q ± r contains x/y where |x − qy| ≤ r|y|.
    let failure = Self.failure(seed: 26, exponents: -4000...4000) { a, b in
      let quotient = a / b
      guard quotient.isReal, quotient.radius.isFinite else { return b.mayBeZero }
      return Self.holds(a, b) { x, y in
        (x - quotient.exactMidpoint * y).absolute <= quotient.exactRadius * y.absolute
      }
    }
    #expect(failure == nil)
  }

  @Test func `takes roots of squares exactly, and of nothing else`() {
    for x in [1, 1.5, 3, 0x1p-300, 12345.0] {
      let root = (Ball(x) * Ball(x)).squareRoot()
      #expect(root.isExact && root.value == x)
    }
    for x in [2, 1.0.nextUp, 0.5, 3] { #expect(!Ball(x).squareRoot().isExact) }
  }

  @Test func `contains square roots`() {
    let failure = Self.failure(seed: 27, exponents: -4000...4000) { a, _ in
      let root = a.magnitude.squareRoot()
      guard root.radius.isFinite else { return a.mayBeZero }
      return a.magnitude.enclosed.allSatisfy { x in
        root.exactLower * root.exactLower <= x && x <= root.exactUpper * root.exactUpper
      }
    }
    #expect(failure == nil)
  }

  @Test func `keeps the sums and products of doubles exact`() {
    var random = TestRandom(seed: 28)
    let wrong = (0..<500).map { _ in [random.double(), random.double()] }.first { pair in
      let (x, c) = (Ball(pair[0]), Ball(pair[1]))
      let product = x * c
      let sum = x + c
      return !product.isExact || !(product.exactMidpoint == Exact(pair[0]) * Exact(pair[1]))
        || !sum.isExact || !(sum.exactMidpoint == Exact(pair[0]) + Exact(pair[1]))
    }
    #expect(wrong == nil)
  }

  @Test func `gives a number back after adding and subtracting another`() {
    var random = TestRandom(seed: 29)
    let wrong = (0..<500).map { _ in [random.double(), random.double()] }.first { pair in
      let back = Ball(pair[0]) + Ball(pair[1]) - Ball(pair[1])
      return back.value != pair[0] || !back.contains(Exact(pair[0]))
        || back.relativeRadiusExponent > -60
    }
    #expect(wrong == nil)
  }

  @Test func `multiplies and divides by powers of two exactly`() {
    let failure = Self.failure(seed: 30) { a, b in
      let power = Ball(1).scaled(byPowerOfTwo: b.exponent * 100)
      let product = a * power
      let quotient = a / -power
      return product.significand == a.significand && product.radius == a.radius
        && product.exponent == a.exponent + 100 * b.exponent
        && (a.isZero || quotient.significand == -a.significand && quotient.radius == a.radius)
        && quotient.exponent == a.exponent - 100 * b.exponent
    }
    #expect(failure == nil)
  }

  @Test func `scales by powers of two beyond the doubles`() {
    let tiny = Ball(3).scaled(byPowerOfTwo: -1_000_000)
    #expect(tiny.isExact && tiny.exponent == -999_999)
    #expect(tiny.scaled(byPowerOfTwo: 1_000_000).value == 3)
    #expect(Ball(0).scaled(byPowerOfTwo: 7).isZero)
    #expect(Ball(.infinity).scaled(byPowerOfTwo: 7).isInfinite)
  }

  @Test func `stays sharp`() {
    // 3u² for a sum without cancellation, 5u² for a product, 16u² for a quotient.
    let failure = Self.failure(seed: 31) { a, b in
      let (x, y) = (a.midpoint.magnitude, b.midpoint.magnitude)
      guard !x.isZero, !y.isZero else { return true }
      return (x + y).relativeRadiusExponent <= -103 && (x * y).relativeRadiusExponent <= -102
        && (x / y).relativeRadiusExponent <= -101 && x.squareRoot().relativeRadiusExponent <= -102
    }
    #expect(failure == nil)
  }
}
