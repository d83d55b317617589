import Testing

@testable import ProcessBridge

@Suite("A text of which the end is kept")
struct BoundedTextTests {
  @Test func `is whole while it is short`() {
    var text = BoundedText(capacity: 8)
    text.append("soft".utf8)
    text.append("max\n".utf8)
    #expect(text.text == "softmax\n")
  }

  @Test func `loses its beginning when it is long`() {
    var text = BoundedText(capacity: 8)
    for count in 1...100 {
      text.append("\(count),".utf8)
      #expect(text.text.utf8.count <= 8)
    }
    #expect(text.text == "98,99,100,".suffix(8))
    text.append("a text of more than eight bytes".utf8)
    #expect(text.text == "ht bytes")
  }

  @Test func `has a last line that is not blank`() {
    var text = BoundedText(capacity: 80)
    #expect(text.lastLine == nil)
    text.append("Traceback\nValueError: no\r\n  \n".utf8)
    #expect(text.lastLine == "ValueError: no")
  }

  @Test func `is quoted in one line of at most 80 characters`() {
    #expect(excerpt("no") == "'no'")
    #expect(excerpt("a\nb\u{1b}[2J") == "'a\u{fffd}b\u{fffd}[2J'")
    #expect(excerpt(String(repeating: "x", count: 80)).count == 82)
    #expect(excerpt(String(repeating: "x", count: 81)).hasSuffix("x…'"))
    #expect(excerpt([0x61, 0xff]) == "'a\u{fffd}'")
  }
}
