import FixtureSupport
import Testing

@testable import Arithmetic

@Suite("Decimal text") struct DecimalTextTests {
  @Test(arguments: [
    (0x1p-1074, "4.9406564584124654418e-324"), (0.1, "1.0000000000000000555e-1"),
    (1e300, "1.0000000000000000525e300"), (.leastNormalMagnitude, "2.2250738585072013831e-308"),
    (.greatestFiniteMagnitude, "1.7976931348623157081e308"), (1e22, "1e22"),
    (1.0 / 3, "3.3333333333333331483e-1"), (123_456_789, "1.23456789e8"), (1, "1"), (-2.5, "-2.5"),
  ])
  func `has twenty digits, correctly rounded`(x: Double, text: String) {
    #expect(Ball(x).decimalText(digits: 20) == text)
  }

  @Test func `has every digit of the least double`() {
    let text = DecimalText.scientific(1, timesTwoTo: -1074, digits: 800)
    #expect(
      text.hasPrefix("4.94065645841246544176568792868221372365059802614324764425585682500675"))
    #expect(text.hasSuffix("265533447265625e-324"))
    #expect(text.count == 1 + 1 + 750 + 5)
  }

  @Test func `rounds ties away from zero`() {
    #expect(DecimalText.scientific(25, timesTwoTo: 0, digits: 1) == "3e1")
    #expect(DecimalText.scientific(125, timesTwoTo: -3, digits: 3) == "1.56e1")
    #expect(DecimalText.scientific(1, timesTwoTo: -1, digits: 1) == "5e-1")
    #expect(DecimalText.scientific(249, timesTwoTo: 0, digits: 1) == "2e2")
  }

  @Test func `carries through nines`() {
    #expect(DecimalText.scientific(9_996, timesTwoTo: 0, digits: 3) == "1e4")
    #expect(DecimalText.scientific(1999, timesTwoTo: 0, digits: 2) == "2e3")
    #expect(DecimalText.scientific(UInt128.max, timesTwoTo: 0, digits: 4) == "3.403e38")
  }

  @Test func `is read by the standard library as the number it was written from`() {
    var random = TestRandom(seed: 91)
    let numbers = (0..<300).map { _ in random.double(exponents: -1074...1023) }
    let wrong = numbers.first { Double(Ball($0).decimalText(digits: 17)) != $0 }
    #expect(wrong == nil)
  }
}
