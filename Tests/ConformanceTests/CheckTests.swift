import Arithmetic
import Conformance
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import Synchronization
import Testing

@Suite("A check") struct CheckTests {
  private static func results(
    _ implementation: Implementation, of laws: [Law] = Catalogue.laws, cases: Int = 20
  ) -> [LawResult] {
    let check = Check(.implementation(implementation), cases: cases)
    return laws.map { check.result(of: $0, in: .binary32) }
  }

  private static func result(
    _ implementation: Implementation, _ law: Law, cases: Int = 20
  ) -> LawResult {
    Check(.implementation(implementation), cases: cases).result(of: law, in: .binary32)
  }

  @Test func `holds for the reference, without a bound of anybody's`() {
    let check = Check(.reference, cases: 10)
    let failures = Catalogue.laws.filter { check.result(of: $0, in: .binary16).verdict != .holds }
    #expect(failures.map(\.name) == [])
  }

  @Test func `says which operation is not offered, and where`() {
    let none = Implementation("none", operations: [.softmax: [.binary64]]) {
      _ throws(CallFailure) in
      throw .hung("called")
    }
    let result = Self.result(none, .softmaxOracle)
    #expect(result.verdict == .unsupported && result.cases == 0 && !result.isRed)
    #expect(result.message == "softmax is not offered in binary32")
    let second = Check(.implementation(none)).result(of: .softmaxTwoIsSigmoid, in: .binary64)
    #expect(second.message == "sigmoid is not offered in binary64")
  }

  @Test func `falsifies every law for answers that are not numbers`() {
    #expect(Self.results(.constant(.nan)).filter { $0.verdict != .fails }.map(\.law.name) == [])
  }

  @Test func `falsifies every equation with a certified value for infinite answers`() {
    let laws = Catalogue.laws.filter { $0.name.hasSuffix("-oracle") }
    #expect(laws.count > 15)
    for infinity in [Double.infinity, -.infinity] {
      let oracles = Self.results(.constant(infinity), of: laws)
      #expect(oracles.allSatisfy { $0.verdict == .fails && $0.worst == .infinity })
    }
  }

  @Test func `calls answers of a wrong length a broken protocol`() {
    let changes: [@Sendable (Reply) -> Reply] = [
      { Reply(shape: $0.shape, values: $0.values + [0]) },
      { Reply(shape: $0.shape, values: Array($0.values.dropLast())) },
      { Reply(shape: $0.shape, values: []) },
      { _ in Reply(shape: [0], values: []) },
      { Reply(shape: $0.shape + [1], values: $0.values) },
      { _ in Reply(shape: [-1], values: []) },
    ]
    for change in changes {
      let wrong = Implementation.answering("wrong") { call throws(CallFailure) in
        change(try Specimen.textbook.evaluate(call))
      }
      let others = Self.results(wrong, cases: 3).filter { $0.verdict != .protocol }
      #expect(others.map(\.law.name) == [])
    }
  }

  @Test func `says what is wrong with the length`() {
    let short = Implementation("short", on: Float.self) { functions in
      functions.softmax = { _ in [1] }
      functions.logSumExp = { _ in .nan }
    }
    let result = Self.result(short, .softmaxSumOne)
    #expect(result.verdict == .protocol)
    #expect(result.message == "softmax returned shape [1] where [2] was expected")
    #expect(result.counterexample?.message == result.message)
    #expect(result.counterexample?.comparison == nil)
  }

  @Test func `survives functions of Swift that return anything`() {
    let odd = Implementation("odd", on: Float.self) { functions in
      functions.softmax = { _ in [] }
      functions.sigmoid = { $0 + $0 }
      functions.softmaxJacobian = { x, _ in x.indices.map { Array(repeating: 0, count: $0) } }
      functions.reducedSoftmaxJacobian = { _, _ in [] }
      functions.inverseReducedSoftmaxJacobian = { p, _ in [[1], p] }
      functions.categoricalCrossEntropyGradient = { targets, _ in targets.map { _ in [] } }
      functions.logSumExp = { _ in -.infinity }
    }
    let verdicts: [(Law, LawResult.Verdict)] = [
      (.softmaxOracle, .protocol), (.sigmoidOracle, .protocol), (.sigmoidZero, .protocol),
      (.softmaxJacobianFormula, .protocol), (.softJacobianFormula, .protocol),
      (.invsoftJacobianFormula, .protocol), (.cceProbDerivatives, .protocol), (.lseOracle, .fails),
      (.lseExtremeFinite, .fails), (.entropyOracle, .unsupported),
    ]
    for (law, verdict) in verdicts {
      #expect(Self.result(odd, law).verdict == verdict, "\(law.name)")
    }
  }

