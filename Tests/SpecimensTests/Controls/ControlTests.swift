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

@Suite("A sum") struct SumsTests {
  @Test func `is exact in any order where nothing is rounded`() {
    let numbers: [Float] = [1, -2, 3, 4, 5, -6, 7, 8, 9, 10]
    #expect(numbers.pairwiseSum == 39 && numbers.sumInLanes(4) == 39)
    #expect(numbers.sumInBlocks(of: 3) == 39 && numbers.compensatedSum == 39)
    #expect(numbers.sumInDoubles == 39 && [Float]().pairwiseSum == 0)
  }

  @Test func `keeps what is lost, if it is compensated or in doubles`() {
    let numbers: [Float] = [1, 0x1p-24, 0x1p-24]
    #expect(numbers.reduce(0, +) == 1)
    #expect(numbers.compensatedSum == 1 + 0x1p-23 && numbers.sumInDoubles == 1 + 0x1p-23)
    #expect([Float.greatestFiniteMagnitude, .greatestFiniteMagnitude].compensatedSum == .infinity)
  }
}

@Suite("Powers of two for e^x") struct ExponentialByPowersOfTwoTests {
  @Test func `are within two units in the last place, and vanish where e^x does`() {
    for step in -870...880 {
      let x = Float(step) / 10
      let error = abs(Double(x.exponentialByPowersOfTwo) - Double(x).exponential)
      #expect(error <= 2 * Double(x.exponential.ulp))
    }
    #expect(Float(-1e30).exponentialByPowersOfTwo == 0)
    #expect((-Float.infinity).exponentialByPowersOfTwo == 0)
    #expect((-Double.infinity).exponentialByPowersOfTwo == 0)
  }
}
