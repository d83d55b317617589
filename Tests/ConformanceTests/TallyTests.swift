import Arithmetic
import SoftmaxLaws
import Testing

@testable import Conformance

@Suite("A tally") struct TallyTests {
  @Test func `counts every verdict by itself`() {
    var tally = Tally()
    for (count, verdict) in LawResult.Verdict.allCases.enumerated() {
      let result = LawResult(law: .softmaxOracle, format: .binary32, verdict: verdict)
      for _ in 0...count { tally.count(result) }
    }
    let counts = LawResult.Verdict.allCases.map { tally[$0] }
    #expect(counts == Array(1...LawResult.Verdict.allCases.count))
  }

  @Test func `takes what is not offered and what is vacuous for unchecked`() {
    var tally = Tally()
    #expect(tally.checked == 0 && tally[.holds] == 0)
    let verdicts: [LawResult.Verdict] = [.holds, .fails, .holds, .unsupported, .vacuous, .known]
    for verdict in verdicts {
      tally.count(LawResult(law: .softmaxOracle, format: .binary32, verdict: verdict))
    }
    #expect(tally.checked == 4)
  }
}
