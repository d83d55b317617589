import Arithmetic
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import Testing

@testable import Conformance

/// Which cases a check evaluates, and what becomes of those that fail.
@Suite("The cases of a check") struct CheckOfCasesTests {
  @Test func `are all there are where the domain is small`() {
    let check = Check(.implementation(Specimen.textbook), cases: 200)
    let result = check.result(of: .smoothmaxGapAttained, in: .binary32)
    #expect(result.verdict == .holds)
    #expect(result.domainSize == 129 && result.cases == 129)
  }

  @Test func `have the worst one replayed where all of them hold`() throws {
    let check = Check(.implementation(Specimen.textbook), cases: 50)
    let result = check.result(of: .softmaxOracle, in: .binary32)
    let token = try ReplayToken(parsing: try #require(result.worstReplay))
    #expect(result.verdict == .holds && result.worst > 0)
    let (verdict, worst) = check.replay(.softmaxOracle, in: .binary32, choices: token.choices)
    #expect(verdict == .holds && worst?.ratio == result.worst)
  }

  @Test func `are called vacuous where they are, replayed alone`() throws {
    let law = try #require(Catalogue.law(named: "entropy-formula"))
    let check = Check(.implementation(Specimen.textbook), cases: 20)
    let run = PropertyRun(seed: 1, property: law.name, cases: 20)
    var verdicts: [LawResult.Verdict] = []
    for index in 0..<20 {
      var source = run.source(index: index)
      _ = try law.instance(in: .bfloat16, from: &source)
      let (verdict, found) = check.replay(law, in: .bfloat16, choices: source.choices)
      verdicts.append(verdict)
      #expect(found?.isVacuous == (verdict == .vacuous))
    }
    #expect(verdicts.contains(.vacuous))
    #expect(check.result(of: law, in: .bfloat16).vacuous == verdicts.count { $0 == .vacuous })
  }

  @Test func `that failed before come first`() throws {
    let text = "softmax-oracle:binary32 2 0x0p+0 0x1.9p+6\n"
    let known = try Regressions(path: "known.txt", text: text)
    let check = Check(.implementation(Specimen.naive), cases: 1, regressions: known)
    let result = check.result(of: .softmaxOracle, in: .binary32)
    #expect(result.verdict == .fails && result.cases == 0)
    #expect(result.regressions.map(\.outcome) == [.fails])
    #expect(result.counterexample?.regression == "softmax-oracle:binary32 2 0x0p+0 0x1.64p+6")
    let other = check.result(of: .softmaxOracle, in: .binary64)
    #expect(other.regressions.isEmpty)
    let sound = Check(.implementation(Specimen.textbook), cases: 20, regressions: known)
    let idle = sound.result(of: .softmaxOracle, in: .binary32)
    #expect(idle.verdict == .holds && idle.regressions.map(\.outcome) == [.holds])
  }

  @Test func `have the worst one told beside the simplest`() throws {
    let wrong = Implementation.textbook(but: .softmax, "wrong") { arguments, _ in
      let x = arguments[0]
      let top = x.max() ?? 0
      let powers = x.map { $0 == top ? 1 : max(0, 1 + ($0 - top) / 8) }
      return powers.map { $0 / powers.reduce(0, +) }
    }
    let result = Check(.implementation(wrong)).result(of: .softmaxOracle, in: .binary32)
    let simplest = try #require(result.counterexample)
    let worst = try #require(result.worstCounterexample)
    #expect(worst.ratio > simplest.ratio && worst.ratio == result.worst)
    let lines = FailureReport(result).lines
    #expect(lines.filter { $0.label == "token" }.map(\.text) == [simplest.replay, worst.replay])
    let line = try #require(lines.first { $0.label == "worst" })
    #expect(line.text.hasPrefix("\(worst.ratio.ratioText) × the bound at x = "))
  }

  /// A law is evaluated a few hundred times at most to make a failure of 64 entries simple, which
  /// is some milliseconds in release.
  @Test func `are made simple in few evaluations where they have 64 entries`() throws {
    for law in [Law.softmaxOracle, .softmaxSumOne, .lseOracle] {
      for seed in 1..<6 {
        let entries = (0..<64).map { "0x\(String(($0 * seed * 37) % 151 + 60, radix: 16))p+0" }
        let text = "\(law.name):binary32 64 \(entries.joined(separator: " "))"
        let known = try Regressions(path: "", text: text)
        let check = Check(.implementation(Specimen.naive), cases: 1, regressions: known)
        let result = check.result(of: law, in: .binary32)
        let simplification = try #require(result.counterexample).simplification
        #expect(simplification.evaluations < 150 && !simplification.wasStopped)
      }
    }
  }
}
