import Testing

@testable import ProcessBridge

@Suite("A reader of JSON") struct JSONReaderTests {
  private func read(_ text: String) throws(JSONReader.Flaw) -> JSON {
    try JSONReader.read(Array(text.utf8))
  }

  private func flaw(_ bytes: [UInt8]) -> JSONReader.Flaw? {
    do {
      _ = try JSONReader.read(bytes)
      return nil
    } catch {
      return error
    }
  }

  private func flaw(_ text: String) -> JSONReader.Flaw? { flaw(Array(text.utf8)) }

  @Test func `reads every form of value`() throws {
    #expect(
      try read(#" { "a" : [ 1 , -2.5e+1 , true , false , null ] , "b" : { } , "c" : [ ] } "#)
        == .object([
          "a": .array([.number(1), .number(-25), .bool(true), .bool(false), .null]),
          "b": .object([:]), "c": .array([]),
        ]))
    #expect(try read("0") == .number(0))
    #expect(try read("\r\n\t7") == .number(7))
  }

  @Test func `reads every escape`() throws {
    #expect(
      try read(#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é😀""#)
        == .string("\"\\/\u{8}\u{c}\n\r\té😀é😀"))
  }

  @Test(arguments: [
    "", " ", "{", "[1", "[1,]", "{,}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, "{a:1}", "'a'", "01",
    "1.", ".5", "+1", "-", "1e", "nul", "True", "NaN", "Infinity", #""a"#, #""\x""#, #""\u12g4""#,
    #""\u12"#, "1 2", "\u{0}", "[1\u{0}]", "\"\u{1}\"", "\"\n\"", "0x10",
  ])
  func `refuses what is none`(text: String) { #expect(flaw(text) == .syntax) }

  @Test func `refuses what is no text`() {
    #expect(flaw([0x22, 0xff, 0x22]) == .encoding)
    #expect(flaw([0x22, 0xc0, 0x80, 0x22]) == .encoding)
    #expect(flaw(#""\ud800""#) == .encoding)
    #expect(flaw(#""\ud800\u0041""#) == .encoding)
    #expect(flaw(#""\udc00""#) == .encoding)
  }

  @Test func `refuses numbers beyond all doubles, and deep nesting`() throws {
    #expect(flaw("1e999") == .size)
    #expect(flaw(String(repeating: "9", count: 400)) == .size)
    let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(flaw(deep) == nil)
    #expect(flaw("[" + deep + "]") == nil)
    #expect(flaw("[[" + deep + "]]") == .depth)
    #expect(flaw(String(repeating: #"{"a":"#, count: 100_000)) == .depth)
  }

  @Test func `refuses a key that is there twice`() {
    #expect(flaw(#"{"a":1,"b":{"a":2}}"#) == nil)
    #expect(flaw(#"{"a":1,"\u0061":2}"#) == .repeated("a"))
  }

  @Test func `writes what it reads`() throws {
    let text = #"{"a":[1,2.5,true,null],"b":"\"\\\n\u0001é"}"#
    #expect(try read(text).text == text)
  }
}
