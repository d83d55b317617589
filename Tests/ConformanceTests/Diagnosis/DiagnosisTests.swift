import Arithmetic
import Conformance
import Foundation
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import Testing

@Suite("A diagnosis") struct DiagnosisTests {
  private func likely(_ implementation: Implementation, by law: Law) -> [String] {
    let check = Check(.implementation(implementation), cases: 100)
    let diagnosis = Diagnosis(of: check, among: KnownFault.all)
    let result = diagnosis.applied(to: check.result(of: law, in: .binary32))
    return result.counterexample?.likely.map(\.name) ?? []
  }

  @Test func `names a missing shift in a program of one function`() {
    let mine = Implementation("mine", on: Float.self) {
      $0.softmax = { x in
        let sum = x.reduce(0) { $0 + expf($1) }
        return x.map { expf($0) / sum }
      }
    }
    #expect(likely(mine, by: .softmaxOracle).first == "no-max-shift")
  }

  @Test func `names a fault whose number is another`() {
    let mine = Implementation("mine", on: Float.self) {
      $0.sigmoid = { $0.map { 1 / (1 + expf(-min(max($0, -14), 14))) } }
    }
    #expect(likely(mine, by: .sigmoidOracle).first == "sigmoid-clamped")
  }

  @Test func `does not take zeros for true values times one factor`() {
    let names = likely(Specimen.naive, by: .softmaxOracle)
    #expect(names.first == "no-max-shift")
    #expect(!names.contains("max-floored") && !names.contains("epsilon-in-sum"))
  }

  @Test func `is the same whatever was diagnosed before`() {
    let check = Check(.implementation(Specimen.naive), cases: 30)
    let results = [Format.binary16, .binary32].map { check.result(of: .softmaxOracle, in: $0) }
    let names = ["no-max-shift", "epsilon-in-sum", "scratch-sum-kept", "vector-path-unshifted"]
    let faults = KnownFault.all.filter { names.contains($0.name) }
    func likely(_ results: [LawResult]) -> [Resemblance]? {
      let diagnosis = Diagnosis(of: check, among: faults)
      return results.map { diagnosis.applied(to: $0).counterexample?.likely }.last ?? nil
    }
    let alone = likely([results[1]])
    #expect(likely(results) == alone && alone?.isEmpty == false)
  }

  @Test func `names nothing where nothing fails, or nothing is like it`() {
    #expect(likely(Specimen.textbook, by: .softmaxOracle) == [])
    let mine = Implementation("mine", on: Float.self) {
      $0.softmax = { x in x.indices.map { Float($0) - 7 } }
    }
    #expect(likely(mine, by: .softmaxOracle) == [])
  }
}
