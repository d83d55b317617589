import StrictJSON
import Testing

@Suite("A reader of JSON") struct JSONReaderTests {
  private func error(_ bytes: some Sequence<UInt8>) -> JSONError? {
    do throws(JSONError) {
      _ = try JSONReader.value(of: bytes)
      return nil
    } catch {
      return error
    }
  }

  private func error(_ text: String) -> JSONError? { error(text.utf8) }

  @Test func `reads every form of value, and knows its line`() throws {
    let json = try JSONReader.value(
      of: " {\"a\": [1, -2.5e-3, true],\r\n \"b\": null, \"c\":\n{\"d\": \"x\"}} \n\t".utf8)
    #expect(json["a"]?.array?.map(\.number) == [1, -0.0025, nil])
    #expect(json["a"]?.array?.last?.bool == true)
    #expect(json["b"]?.value == .null)
    #expect(json["c"]?["d"]?.text == "x")
    #expect([json.line, json["b"]?.line, json["c"]?.line] == [1, 2, 3])
    #expect(try JSONReader.value(of: "[]".utf8).array == [])
    #expect(try JSONReader.value(of: " { } ".utf8).object == [:])
    #expect(try JSONReader.value(of: "7".utf8, firstLine: 9).line == 9)
  }

  @Test func `reads every form of number`() throws {
    let forms = ["0", "-0", "-25", "2.50", "0.1e3", "-2.5E+1", "1e-0", "5e-324", "123456789012"]
    for form in forms {
      let number = try JSONReader.value(of: form.utf8).number
      #expect(number?.bitPattern == Double(form)?.bitPattern, "\(form)")
    }
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
    let again = try JSONReader.value(of: json.description.utf8)
    #expect(again == json && again.description == json.description)
    let read = try #require(again["numbers"]?.array).map { value -> UInt64? in
      if case .number(let number) = value.value { number.bitPattern } else { nil }
    }
    #expect(read == numbers.map(\.bitPattern))
    #expect(again["texts"]?.texts == texts && !json.description.contains("\n"))
  }

  @Test func `lets the greatest number stand for infinity`() throws {
    for number in [Double.infinity, -.infinity] {
      #expect(try JSONReader.value(of: JSON(number).description.utf8).number == number)
    }
  }

  @Test func `reads every escape, pairs of halves among them`() throws {
    let text = #""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é😀\u0041\ud835\udd38""#
    #expect(try JSONReader.value(of: text.utf8).text == "\"\\/\u{8}\u{C}\n\r\té😀é😀A𝔸")
  }

  @Test func `names the line and the text that is no JSON`() {
    let faults: [(text: String, line: Int, flaw: JSONError.Flaw, reason: String)] = [
      ("", 1, .syntax, "the text ends where a value should be"),
      ("\n\n nonsense here", 3, .syntax, "'nonsense' where a value should be"),
      ("nul", 1, .syntax, "'nul' where a value should be"),
      ("True", 1, .syntax, "'True' where a value should be"),
      ("NaN", 1, .syntax, "'NaN' where a value should be"),
      ("[1,\n2", 2, .syntax, "the text ends where ']' should be"),
      ("[1,]", 1, .syntax, "']' where a value should be"),
      ("[1\u{0}]", 1, .syntax, "a blank where ']' should be"),
      ("{\"a\" 1}", 1, .syntax, "'1}' where ':' should be"),
      ("{a: 1}", 1, .syntax, "'a:' where a key should be"),
      ("{,}", 1, .syntax, "',}' where a key should be"),
      ("{\"a\": 1,}", 1, .syntax, "'}' where a key should be"),
      ("{\"a\": 1 \"b\"}", 1, .syntax, "'\"b\"}' where '}' should be"),
      ("{\"a\": 1, \"a\": 2}", 1, .repeated("a"), "the key 'a' is there twice"),
      (#"{"a":1,"\u0061":2}"#, 1, .repeated("a"), "the key 'a' is there twice"),
      ("[] []", 1, .syntax, "'[]' where the text should end"),
      ("0x10", 1, .syntax, "'x10' where the text should end"),
      ("\"abc", 1, .syntax, "the text ends in the midst of a text"),
      ("\"a\nb\"", 1, .syntax, "a blank in the midst of a text"),
      (#""\"#, 1, .syntax, "the text ends in the midst of a text"),
      (#""\x""#, 1, .syntax, #"'\x' in a text"#), (#""\u12""#, 1, .syntax, #"'\u12"' in a text"#),
      (#""\u+123""#, 1, .syntax, #"'\u+123' in a text"#),
      (#""\ud800""#, 1, .encoding, "half a character in a text"),
      (#""\udc00""#, 1, .encoding, "half a character in a text"),
      (#""\ud800\u0041""#, 1, .encoding, "half a character in a text"),
    ]
    for fault in faults {
      let error = error(fault.text)
      #expect(error?.line == fault.line && error?.flaw == fault.flaw, "\(fault.text)")
      #expect(error?.reason == fault.reason)
    }
  }

  @Test func `refuses numbers that are none, or that no double holds`() {
    for text in ["01", "-01", "1.", "-.5", "+1", "-", "1e", "1e+", "1.e1", "1-1", "1.2.3", "00"] {
      #expect(error(text)?.flaw == .syntax && error(text)?.reason == "'\(text)' is no number")
    }
    for text in ["1e999", "-1e999", String(repeating: "9", count: 400)] {
      #expect(error(text)?.flaw == .size && error(text)?.reason == "'\(text)' is no number")
    }
  }

  @Test func `refuses what is no UTF-8`() {
    for bytes: [UInt8] in [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
    ] {
      #expect(error(bytes)?.flaw == .encoding)
      #expect(error(bytes)?.reason == "a text that is no UTF-8")
    }
    #expect(error([0xEF, 0xBB, 0xBF, 0x31])?.flaw == .syntax)
  }

  @Test func `refuses values too deep in each other`() {
    let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(error(deep) == nil)
    #expect(error("[" + deep + "]")?.reason == "more than 64 values in each other")
    #expect(error(String(repeating: #"{"a":"#, count: 100_000))?.flaw == .depth)
  }
}
