import Arithmetic
import SoftmaxFamily
import Testing

@testable import Specimens

@Suite("The controls") struct ControlTests {
  @Test func `differ in name and summary`() {
    #expect(Control.all.count >= 12)
    #expect(Set(Control.all.map(\.name)).count == Control.all.count)
    #expect(Set(Control.all.map(\.summary)).count == Control.all.count)
  }

  @Test func `offer what the textbook does and agree with it closely`() throws {
    let x = Call.Argument(shape: [9], values: [0.5, -3, 2, 2, -11, 7, 6.5, -0.25, 4])
    for control in Control.all {
      #expect(control.implementation.operations == Specimen.textbook.operations)
      for operation in [Operation.softmax, .logSoftmax, .logSumExp, .sigmoid, .softplus] {
        let call = Call(operation, in: .binary32, [x])
        let (a, b) = (
          try control.implementation.evaluate(call), try Specimen.textbook.evaluate(call)
        )
        let isClose = zip(a.values, b.values).allSatisfy {
          abs($0 - $1) <= 0x1p-20 * abs($1) + 1e-7
        }
        #expect(isClose, "\(control.name): \(operation)")
      }
    }
  }
}