  @Test func `passes on why calls fail`() {
    let failures: [(CallFailure, LawResult.Verdict, String)] = [
      (.unsupported("too long"), .unsupported, "not offered: too long"),
      (.rejected("no"), .error, "rejected a valid input: no"),
      (.malformed("seven numbers"), .protocol, "seven numbers"),
      (.crashed("signal 11"), .crashed, "signal 11"),
      (.hung("no answer"), .hung, "no answer"),
      (.brokeProtocol("no JSON"), .protocol, "no JSON"),
    ]
    for (failure, verdict, message) in failures {
      let result = Self.result(.failing(failure), .cceChainRule)
      #expect(result.verdict == verdict && result.message == message)
      #expect(result.counterexample?.message == message)
      #expect(result.counterexample?.arguments.map(\.name) == ["t", "z"])
    }
  }

  @Test func `simplifies a rejected input, and keeps what was said of it`() {
    let choosy = Implementation.answering("choosy") { call throws(CallFailure) in
      if call.arguments[0].values.contains(where: { $0 >= 3 }) { throw .rejected("too large") }
      return try Specimen.textbook.evaluate(call)
    }
    let result = Self.result(choosy, .softmaxSumOne, cases: 100)
    #expect(result.verdict == .error && result.message == "rejected a valid input: too large")
    #expect(result.counterexample?.arguments.map(\.value.numbers) == [[0, 3]])
  }

  @Test func `calls an answer that changes nondeterministic`() {
    let calls = Mutex(0)
    let moody = Implementation.answering("moody") { call throws(CallFailure) in
      let count = calls.withLock { count in
        count += 1
        return count
      }
      let correct = try Specimen.textbook.evaluate(call)
      return count == 3
        ? Reply(shape: correct.shape, values: correct.values.map { $0 + 1 }) : correct
    }
    let result = Self.result(moody, .softmaxSumOne)
    #expect(result.verdict == .nondeterministic && result.isRed)
    #expect(result.message == "the same case failed once and then did not")
  }

  @Test func `counts the cases and the worst of them`() {
    let result = Self.result(Specimen.textbook, .softmaxOracle, cases: 50)
    #expect(result.verdict == .holds && result.cases == 50 && result.vacuous == 0)
    #expect(result.worst > 0 && result.worst <= 1)
    #expect(result.counterexample == nil && result.message.isEmpty && result.seconds > 0)
  }

  @Test func `of no cases is an error`() {
    let result = Self.result(Specimen.textbook, .softmaxOracle, cases: 0)
    #expect(result.verdict == .error && result.message == "no case could be drawn")
  }

  @Test func `gives the same results for the same seed`() {
    for implementation in [Specimen.textbook, Specimen.naive] {
      let check = Check(.implementation(implementation), seed: 5, cases: 30)
      for law in [Law.softmaxOracle, .lseAssociative, .sigmoidOracle] {
        let (one, other) = (
          check.result(of: law, in: .binary64), check.result(of: law, in: .binary64)
        )
        #expect(one.verdict == other.verdict && one.cases == other.cases)
        #expect(one.worst.bitPattern == other.worst.bitPattern && one.vacuous == other.vacuous)
        #expect(one.counterexample?.replay == other.counterexample?.replay)
      }
    }
    let seeds = [UInt64(1), 2].map { seed in
      Check(.implementation(Specimen.textbook), seed: seed, cases: 5)
        .result(of: .softmaxOracle, in: .binary32).worst
    }
    #expect(seeds[0] != seeds[1])
  }

  @Test func `replays a counterexample from its token`() throws {
    let check = Check(.implementation(Specimen.naive))
    for law in [Law.softmaxOracle, .lseGeMax, .softmaxShiftInvariance] {
      let result = check.result(of: law, in: .binary32)
      let counterexample = try #require(result.counterexample)
      let token = try ReplayToken(parsing: counterexample.replay)
      #expect(token.label == "\(law.name):binary32")
      let again = check.replay(law, in: .binary32, choices: token.choices)
      #expect(again.verdict == result.verdict && again.verdict == .fails)
      #expect(again.case?.ratio == counterexample.ratio)
      #expect(again.case?.replay == counterexample.replay)
      let sound = Check(.implementation(Specimen.textbook))
      #expect(sound.replay(law, in: .binary32, choices: token.choices).verdict == .holds)
    }
  }

  @Test func `replays a call that fails, and choices that make no case`() throws {
    let choices: [UInt64] = []
    let rejecting = Check(.implementation(.failing(.rejected("no"))))
    #expect(rejecting.replay(.softmaxOracle, in: .binary32, choices: choices).verdict == .error)
    let crashing = Check(.implementation(.failing(.crashed("gone"))))
    let replay = crashing.replay(.softmaxOracle, in: .binary32, choices: choices)
    #expect(replay.verdict == .crashed && replay.case?.message == "gone")
  }
}
