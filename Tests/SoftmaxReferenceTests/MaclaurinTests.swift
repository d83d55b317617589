import Arithmetic
import SoftmaxFamily
import SoftmaxReference
import Testing

/// The sigmoid and softplus by other ways: power series, and an integral with a name.
@Suite("Maclaurin series") struct MaclaurinTests {
  /// `π`, to half a unit in the last place of the double.
  private static let pi = Ball(Double.pi).widened(by: 0x1p-52)

  /// The coefficients `(2^{2k} − 1)B_{2k}/(2k)!` of `x^{2k−1}` in the sigmoid, from `k = 1` on.
  ///
  /// `σ(x) − ½ = ½ tanh(x/2)`, and `tanh′ = 1 − tanh²` gives the coefficients `t_m` of `x^{2m+1}` in tanh
  /// one after the other: `(2m + 1)t_m = −Σ t_a t_b`, `a + b = m − 1`.
  private static let coefficients: [Ball] = {
    var t: [Ball] = [1]
    for m in 1..<40 {
      let sum = (0..<m).reduce(Ball(0)) { $0 + t[$1] * t[m - 1 - $1] }
      t.append(-sum / Ball(Double(2 * m + 1)))
    }
    return t.indices.map { t[$0].scaled(byPowerOfTwo: -2 * $0 - 2) }
  }()

  private static func power(_ x: Ball, _ exponent: Int) -> Ball {
    (0..<exponent).reduce(Ball(1)) { power, _ in power * x }
  }

  private static func reference(_ operation: Operation, _ x: Double) throws -> Ball {
    try Reference.evaluate(operation, [Tensor([x])])[0]
  }

  @Test func `have the coefficients of Bernoulli's numbers: sigmoid-maclaurin`() {
    let known: [(Double, Double)] = [
      (1, 4), (-1, 48), (1, 480), (-17, 80640), (31, 1_451_520),
    ]
    for (coefficient, (numerator, denominator)) in zip(Self.coefficients, known) {
      #expect((coefficient - Ball(numerator) / Ball(denominator)).mayBeZero)
    }
  }

  @Test(arguments: [0.125, -0.5, 1, -2, 3, -3.0625])
  func `are as near to the sigmoid as their tail allows: sigmoid-maclaurin-tail`(x: Double) throws {
    let sigmoid = try Self.reference(.sigmoid, x)
    var sum: Ball = 0.5
    let share = Ball(abs(x)) / Self.pi
    for (index, coefficient) in Self.coefficients.enumerated() {
      sum = sum + coefficient * Self.power(Ball(x), 2 * index + 1)
      let tail = Self.pi * 0.25 * Self.power(share, 2 * index + 3) / (1 - share * share)
      let error = (sigmoid - sum).magnitude
      #expect(!(error - tail).isPositive, "\(index + 1) terms")
      // The bound is hardly more than the error, so that a wrong term would show.
      if index < 3, abs(x) <= 1 { #expect((tail - 2 * error).isNegative) }
    }
  }

  @Test(arguments: [0.125, -0.5, 1, -2])
  func `are integrated to softplus: softplus-maclaurin`(x: Double) throws {
    var sum = Ball(2).logarithm() + Ball(x) * 0.5
    for (index, coefficient) in Self.coefficients.enumerated() {
      let exponent = 2 * index + 2
      sum = sum + coefficient * Self.power(Ball(x), exponent) / Ball(Double(exponent))
    }
    let difference = (try Self.reference(.softplus, x) - sum).magnitude
    let share = Ball(abs(x)) / Self.pi
    let tail = Ball(abs(x)) * Self.pi * 0.25 * Self.power(share, 81) / (1 - share * share)
    #expect(!(difference - tail).isPositive)
  }

  /// `∫₀ᵇ softplus = −Li₂(−e^b) − π²/12`, where `Li₂(−e^b) = −π²/6 − b²/2 − Li₂(−e^{−b})`.
  ///
  /// The left side by Simpson's rule, whose error on `n` panels is at most `b⁵/(2880n⁴)·max|σ‴|`, `⅛`.
  @Test(arguments: [0.5, 1, 2.5, 6])
  func `have the dilogarithm for an integral: softplus-dilogarithm`(b: Double) throws {
    let panels = 64
    let step = Ball(b) / Ball(Double(panels))
    var integral: Ball = 0
    for panel in 0..<panels {
      let nodes = [0, 0.5, 1].map { Ball(Double(panel) + $0) * step }
      let values = try Reference.evaluate(.softplus, [Tensor(nodes)])
      integral = integral + step * (values[0] + 4 * values[1] + values[2]) / 6
    }
    let ratio = (-Ball(b)).exponential()
    var dilogarithm: Ball = 0
    var power: Ball = 1
    for k in 1...400 {
      power = -power * ratio
      dilogarithm = dilogarithm + power / Ball(Double(k * k))
    }
    let right = Self.pi * Self.pi / 12 + Ball(b * b / 2) + dilogarithm
    let simpson =
      Self.power(Ball(b), 5) / Ball(2880 * 8 * Double(panels * panels * panels * panels))
    let error = (integral - right).magnitude - simpson - power.magnitude
    #expect(!error.isPositive)
    #expect((error + 1e-6).isPositive)
  }
}
