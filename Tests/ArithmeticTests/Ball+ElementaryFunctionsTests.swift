import FixtureSupport
import Testing

@testable import Arithmetic

@Suite("Elementary functions of balls") struct BallElementaryFunctionsTests {
  @Test(arguments: [
    (1, "2.7182818284590452353602874714"), (-1, "3.6787944117144232159552377016e-1"),
    (0.5, "1.6487212707001281468486507878"), (3.125, "2.2759895093526727983420830257e1"),
    (700, "1.0142320547350045094553295952e304"), (-1000, "5.0759588975494567652918094796e-435"),
    (-12000, "2.9256149121520040503188421679e-5212"),
    (12000, "3.4180848472105536146824695515e5211"),
    (-745.125, "2.4907157776488547301271130066e-324"),
  ])
  func `give known exponentials`(x: Double, text: String) {
    let exponential = Ball(x).exponential()
    #expect(exponential.decimalText(digits: 29) == text)
    #expect(exponential.relativeRadiusExponent <= -101)
  }

  private static let knownLogarithms: [(Double, String)] = [
    (2, "6.931471805599453094172321215e-1"), (3, "1.098612288668109691395245237"),
    (10, "2.302585092994045684017991455"), (1e300, "6.907755278982137052579021967e2"),
    (0x1p-1074, "-7.444400719213812623141072984e2"),
    (1 + 0x1p-50, "8.88178419700124837908452724e-16"),
    (1 - 0x1p-53, "-1.110223024625156602053389888e-16"),
    (0x1.6a09e667f3bcdp0, "3.465735902799727230667026373e-1"),
    (0x1.6a09e667f3bcep0, "3.465735902799728800759485057e-1"),
    (0x1.08p0, "3.07716586667536883710282076e-2"),
    (0x1.fp-1, "-3.174869831458030115699628275e-2"),
  ]

  @Test(arguments: knownLogarithms)
  func `give known logarithms`(x: Double, text: String) {
    let logarithm = Ball(x).logarithm()
    #expect(logarithm.decimalText(digits: 28) == text)
    #expect(logarithm.relativeRadiusExponent <= -96)
  }

  @Test func `are exact where the answer is`() {
    #expect(Ball(0).exponential().isExact && Ball(0).exponential().value == 1)
    #expect(Ball(1).logarithm().isZero && Ball(0).logarithmOfOnePlus().isZero)
  }

  @Test func `are small and positive where a huge argument is known only relatively`() {
    let huge = 1 - Ball(0x1p1021)
    #expect(huge.radiusBound > 1)
    #expect(!huge.exponential().mayBeZero || huge.exponential().magnitudeBound < 0x1p-1000)
    #expect((-huge).exponential().magnitudeBound == .infinity)
  }

  @Test func `contain the exponentials of all that the argument encloses`() {
    var samples = BallSamples(seed: 70)
    let balls = (0..<60).map { _ in samples.ball(exponents: -60...3) }
    let wrong = balls.filter { $0.magnitudeBound <= 16 }.first { ball in
      let exponential = ball.exponential()
      return !ball.enclosed.allSatisfy { exponential.contains(FixedPoint.exponential($0)) }
    }
    #expect(wrong == nil)
    #expect(balls.filter { $0.magnitudeBound <= 16 }.count > 40)
  }

  @Test func `contain the exponentials of arguments close to zero`() {
    for exponent in [-100, -199, -200, -201, -300, -5000] {
      let exponential = Ball(1).scaled(byPowerOfTwo: exponent).exponential()
      let least = Exact(1) + Exact.powerOfTwo(exponent)
      // 1 + x < e^x < 1 + x + x²
      #expect(exponential.contains((least, least + Exact.powerOfTwo(2 * exponent))))
      #expect(exponential.relativeRadiusExponent <= max(-101, exponent + 1))
    }
    // The radius is 2^150 times the midpoint, which lies outside the doubles.
    let wide = Ball(DoubleDouble(1), exponent: -1150, radius: 0x1p150).exponential()
    #expect(wide.contains(Exact(1) + Exact(0x1p-1000)))
  }

  /// Whether an enclosure contains the logarithm of a number, as far as `e^x` tells.
  private static func encloses(_ logarithm: Ball, of x: Exact) -> Bool {
    FixedPoint.exponential(logarithm.exactLower).lower <= x
      && x <= FixedPoint.exponential(logarithm.exactUpper).upper
  }

