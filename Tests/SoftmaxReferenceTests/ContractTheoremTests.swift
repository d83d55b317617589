import FixtureSupport
import Foundation
import Arithmetic
import SoftmaxFamily
import SoftmaxReference
import Testing

/// The theorems bound what they say they bound, found out by trial.
///
/// Simulated implementations keep their claims, but use them up: each result of exp and log is as
/// wrong as is claimed. The error against the reference must stay below the bound, and come
/// near enough to it for the bound to mean something.
@Suite("The error theorems") struct ContractTheoremTests {
  private static let narrow = [Format.binary16, .bfloat16, .binary32]

  /// The worst ratio of a trial over the formats, with gradual underflow and flushing.
  private static func worstRatio(
    _ trial: TheoremTrial, in formats: [Format] = narrow, rows: Int
  ) throws -> Double {
    var worst = 0.0
    for subnormals in Claims.Subnormals.allCases {
      let trial = trial.claiming { $0.subnormals = subnormals }
      for format in formats { worst = max(worst, try trial.worstRatio(in: format, rows: rows)) }
    }
    return worst
  }

  @Test(arguments: TheoremTrial.all)
  func `hold for honest implementations, and are not idle`(trial: TheoremTrial) throws {
    let worst = try Self.worstRatio(trial, rows: 40)
    #expect(worst <= 1)
    #expect(worst > 0.05)
  }

  @Test(arguments: TheoremTrial.all)
  func `hold in binary64, where a bound is only a few units itself`(trial: TheoremTrial) throws {
    let worst = try Self.worstRatio(trial, in: [.binary64], rows: 120)
    #expect(worst <= 1)
    #expect(worst > 0.02)
  }

  /// In binary64 one rounding more or less is what a bound of few roundings stands or falls by.
  @Test func `count every rounding of a loss of one term in binary64`() throws {
    var claims = Claims()
    claims.exponentialUlps = 1
    claims.logarithmUlps = 1
    claims.algorithm = .shiftDiv
    claims.subnormals = .gradual
    let contract = Contract(claims, in: .binary64)
    var worst = 0.0
    for gap in 1...60 {
      for eighths in 1...8 {
        let (z, t) = (-Double(gap), Double(eighths) / 8)
        let loss = -(t * (z - log(1 + exp(z))))
        let arguments = [[0, t], [0, z]].map { Tensor($0).asRow }
        let bound = contract.bounds(.categoricalCrossEntropyWithLogits, arguments)[0]
        let truth = try Reference.evaluate(.categoricalCrossEntropyWithLogits, arguments)[0]
        let error = (Ball(loss) - truth).magnitudeBound
        worst = max(worst, error / bound.bound(of: truth.magnitudeBound))
      }
    }
    #expect(worst <= 1)
    #expect(worst > 0.3)
  }

  @Test(arguments: [0.5, 1, 20])
  func `hold for every claimed accuracy`(ulps: Double) throws {
    for trial in TheoremTrial.all.prefix(SoftmaxFamily.Operation.allCases.count) {
      let worst = try Self.worstRatio(
        trial.claiming {
          $0.exponentialUlps = ulps
          $0.logarithmUlps = ulps
        }, rows: 10)
      #expect(worst <= 1, "\(trial.testDescription)")
    }
  }

  @Test(arguments: Claims.Summation.allCases)
  func `hold for every way to sum`(summation: Claims.Summation) throws {
    for operation in [Operation.softmax, .logSumExp, .entropy, .softmaxVectorJacobianProduct] {
      let worst = try Self.worstRatio(
        TheoremTrial(operation) { $0.summation = summation }, rows: 30)
      #expect(worst <= 1, "\(operation)")
    }
  }

  @Test func `hold for wide accumulators, and for wide arithmetic rounded once`() throws {
    let wide: [Format: Format] = [.binary16: .binary32, .bfloat16: .binary32]
    for trial in TheoremTrial.all.prefix(SoftmaxFamily.Operation.allCases.count) {
      let accumulating = try Self.worstRatio(trial.claiming { $0.accumulator = wide }, rows: 10)
      #expect(accumulating <= 1, "\(trial.testDescription)")
      let computing = try Self.worstRatio(trial.claiming { $0.arithmetic = wide }, rows: 10)
      #expect(computing <= 1, "\(trial.testDescription)")
    }
  }

  @Test(arguments: Claims.Summation.allCases)
  func `bound sums of many terms`(summation: Claims.Summation) {
    var claims = Claims()
    claims.subnormals = .gradual
    claims.summation = summation
    var worst = 0.0
    for format in Self.narrow {
      let contract = Contract(claims, in: format)
      var arithmetic = SimulatedArithmetic(contract, seed: 13)
      for count in [2, 3, 4, 10, 100, 1000] {
        let terms = (0..<count).map { _ in
          format.rounded(abs(arithmetic.random.double(exponents: -4...2)))
        }
        // Exact: the terms have few bits and similar exponents.
        let exact = terms.reduce(0, +)
        let error = abs(arithmetic.sum(terms) - exact) / exact
        worst = max(worst, error / contract.sumError(count))
      }
    }
    #expect(worst <= 1)
    #expect(worst > 0.05)
  }

  @Test func `leave nothing certain where a hypothesis fails`() {
    var claims = Claims()
    claims.algorithm = .unshifted
    let contract = Contract(claims, in: .binary32)
    #expect(contract.bounds(.softmax, [Tensor([100, 0] as [Double])]) == [.infinite, .infinite])
    #expect(
      contract.bounds(.logSumExp, [Tensor([-100, -101] as [Double])])[0].absolute == .infinity)
    // 1/p overflows, which only one way to compute −t/p does.
    let matrix = Tensor(shape: [1, 1], [Ball(0x1p-140)])
    #expect(contract.bounds(.categoricalCrossEntropyGradient, [matrix, matrix]) == [.infinite])
    let gradual = Contract(
      TheoremTrial(.softmax) { $0.subnormals = .gradual }.claims, in: .binary32)
    let (p, q) = (Tensor([0.5, 0.5]), Tensor([1, 0x1p-149]))
    #expect(gradual.bounds(.klDivergence, [p, q]) == [.infinite])
    #expect(gradual.bounds(.klDivergence, [q, p])[0].absolute < 1)
  }

  @Test func `count what underflows beside the greatest entry of log-sum-exp in full`() {
    // A hundred terms of about η/5, each of which exp may be wrong by three units η.
    let trial = TheoremTrial(.logSumExp) {
      $0.logSumExp = .log1p
      $0.subnormals = .gradual
    }
    let contract = Contract(trial.claims, in: .binary16)
    let row = Tensor((0...100).map { $0 == 0 ? 0.0 : -18.25 })
    #expect(contract.bounds(.logSumExp, [row])[0].absolute > 300 * 0x1p-24)
  }

  @Test func `are relative to the tail where log-sum-exp uses log1p`() throws {
    let trial = TheoremTrial(.logSumExp) {
      $0.logSumExp = .log1p
      $0.subnormals = .gradual
    }
    let contract = Contract(trial.claims, in: .binary64)
    let tail = try Reference.evaluate(.logSumExp, [Tensor([0, -100] as [Double])])[0].value
    let bound = contract.bounds(.logSumExp, [Tensor([0, -100] as [Double])])[0].absolute
    #expect(bound < tail * 0x1p-48)
  }
}
