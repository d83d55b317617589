import Arithmetic
import SoftmaxFamily
import SoftmaxReference
import Testing

@Suite("The reference's elementary maps") struct ReferenceElementaryTests {
  private static let infinity = Double.infinity

  @Test(arguments: [
    (Operation.sigmoid, [1, 0, 0.5]), (.softplus, [Double.infinity, 0, 0x1.62e42fefa39efp-1]),
    (.logSigmoid, [0, -Double.infinity, -0x1.62e42fefa39efp-1]),
    (.sigmoidDerivative, [0, 0, 0.25]),
    (.softplusDerivative, [1, 0, 0.5]),
  ])
  func `have their limits`(operation: Operation, limits: [Double]) throws {
    #expect(try referenceValues(operation, [Self.infinity, -Self.infinity, -0.0]) == limits)
    #expect(try referenceValues(operation, [.nan])[0].isNaN)
  }

  @Test func `have logits at the ends of the interval and none beyond`() throws {
    #expect(try referenceValues(.logit, [0, 1, 0.5]) == [-Self.infinity, Self.infinity, 0])
    for p in [.nan, -0.25, 1.25, Self.infinity, -Self.infinity] {
      #expect(try referenceValues(.logit, [p])[0].isNaN)
    }
  }

  @Test func `have logits that are sharp where the two logarithms cancel`() throws {
    for k in [2, 10, 30, 52] {
      let p = 0.5 + powerOfTwo(-k - 1)
      let logit = try Reference.evaluate(.logit, [Tensor([p])])[0]
      #expect(logit.radius < abs(logit.significand.high) * 0x1p-95)
      // logit(½ + ε) is 4ε + 16ε³/3 + …
      #expect(logit.value >= 4 * (p - 0.5) && logit.value < 4 * (p - 0.5) * 1.1)
    }
  }
}
