import Arithmetic
import Conformance
import SoftmaxLaws
import Specimens
import Testing

@Suite("A control") struct ControlTests {
  /// Each law with three of the controls in turn; `softmax-laws-benchmarks honest` takes all of them, in all
  /// formats.
  @Test func `keeps the laws`() {
    var accusations: [String] = []
    let controls = Control.all
    for (number, law) in Catalogue.laws.enumerated() {
      for turn in 0..<3 {
        let control = controls[(number + turn * controls.count / 3) % controls.count]
        let check = Check(
          .implementation(control.implementation), seed: UInt64(turn), cases: 1)
        let result = check.result(of: law, in: .binary32)
        if result.isRed { accusations.append("\(control.name): \(FailureReport(result))") }
      }
    }
    #expect(accusations == [])
  }
}
