import FixtureSupport
import Arithmetic
import Foundation
import SoftmaxFamily

/// Arithmetic in a format that keeps its contract, and does no better than it must.
///
/// Sums, products and quotients are correctly rounded (by way of doubles, which changes nothing
/// for significands of up to 24 bits, and as doubles are in binary64); exp, log, log1p and tanh are as wrong as is claimed.
struct SimulatedArithmetic {
  /// In which direction elementary functions err.
  enum Bias: CaseIterable {
    case any, up, down, firstUp, firstDown

    /// Those that depend on the number alone.
    static let steady = [Bias.any, .up, .down]
  }

  let contract: Contract
  var random: TestRandom
  private var bias = Bias.any
  private var calls = 0
  private let steadyBias: Bias?

  private let format: Format
  private let flushes: Bool
  private let exponentialUlps: Double
  private let logarithmUlps: Double

  /// Creates the arithmetic; with a steady bias a function of one number is one number.
  init(_ contract: Contract, seed: UInt64, steadyBias: Bias? = nil) {
    self.contract = contract
    self.steadyBias = steadyBias
    format = contract.working
    flushes = contract.claims.subnormals != .gradual
    exponentialUlps = contract.claims.exponentialUlps ?? 3
    logarithmUlps = contract.claims.logarithmUlps ?? 2
    random = TestRandom(seed: seed)
  }

  /// Chooses in which direction the functions of the next computation err.
  mutating func begin() {
    bias = steadyBias ?? Bias.allCases[random.integer(in: 0...Bias.allCases.count - 1)]
    calls = 0
  }

  /// One of two ways, at random.
  mutating func coin() -> Bool { random.integer(in: 0...1) == 0 }

  /// Rounds to the storage format, which may be narrower than that of the operations.
  func stored(_ x: Double) -> Double { flushed(contract.format.rounded(x), contract.format) }

  private func flushed(_ x: Double, _ format: Format) -> Double {
    flushes && x.magnitude < format.leastNormal ? 0 : x
  }

  private func rounded(_ x: Double) -> Double { flushed(format.rounded(x), format) }

  func add(_ a: Double, _ b: Double) -> Double { rounded(a + b) }
  func subtract(_ a: Double, _ b: Double) -> Double { rounded(a - b) }
  func multiply(_ a: Double, _ b: Double) -> Double { rounded(a * b) }
  func divide(_ a: Double, _ b: Double) -> Double { rounded(a / b) }
  func squareRoot(_ x: Double) -> Double { rounded(x.squareRoot()) }

  mutating func exp(_ x: Double) -> Double {
    // What the shifted algorithms rely on: the greatest entry's exponential is one.
    guard x != 0 else { return 1 }
    return max(0, perturbed(Foundation.exp(x), ulps: exponentialUlps))
  }

  /// A power, given as a double, as wrong as an exponential.
  mutating func powerValue(_ value: Double) -> Double {
    max(0, perturbed(value, ulps: exponentialUlps))
  }

  mutating func log(_ x: Double) -> Double {
    perturbed(Foundation.log(x), ulps: logarithmUlps)
  }

  mutating func log1p(_ x: Double) -> Double {
    perturbed(Foundation.log1p(x), ulps: logarithmUlps)
  }

  mutating func tanh(_ x: Double) -> Double {
    max(-1, min(1, perturbed(Foundation.tanh(x), ulps: exponentialUlps)))
  }

  /// A value of the format as far from the true one as the claim allows, or some way there.
  private mutating func perturbed(_ x: Double, ulps: Double) -> Double {
    guard x.isFinite, x.magnitude <= format.greatestFinite else { return x }
    guard x != 0 else { return 0 }
    calls += 1
    let reach =
      switch bias {
      case .any: steadyBias == nil ? random.double(in: -1...1) : Self.reach(at: x)
      case .up: 1.0
      case .down: -1.0
      case .firstUp: calls == 1 ? 1.0 : -1.0
      case .firstDown: calls == 1 ? -1.0 : 1.0
      }
    // The double is the true value to within far less than a unit of the narrow formats. In
    // binary64 it is off by up to a unit, which is kept clear of the claim.
    let room = format == .binary64 ? max(0, ulps - 1.25) : ulps - 1e-6
    let target = x + reach * room * format.ulp(of: x)
    return flushed(towards(x, from: target), format)
  }

  /// A share of the error that is claimed, as good as random, of one number.
  private static func reach(at x: Double) -> Double {
    var random = TestRandom(seed: x.bitPattern)
    return random.double(in: -1...1)
  }

  /// The value of the format next to a point, on the side of another; that one if there is none.
  private func towards(_ x: Double, from target: Double) -> Double {
    let nearest = format.rounded(target)
    let inner =
      target > x
      ? (nearest > target ? format.predecessor(of: nearest) : nearest)
      : (nearest < target ? format.successor(of: nearest) : nearest)
    let isBetween = target > x ? inner >= x : inner <= x
    return isBetween ? inner : format.rounded(x)
  }
}

extension SimulatedArithmetic {
  /// The sum, in the order or by the method that is claimed.
  mutating func sum(_ terms: [Double]) -> Double {
    let accumulator = contract.claims.accumulator[contract.format] ?? format
    let wider = accumulator.precision > format.precision ? accumulator : format
    switch contract.claims.summation {
    case .pairwise: return rounded(pairwise(terms, in: wider))
    case .compensated: return rounded(compensated(terms, in: wider))
    case .sequential: return rounded(terms.reduce(0) { wider.rounded($0 + $1) })
    case .unknown, nil: return rounded(shuffled(terms).reduce(0) { wider.rounded($0 + $1) })
    }
  }

  private mutating func shuffled(_ terms: [Double]) -> [Double] {
    var terms = terms
    for i in terms.indices.dropFirst() { terms.swapAt(i, random.integer(in: 0...i)) }
    return terms
  }

  private func pairwise(_ terms: [Double], in format: Format) -> Double {
    guard terms.count > 1 else { return terms.first ?? 0 }
    let half = terms.count / 2
    return format.rounded(
      pairwise(Array(terms[..<half]), in: format) + pairwise(Array(terms[half...]), in: format))
  }

  /// Kahan's sum.
  private func compensated(_ terms: [Double], in format: Format) -> Double {
    var sum = 0.0
    var correction = 0.0
    for term in terms {
      let corrected = format.rounded(term - correction)
      let next = format.rounded(sum + corrected)
      correction = format.rounded(format.rounded(next - sum) - corrected)
      sum = next
    }
    return sum
  }
}
