import FixtureSupport
import Arithmetic
import Testing

@Suite("Hexadecimal text") struct HexadecimalTextTests {
  @Test(arguments: [
    (1.5, "0x1.8p+0"), (0, "0x0p+0"), (-0.0, "-0x0p+0"), (0.1, "0x1.999999999999ap-4"),
    (-2, "-0x1p+1"), (0x1p-1074, "0x1p-1074"), (0x1p-1074 * 3, "0x1.8p-1073"),
    (.greatestFiniteMagnitude, "0x1.fffffffffffffp+1023"), (1 + 0x1p-52, "0x1.0000000000001p+0"),
    (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"),
  ])
  func `is written as C writes it`(value: Double, text: String) {
    #expect(HexadecimalText.text(value) == text)
  }

  @Test func `reads back as the same number`() {
    var random = TestRandom(seed: 5)
    let wrong = (0..<3000).lazy.map { _ in Double(bitPattern: random.bits()) }.first {
      let read = HexadecimalText.value(HexadecimalText.text($0))
      return $0.isNaN ? read?.isNaN != true : read?.bitPattern != $0.bitPattern
    }
    #expect(wrong == nil)
    #expect(HexadecimalText.value("-0x0p+0")?.sign == .minus)
  }

  @Test func `is read beside decimal text, and nothing else is`() {
    #expect(HexadecimalText.value("0.1") == 0.1)
    #expect(HexadecimalText.value("0x.8p1") == 1)
    for text in ["", " 1", "0x", "one", "1,5", "0x1p"] {
      #expect(HexadecimalText.value(text) == nil)
    }
  }
}
