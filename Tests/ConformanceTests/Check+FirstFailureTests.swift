import Arithmetic
import Conformance
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import Testing

@Suite("The first failure") struct CheckFirstFailureTests {
  @Test func `is that of the check`() {
    let check = Check(.implementation(Specimen.naive), cases: 50)
    let result = check.result(of: .softmaxOracle, in: .binary32)
    #expect(result.verdict == .fails)
    #expect(check.casesToFailure(of: .softmaxOracle, in: .binary32) == result.cases)
  }

  @Test func `is none where a law holds, or an operation is not offered`() {
    let textbook = Check(.implementation(Specimen.textbook), cases: 5)
    #expect(textbook.casesToFailure(of: .softmaxOracle, in: .binary32) == nil)
    let naive = Check(.implementation(Specimen.naive), cases: 5)
    #expect(naive.casesToFailure(of: .logitOracle, in: .binary32) == nil)
  }

  @Test func `is a call without an answer`() {
    for failure in [CallFailure.crashed("x"), .rejected("x"), .hung("x")] {
      let check = Check(.implementation(.failing(failure)), cases: 5)
      #expect(check.casesToFailure(of: .softmaxOracle, in: .binary32) == 1)
    }
    let check = Check(.implementation(.failing(.unsupported("x"))), cases: 5)
    #expect(check.casesToFailure(of: .softmaxOracle, in: .binary32) == nil)
  }
}
