import Conformance
import Testing

@Suite("The text of a ratio") struct RatioTextTests {
  @Test func `has two digits after the point`() {
    let texts: [(Double, String)] = [
      (0, "0.00"), (0.125, "0.12"), (0.996, "1.00"), (1, "1.00"), (2, "2.00"), (12.3456, "12.35"),
      (99_999, "99999.00"),
    ]
    #expect(texts.map(\.0.ratioText) == texts.map(\.1))
  }

  @Test func `has more where a failure is close`() {
    #expect(1.0.nextUp.ratioText == "1.000001")
    #expect(1.000_000_4.ratioText == "1.000001")
    #expect(1.005.ratioText == "1.005000")
    #expect(1.01.ratioText == "1.01")
  }

  @Test func `is scientific for large numbers, and a symbol for infinity`() {
    #expect(1e5.ratioText == "1e5")
    #expect(1.26e30.ratioText == "1.3e30")
    #expect(Double.infinity.ratioText == "∞")
    #expect(Double.nan.ratioText == "nan")
  }
}
