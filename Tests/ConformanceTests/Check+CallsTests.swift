import Arithmetic
import Conformance
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import Testing

@Suite("The calls of a law") struct CheckCallsTests {
  private func calls(_ implementation: Implementation, of law: Law) -> [Subject.Record] {
    var calls: [Subject.Record] = []
    Check(.implementation(implementation), cases: 4).forEachCall(of: law, in: .binary32) {
      calls.append($0)
    }
    return calls
  }

  @Test func `are shown case by case`() {
    let calls = calls(Specimen.textbook, of: .softmaxShiftInvariance)
    #expect(calls.count == 8)
    #expect(calls.allSatisfy { $0.operation == .softmax && $0.excess <= 1 })
  }

  @Test func `are none where nothing is offered or answered`() {
    #expect(calls(Specimen.naive, of: .logitOracle).isEmpty)
    #expect(calls(.failing(.crashed("x")), of: .softmaxOracle).isEmpty)
    #expect(calls(.failing(.rejected("x")), of: .softmaxOracle).isEmpty)
  }
}
