import Arithmetic
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import Testing

@testable import Conformance

@Suite("An evaluation") struct EvaluationTests {
  private static func evaluation(_ implementation: Implementation, _ law: Law) -> Evaluation {
    Evaluation(law) { observer in Subject(implementation, in: .binary32, observing: observer) }
  }

  @Test func `of a case is a trial for the engine`() throws {
    let sound = Self.evaluation(Specimen.textbook, .softmaxOracle)
    let wrong = Self.evaluation(.constant(7), .softmaxOracle)
    let rejecting = Self.evaluation(.failing(.rejected("no")), .softmaxOracle)
    for seed in UInt64(0)..<20 {
      var sources = Array(repeating: ChoiceSource(seed: seed), count: 3)
      guard case .holds(let ratio) = try sound.trial(&sources[0]) else {
        Issue.record("the textbook does not hold for seed \(seed)")
        return
      }
      #expect(ratio <= 1)
      guard case .fails(let excess) = try wrong.trial(&sources[1]) else {
        Issue.record("a constant holds for seed \(seed)")
        return
      }
      #expect(excess > 1)
      #expect(try rejecting.trial(&sources[2]) == .fails(ratio: .infinity))
    }
    #expect(sound.failure == nil && sound.lastCase == nil)
  }

  @Test func `tells the regimes that no case has reached`() throws {
    let law = Law.softmaxSingleton
    let evaluation = Evaluation(law, notingRegimes: true) { observer in
      Subject(Specimen.textbook, in: .binary32, observing: observer)
    }
    let wanted = law.inputs[0].regimes.map { "x: \($0.rawValue)" }
    #expect(!wanted.isEmpty && evaluation.unreached == wanted)
    let run = PropertyRun(seed: 1, property: law.name, cases: 500)
    for index in 0..<500 where !evaluation.unreached.isEmpty {
      var source = run.source(index: index)
      _ = try evaluation.trial(&source)
    }
    #expect(evaluation.unreached == [])
    #expect(Self.evaluation(Specimen.textbook, law).unreached == [])
  }

  @Test func `ends the run where a process is lost, and keeps the case`() throws {
    let crashing = Self.evaluation(.failing(.crashed("gone")), .softmaxSumOne)
    var source = ChoiceSource(seed: 1)
    #expect(throws: CallFailure.crashed("gone")) { try crashing.trial(&source) }
    let last = try #require(crashing.lastCase)
    #expect(last.message == "gone" && last.ratio == .infinity && last.calls.isEmpty)
    #expect(try ReplayToken(parsing: last.replay).choices == source.choices)
    #expect(last.arguments.map(\.name) == ["x"])
  }

  @Test func `explains a case with the calls it makes`() throws {
    let evaluation = Self.evaluation(Specimen.textbook, .softmaxGrouping)
    let found = evaluation.explain([], evaluations: 12, wasStopped: true)
    let explained = try #require(found)
    #expect(explained.calls.map(\.operation) == [.logSumExp, .logSumExp, .softmax, .softmax])
    #expect(explained.ratio <= 1 && explained.message.isEmpty)
    #expect(explained.simplification == (12, true))
    #expect(evaluation.failure == nil)
  }

  @Test func `explains a case whose call fails`() throws {
    let evaluation = Self.evaluation(.failing(.malformed("one too many")), .softmaxSumOne)
    let found = evaluation.explain([], evaluations: 0, wasStopped: false)
    #expect(found?.message == "one too many" && found?.comparison == nil)
    #expect(evaluation.failure == .malformed("one too many"))
  }
}
