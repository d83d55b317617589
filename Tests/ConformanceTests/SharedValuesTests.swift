import Arithmetic
import SoftmaxFamily
import SoftmaxLaws
import SoftmaxReference
import Specimens
import Testing

@testable import Conformance

@Suite("Shared certified values") struct SharedValuesTests {
  private static let x: Tensor = [0, 1]
  private static let value: Tensor = [0.25, 0.75]

  @Test func `are known at arguments of the same bits`() {
    let values = SharedValues()
    values.note(Self.value, of: .softmax, [Self.x])
    #expect(values.value(of: .softmax, [Tensor([0, 1] as [Double])])?.values == [0.25, 0.75])
  }

  @Test func `are not known of anything else`() {
    let values = SharedValues()
    values.note(Self.value, of: .softmax, [Self.x])
    #expect(values.value(of: .logSoftmax, [Self.x]) == nil)
    let others: [[Tensor]] = [
      [[1, 0]], [[0, 1, 1]], [Self.x, Self.x], [], [Tensor([-0.0, 1] as [Double])],
      [[0, Ball(1).widened(by: 0x1p-60)]], [Self.x.asRow],
      [[0, Ball(1) + Ball(0x1p-80)]],
    ]
    for other in others { #expect(values.value(of: .softmax, other) == nil) }
  }

  @Test func `leave the results of checks as they are`() {
    let implementations = [Specimen.naive, Specimen.textbook, .reference]
    for law in [Law.softmaxOracle, .softmaxShiftInvariance, .logregBatchAdditivity] {
      let values = SharedValues()
      for implementation in implementations {
        let alone = Check(.implementation(implementation), cases: 20)
        let beside = Check(.implementation(implementation), cases: 20, sharing: values)
        let results = [alone, beside].map { $0.result(of: law, in: .binary32).summary }
        #expect(results[0] == results[1])
      }
    }
  }
}
