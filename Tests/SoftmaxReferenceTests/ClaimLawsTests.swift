import Arithmetic
import Conformance
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws
import Testing

/// Claims, as laws see them: no honest program is accused whatever it claims, and one that claims more than
/// it keeps is told so.
@Suite("The laws of claims") struct ClaimLawsTests {
  private static func claims(_ change: (inout Claims) -> Void) -> Claims {
    var claims = Claims()
    claims.subnormals = .gradual
    change(&claims)
    return claims
  }

  private static let wide: [Format: Format] = [.binary16: .binary32, .bfloat16: .binary32]

  /// Claims of every kind, each to be kept and used up.
  static let kept: [(name: String, claims: Claims)] =
    [
      ("nothing", Claims()), ("gradual underflow", claims { _ in }),
      ("wide arithmetic", claims { $0.arithmetic = wide }),
      ("wide accumulators", claims { $0.accumulator = wide }),
      ("exact functions", claims { ($0.exponentialUlps, $0.logarithmUlps) = (0.6, 0.6) }),
      ("rough functions", claims { ($0.exponentialUlps, $0.logarithmUlps) = (20, 20) }),
      ("a log1p", claims { ($0.algorithm, $0.logSumExp) = (.shiftDiv, .log1p) }),
      ("a plain log", claims { ($0.algorithm, $0.logSumExp) = (.expOfXMinusLSE, .log) }),
      (
        "monotone exps",
        claims { ($0.monotone, $0.algorithm, $0.exponentialUlps) = (true, .shiftDiv, 0.6) }
      ),
    ]
    + Claims.Algorithm.allCases.map { form in ("\(form)", claims { $0.algorithm = form }) }
    + Claims.SigmoidForm.allCases.map { form in ("\(form)", claims { $0.sigmoid = form }) }
    + Claims.Summation.allCases.map { order in
      ("\(order)", claims { ($0.summation, $0.algorithm) = (order, .shiftDiv) })
    }

  @Test(arguments: kept.map(\.name))
  func `accuse no program that keeps them`(name: String) throws {
    let turn = try #require(Self.kept.firstIndex { $0.name == name })
    let laws = Catalogue.chapters.prefix(7).flatMap(\.laws).filter { $0.exactness != .convention }
    // A quarter of the laws under each of the claims, in all formats and biases by turns.
    for (index, law) in laws.enumerated() where (index + turn) % 4 == 0 {
      let bias = SimulatedArithmetic.Bias.steady[index % 3]
      let program = Implementation.simulated(keeping: Self.kept[turn].claims, erring: bias)
      let format = Format.allCases[(index / 4 + turn) % 4]
      let falsified = Self.firstFalsified(law, by: program, in: format, cases: 5)
      #expect(falsified == nil, "\(law.name) in \(format), erring \(bias)")
    }
  }

  /// The number of the first case that a program falsifies, or `nil`.
  private static func firstFalsified(
    _ law: Law, by program: Implementation, in format: Format, cases: Int
  ) -> Int? {
    let functions = Subject(program, in: format).functions
    let run = PropertyRun(seed: 1, property: law.name, cases: cases)
    return (0..<cases).first { number in
      var source = run.source(index: number)
      guard let instance = try? law.instance(in: format, from: &source) else { return false }
      return (try? instance.finding(with: functions))?.isFalsified ?? true
    }
  }

  /// A claim made in vain: what is kept instead, and what is claimed.
  private struct Lie {
    let kept: Claims
    let claimed: Claims
    let format: Format
  }

  private static func lie(
    in format: Format = .binary32, _ shared: (inout Claims) -> Void = { _ in },
    keeping kept: (inout Claims) -> Void, claiming claimed: (inout Claims) -> Void
  ) -> Lie {
    let base = claims(shared)
    var (truth, lie) = (base, base)
    kept(&truth)
    claimed(&lie)
    return Lie(kept: truth, claimed: lie, format: format)
  }

  private static let lies: [String: Lie] = [
    "exponentialUlps": lie(
      { ($0.algorithm, $0.sigmoid) = (.shiftDiv, .twoBranch) },
      keeping: { $0.exponentialUlps = 3 }, claiming: { $0.exponentialUlps = 1 }),
    "logarithmUlps": lie(
      { ($0.algorithm, $0.exponentialUlps) = (.shiftDiv, 1) },
      keeping: { $0.logarithmUlps = 4 }, claiming: { $0.logarithmUlps = 1 }),
    "accumulator": lie(
      in: .binary16, { ($0.algorithm, $0.exponentialUlps) = (.shiftDiv, 1) }, keeping: { _ in },
      claiming: { $0.accumulator = wide }),
    "arithmetic": lie(in: .binary16, keeping: { _ in }, claiming: { $0.arithmetic = wide }),
    "summation": lie(
      { $0.algorithm = .shiftDiv }, keeping: { $0.summation = .sequential },
      claiming: { $0.summation = .compensated }),
    "algorithm": lie(
      keeping: { $0.algorithm = .expOfXMinusLSE }, claiming: { $0.algorithm = .shiftDiv }),
    "sigmoid": lie(keeping: { $0.sigmoid = .oneBranch }, claiming: { $0.sigmoid = .twoBranch }),
    "logSumExp": lie(
      { $0.algorithm = .shiftDiv }, keeping: { $0.logSumExp = .log },
      claiming: { $0.logSumExp = .log1p }),
    "subnormals": lie(
      keeping: { $0.subnormals = .flush }, claiming: { $0.subnormals = .gradual }),
    "monotone": lie(
      { $0.algorithm = .shiftDiv }, keeping: { _ in }, claiming: { $0.monotone = true }),
  ]

  @Test(arguments: lies.keys.sorted())
  func `tell that a claim is not kept`(claim: String) throws {
    let check = try #require(ClaimCheck.all.first { $0.claim == claim })
    let lie = try #require(Self.lies[claim])
    for name in check.laws {
      let law = try #require(Catalogue.law(named: name))
      let honest = Implementation.simulated(keeping: lie.kept, erring: .any)
      let liar = Implementation.simulated(keeping: lie.kept, claiming: lie.claimed, erring: .any)
      #expect(Self.firstFalsified(law, by: honest, in: lie.format, cases: 30) == nil, "\(name)")
      #expect(Self.firstFalsified(law, by: liar, in: lie.format, cases: 500) != nil, "\(name)")
    }
  }
}
