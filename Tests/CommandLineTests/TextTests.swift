import Conformance
import Testing

@testable import softmax_laws

@Suite("A text")
struct TextTests {
  @Test func `is padded to a width in characters`() {
    #expect("λη".padded(to: 4) == "λη  ")
    #expect("softmax".padded(to: 3) == "softmax")
  }

  @Test func `is harmless without its control characters`() {
    #expect(
      "a\u{1B}[31mb\r\n\tc\u{9B}".harmless == "a\u{FFFD}[31mb\u{FFFD}\u{FFFD}\u{FFFD}c\u{FFFD}")
    #expect("Σ e^{x_j} ≤ 1".harmless == "Σ e^{x_j} ≤ 1")
  }

  @Test func `is one word of a shell's command line`() {
    #expect("Fixtures/a_1.py".shellWord == "Fixtures/a_1.py")
    #expect("dies at start".shellWord == "'dies at start'")
    #expect("it's".shellWord == #"'it'\''s'"#)
    #expect("".shellWord == "''")
    #expect("*".shellWord == "'*'")
  }
}
