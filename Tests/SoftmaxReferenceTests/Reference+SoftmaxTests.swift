import Arithmetic
import FixtureSupport
import SoftmaxFamily
import SoftmaxReference
import Testing

@Suite("The reference's softmax") struct ReferenceSoftmaxTests {
  @Test func `of exact entries overlaps that of the same entries with a radius`() throws {
    var inputs = TrialInputs(.binary64, seed: 320)
    for _ in 0..<100 {
      let x = inputs.logits()
      let least = Ball(1).scaled(byPowerOfTwo: -150)
      let exact = try Reference.evaluate(.softmax, [x])
      let wide = try Reference.evaluate(.softmax, [x.map { $0.widened(by: least) }])
      let agree = zip(exact.elements, wide.elements).allSatisfy { ($0 - $1).mayBeZero }
      #expect(agree, "\(x)")
    }
  }

  @Test func `of equal entries is exact where the quotient is`() throws {
    for n in [1, 2, 4, 64] {
      let values = try Reference.evaluate(.softmax, [Tensor(Array(repeating: 0.3, count: n))])
      #expect(values.elements.allSatisfy { $0.isExact && $0.value == 1 / Double(n) })
    }
  }
}
