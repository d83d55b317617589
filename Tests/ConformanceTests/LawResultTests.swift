import Arithmetic
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import Testing

@testable import Conformance

@Suite("A result of a law") struct LawResultTests {
  @Test func `is red for whatever a run is not green with`() {
    let red = LawResult.Verdict.allCases.filter { verdict in
      LawResult(law: .softmaxOracle, format: .binary32, verdict: verdict).isRed
    }
    #expect(red == [.fails, .stale, .crashed, .hung, .protocol, .nondeterministic, .error])
  }

  @Test func `names its verdicts as the reports do`() {
    #expect(
      LawResult.Verdict.allCases.map(\.rawValue) == [
        "holds", "fails", "known", "stale", "unsupported", "vacuous", "crashed", "hung",
        "protocol", "nondeterministic", "error",
      ])
  }

  @Test func `suspects the call that is furthest beyond its bound`() throws {
    let naive = Specimen.naive
    let wrong = Implementation.textbook(but: .logSumExp, "wrong") { arguments, _ in
      [(arguments[0].max() ?? 0) + 100]
    }
    let twoCalls = Check(.implementation(wrong)).result(of: .softmaxGrouping, in: .binary32)
    let counterexample = try #require(twoCalls.counterexample)
    #expect(counterexample.calls.map(\.operation).contains(.softmax))
    #expect(counterexample.suspect?.operation == .logSumExp)
    #expect((counterexample.suspect?.excess ?? 0) > 1)
    let infinite = Check(.implementation(naive)).result(of: .softmaxOracle, in: .binary32)
    #expect(infinite.counterexample?.suspect?.excess == .infinity)
    #expect(infinite.counterexample?.suspect?.worstIndex == 1)
  }

  @Test func `allows an infinity where there is no bound, but of its sign and not NaN`() {
    func excess(_ returned: Double, bound: Double) -> Double {
      Subject.Record(
        operation: .logSumExp, arguments: [], returned: Tensor([Ball(returned)]),
        certified: Tensor([Ball(81_443)]), bounds: [bound],
        call: Call(.logSumExp, in: .binary16, []), row: 0
      ).excess
    }
    #expect(excess(.infinity, bound: .infinity) == 0)
    #expect(excess(.infinity, bound: 1) == .infinity)
    #expect(excess(-.infinity, bound: .infinity) == .infinity)
    #expect(excess(.nan, bound: .infinity) == .infinity)
  }
}
