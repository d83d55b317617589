import Arithmetic
import Conformance
import SoftmaxLaws
import Specimens
import Testing

@Suite("A control") struct ControlTests {
  @Test func `keeps every law`() {
    var accusations: [String] = []
    for (index, control) in Control.all.enumerated() {
      let seed = UInt64(index)
      let check = Check(.implementation(control.implementation), seed: seed, cases: 1)
      for law in Catalogue.laws {
        let result = check.result(of: law, in: .binary32)
        if result.isRed { accusations.append("\(control.name): \(FailureReport(result))") }
      }
    }
    #expect(accusations == [])
  }
}
