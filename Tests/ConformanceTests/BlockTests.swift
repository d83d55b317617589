import Arithmetic
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import Synchronization
import Testing

@testable import Conformance

@Suite("A block of cases") struct BlockTests {
  /// The laws whose result by post is another than call by call.
  private static func differences(
    _ implementation: Implementation, in format: Format, cases: Int, laws: [Law]
  ) -> [String] {
    let direct = Check(.implementation(implementation), cases: cases)
    let post = Check(.implementation(implementation.byPost()), cases: cases)
    return laws.compactMap { law in
      let (one, other) = (
        direct.result(of: law, in: format).summary, post.result(of: law, in: format).summary
      )
      return one == other ? nil : "\(law.name): \(one) \(other)"
    }
  }

  @Test func `fails at the case at which its cases one by one fail, for every mutant`() throws {
    // A fault that shows in every seventh call whatever it asks shows where the calls put it.
    for mutant in Mutant.all where mutant.name != "race" {
      let law = try #require(Catalogue.law(named: mutant.law))
      let direct = Check(.implementation(mutant.implementation), cases: 60)
      let post = Check(.implementation(mutant.implementation.byPost()), cases: 60)
      let format = mutant.formats[0]
      #expect(
        direct.casesToFailure(of: law, in: format) == post.casesToFailure(of: law, in: format),
        "\(mutant.name)")
    }
  }

  @Test func `has the outcome of its cases one by one, shrunk and explained, for mutants`() throws {
    for name in ["no-max-shift", "log-of-plain-sum"] {
      let mutant = try #require(Mutant.all.first { $0.name == name })
      let law = try #require(Catalogue.law(named: mutant.law))
      #expect(
        Self.differences(mutant.implementation, in: mutant.formats[0], cases: 60, laws: [law])
          == [])
    }
  }

  // MARK: - How calls travel

  /// The number of calls of each number of rows that a law makes.
  private static func travel(_ law: Law, cases: Int, claims: Claims? = nil) -> [Int: Int] {
    let counts = Mutex<[Int: Int]>([:])
    var implementation = Specimen.textbook.byPost { call, reply in
      counts.withLock { $0[call.rows, default: 0] += 1 }
      return reply
    }
    if let claims { implementation.claims = claims }
    let check = Check(.implementation(implementation), cases: cases)
    #expect(check.result(of: law, in: .binary32).verdict == .holds)
    return counts.withLock { $0 }
  }

  @Test func `makes few calls of many rows`() {
    let calls = Self.travel(.sigmoidOracle, cases: 240)
    #expect(calls.values.reduce(0, +) < 240)
    #expect(calls.keys.reduce(0, max) > 8)
  }

  @Test func `asks each row alone where bits are compared, unless other rows change none`() {
    var claims = Specimen.textbook.claims
    claims.batchInvariant = nil
    #expect(Array(Self.travel(.softmaxShiftInvariance, cases: 80, claims: claims).keys) == [1])
    claims.batchInvariant = true
    #expect(Self.travel(.softmaxShiftInvariance, cases: 80, claims: claims).keys.count > 1)
  }

  @Test func `leaves the batches of a law as they are, and what was called before`() {
    #expect(Self.travel(.batchSoftmax, cases: 30).keys.allSatisfy { $0 <= 4 })
    let order = Mutex<[Call]>([])
    let recording = Specimen.textbook.byPost { call, reply in
      order.withLock { $0.append(call) }
      return reply
    }
    let check = Check(.implementation(recording), cases: 10)
    _ = check.result(of: .puritySoftmax, in: .binary32)
    let posted = order.withLock { calls in
      defer { calls = [] }
      return calls
    }
    let direct = Specimen.textbook
    let plain = Implementation(
      direct.name, claims: direct.claims, operations: direct.operations
    ) { call throws(CallFailure) in
      order.withLock { $0.append(call) }
      return try direct.evaluate(call)
    }
    _ = Check(.implementation(plain), cases: 10).result(of: .puritySoftmax, in: .binary32)
    #expect(posted == order.withLock { $0 })
  }

  // MARK: - Rows that depend on each other

  /// The textbook, which is wrong where a call has several rows.
  private static func couplingRows(
    _ change: @escaping @Sendable (Double) -> Double
  ) -> Implementation {
    Specimen.textbook.byPost { call, reply in
      guard call.rows > 4 else { return reply }
      return Reply(shape: reply.shape, values: reply.values.map { call.format.rounded(change($0)) })
    }
  }

  @Test func `is contradictory where a row is wrong beside others and right alone`() throws {
    let check = Check(.implementation(Self.couplingRows { $0 * 1.01 }), cases: 100)
    let result = check.result(of: .sigmoidOracle, in: .binary32)
    #expect(result.verdict == .nondeterministic)
    #expect(
      result.message == "sigmoid gives the same row another answer beside other rows than alone")
    let shown = try #require(result.counterexample)
    #expect(shown.arguments.map(\.name) == ["x"] && !shown.replay.isEmpty)
  }

  @Test func `is not contradictory where a row is rounded otherwise beside others`() {
    // Near one the bound leaves room for one rounding only; below, for those of exp.
    var implementation = Self.couplingRows {
      $0 > 0x1p-100 && $0 < 0.25 ? $0 * (1 + 0x1p-24) : $0
    }
    implementation.claims = Claims()
    let check = Check(.implementation(implementation), cases: 100)
    for law in Catalogue.laws where law.operations == [.sigmoid] && !law.name.hasPrefix("batch") {
      #expect(check.result(of: law, in: .binary32).verdict == .holds, "\(law.name)")
    }
  }

  @Test func `is contradictory where a call is rejected that none of its rows is alone`() {
    let implementation = Specimen.textbook.byPost { call, reply throws(CallFailure) in
      guard call.rows > 4 else { return reply }
      return Reply(
        shape: reply.shape, values: reply.values, rejected: [call.rows - 1: "too many rows"])
    }
    let result = Check(.implementation(implementation), cases: 100)
      .result(of: .sigmoidOracle, in: .binary32)
    #expect(result.verdict == .nondeterministic)
    #expect(
      result.message == "sigmoid answers a row alone, and beside others says: "
        + "rejected a valid input: too many rows")
  }

  @Test func `is not deterministic where the same rows get other answers again`() {
    let count = Mutex(0)
    let implementation = Specimen.textbook.byPost { call, reply in
      guard call.rows > 4,
        count.withLock({
          $0 += 1; return $0
        }) == 1
      else { return reply }
      return Reply(shape: reply.shape, values: reply.values.map { _ in 2 })
    }
    let result = Check(.implementation(implementation), cases: 100)
      .result(of: .sigmoidOracle, in: .binary32)
    #expect(result.verdict == .nondeterministic)
    #expect(
      result.message
        == "sigmoid gave the same row, beside the same others, another answer the second time")
  }

  @Test func `ends at the first case that costs the process, and says which`() throws {
    let deadly: @Sendable (Call) -> Bool = { $0.arguments[0].values.contains { $0 > 20 } }
    func crashing(
      _ make: (@escaping @Sendable (Call, Reply) throws(CallFailure) -> Reply)
        -> Implementation
    ) -> LawResult {
      let implementation = make { call, reply throws(CallFailure) in
        if deadly(call) { throw .crashed("gone") }
        return reply
      }
      return Check(.implementation(implementation), cases: 100)
        .result(of: .sigmoidOracle, in: .binary32)
    }
    let posted = crashing { Specimen.textbook.byPost($0) }
    let direct = crashing { change in
      Implementation(
        "textbook", claims: Specimen.textbook.claims, operations: Specimen.textbook.operations
      ) { call throws(CallFailure) in try change(call, try Specimen.textbook.evaluate(call)) }
    }
    #expect(posted.verdict == .crashed && posted.message == "gone")
    #expect(posted.summary == direct.summary)
    #expect(posted.counterexample?.arguments[0].value.numbers.contains { $0 > 20 } == true)
  }
}

extension LawResult {
  /// What the result says, without the time it took.
  var summary: [String] {
    [
      verdict.rawValue, "\(cases) cases", "\(discarded) discarded", "\(vacuous) vacuous",
      "\(worst)", worstReplay ?? "", message, counterexample?.replay ?? "",
      "\(counterexample?.ratio ?? 0)", "\(counterexample?.calls.count ?? 0) calls",
      worstCounterexample?.replay ?? "", "\(domainSize ?? 0)",
    ]
  }
}
