import Testing

@testable import Conformance

@Suite("A reader of JSON") struct JSONReaderTests {
  private func complaint(_ text: String) -> String {
    do throws(JSONError) {
      return "none: \(try JSONReader.value(of: text))"
    } catch {
      return "\(error.line): \(error.reason)"
    }
  }

  @Test func `reads every form of value, and knows its line`() throws {
    let json = try JSONReader.value(
      of: " {\"a\": [1, -2.5e-3, true],\n \"b\": null, \"c\":\n{\"d\": \"x\"}} \n")
    #expect(json["a"]?.array?.map(\.number) == [1, -0.0025, nil])
    #expect(json["a"]?.array?.last?.bool == true)
    #expect(json["b"]?.value == .null)
    #expect(json["c"]?["d"]?.text == "x")
    #expect([json.line, json["b"]?.line, json["c"]?.line] == [1, 2, 3])
    #expect(try JSONReader.value(of: "[]").array == [])
    #expect(try JSONReader.value(of: "{}").object == [:])
  }

  @Test func `reads what is written, to the last bit`() throws {
    let numbers = [
      0, -0.0, 1, 500, 0.1, 1e16, 1.7976931348623157e308, Double.leastNonzeroMagnitude, -1.5e-7,
    ]
    let texts = ["", "\"\\/\u{0}\u{1F}\u{7F}\u{2028}\r\n\t", "é∞𝔸", "e\u{301}"]
    let json = JSON([
      "numbers": JSON(numbers.map { JSON($0) }), "texts": JSON(texts), "yes": JSON(true),
      "none": nil,
    ])
    let again = try JSONReader.value(of: json.description)
    #expect(again == json && again.description == json.description)
    let read = try #require(again["numbers"]?.array).map { value -> UInt64? in
      if case .number(let number) = value.value { number.bitPattern } else { nil }
    }
    #expect(read == numbers.map(\.bitPattern))
    #expect(again["texts"]?.texts == texts && !json.description.contains("\n"))
  }

  @Test func `lets the greatest number stand for infinity`() throws {
    for number in [Double.infinity, -.infinity] {
      #expect(try JSONReader.value(of: JSON(number).description).number == number)
    }
  }

  @Test func `reads escapes, pairs of halves among them`() throws {
    let text = #""\u0041\ud835\udd38\b\f\n\r\t\/\\\"""#
    #expect(try JSONReader.value(of: text).text == "A𝔸\u{8}\u{C}\n\r\t/\\\"")
  }

  @Test func `names the line and the text that is no JSON`() {
    let complaints = [
      ("", "1: the text ends where a value should be"),
      ("\n\n nonsense here", "3: 'nonsense' where a value should be"),
      ("[1,\n2", "2: the text ends where ']' should be"),
      ("{\"a\" 1}", "1: '1}' where ':' should be"), ("{a: 1}", "1: 'a:' where a key should be"),
      ("{\"a\": 1 \"b\"}", "1: '\"b\"}' where '}' should be"),
      ("{\"a\": 1, \"a\": 2}", "1: the key 'a' is there twice"),
      ("[] []", "1: '[]' where the text should end"), ("01", "1: '01' is no number"),
      ("1.", "1: '1.' is no number"), ("1e999", "1: '1e999' is no number"),
      ("+1", "1: '+1' is no number"), ("\"abc", "1: the text ends in the midst of a text"),
      ("\"a\nb\"", "1: a blank in the midst of a text"), (#""\x""#, #"1: '\x' in a text"#),
      (#""\u12""#, #"1: '\u12"' in a text"#), (#""\ud800""#, "1: half a character in a text"),
      (#""\udc00""#, "1: half a character in a text"),
      (#""\ud800\u0041""#, "1: half a character in a text"),
      (String(repeating: "[", count: 65), "1: more than 64 values in each other"),
    ]
    for (text, expected) in complaints { #expect(complaint(text) == expected) }
  }
}
