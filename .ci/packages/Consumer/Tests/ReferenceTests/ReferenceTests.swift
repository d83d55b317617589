import Arithmetic
import SoftmaxFamily
import SoftmaxReference
import Testing

@Test func `The certified value of softmax is known far below the least double`() throws {
  let p = try Reference.evaluate(.softmax, [[0, -1000]])
  #expect(p[1].decimalText(digits: 5) == "5.076e-435")
  #expect(Format.binary64.rounded(p[1].value) == 0)
}