  @Test func `contain the logarithms of all that the argument encloses`() {
    var samples = BallSamples(seed: 71)
    let balls = (0..<60).map { _ in samples.ball(exponents: -15...15).magnitude }
    let wrong = balls.first { ball in
      let logarithm = ball.logarithm()
      guard logarithm.radius.isFinite else { return !ball.mayBeZero }
      guard logarithm.magnitudeBound <= 16 else { return false }
      return !ball.enclosed.allSatisfy { Self.encloses(logarithm, of: $0) }
    }
    #expect(wrong == nil)
  }

  @Test func `contain the logarithms of one plus all that the argument encloses`() {
    var samples = BallSamples(seed: 72)
    let balls = (0..<60).map { _ in samples.ball(exponents: -130 ... -2) }
    let wrong = balls.first { ball in
      let logarithm = ball.logarithmOfOnePlus()
      guard logarithm.radius.isFinite else { return !(ball.exactLower <= Exact(-1)) }
      guard logarithm.magnitudeBound <= 16 else { return false }
      return !ball.enclosed.allSatisfy { Self.encloses(logarithm, of: Exact(1) + $0) }
    }
    #expect(wrong == nil)
  }

  @Test(arguments: [16.0, 700, 5900])
  func `turn sums into products`(range: Double) {
    var random = TestRandom(seed: 73)
    for _ in 0..<300 {
      let (a, b) = (
        Ball(random.double(in: -range...range)), Ball(random.double(in: -range...range))
      )
      let whole = (a + b).exponential()
      let product = a.exponential() * b.exponential()
      guard whole.overlaps(product), product.relativeRadiusExponent <= -100 else {
        Issue.record("\(a) and \(b)")
        return
      }
    }
  }

  @Test func `turn products into sums`() {
    var random = TestRandom(seed: 74)
    for _ in 0..<300 {
      let a = Ball(abs(random.double(exponents: -1000...1000)))
      let b = Ball(abs(random.double(exponents: -1000...1000)))
      let difference = (a * b).logarithm() - a.logarithm() - b.logarithm()
      guard difference.mayBeZero, difference.radiusBound < 0x1p-84 else {
        Issue.record("\(a) and \(b)")
        return
      }
    }
  }

  @Test func `undo each other`() {
    var random = TestRandom(seed: 75)
    for _ in 0..<300 {
      let x = Ball(random.double(in: -11_000...11_000))
      let y = Ball(random.double(exponents: -120 ... -1))
      let back = x.exponential().logarithm()
      let small = (y.exponential() - 1).logarithmOfOnePlus()
      guard back.overlaps(x), back.radiusBound < 0x1p-82, small.overlaps(y) else {
        Issue.record("\(x) or \(y)")
        return
      }
    }
  }

  @Test func `agree on both sides of where log1p changes its method`() {
    for exponent in [-5, -6, -7, -109, -110, -111, -112] {
      for sign in [1.0, -1] {
        let t = Ball(sign * 0x1.23p0).scaled(byPowerOfTwo: exponent)
        let logarithm = t.logarithmOfOnePlus()
        #expect(Self.encloses(logarithm, of: Exact(1) + t.exactMidpoint))
        #expect(logarithm.relativeRadiusExponent <= -96)
      }
    }
  }

  @Test func `stay certain below every format`() {
    let tiny = Ball(-13_000).exponential()
    #expect(tiny.contains(Exact(0)) && tiny.exactUpper <= Exact.powerOfTwo(-17_300))
    let log1p = Ball(1).scaled(byPowerOfTwo: -5000).logarithmOfOnePlus()
    #expect(log1p.contains(Exact.powerOfTwo(-5000)) && log1p.relativeRadiusExponent < -800)
  }

  @Test func `bound the excess of the exponential`() {
    for r in [0x1p-150, 0x1p-60, 0.1, 1, 1.0000001, 2, 15] {
      let excess = Exact(Ball.exponentialExcess(r)) + Exact(1)
      #expect(FixedPoint.exponential(Exact(r)).upper <= excess)
    }
    #expect(Ball.exponentialExcess(0) == 0)
    #expect(Ball.exponentialExcess(701) == .infinity)
  }
}
