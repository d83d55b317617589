import Testing

@testable import ProcessBridge

@Suite("A reader of a program's output")
struct LineReaderTests {
  /// A reader that was given texts one after the other, and the log it passed on.
  private func read(_ texts: [String], limit: Int = 100) -> (reader: LineReader, log: String) {
    var reader = LineReader()
    reader.limit = limit
    reader.awaited = 1
    var log: [UInt8] = []
    for text in texts { reader.append(Array(text.utf8)[...]) { log += $0 } }
    return (reader, String(decoding: log, as: UTF8.self))
  }

  @Test func `tells messages from log`() {
    let (reader, log) = read(["hello\n@softmax-laws {}\n\nbye"])
    #expect(reader.messages == [Array("{}".utf8)])
    #expect(log == "hello\n\nbye")
  }

  @Test func `reads bytes in portions of any size`() {
    let text = "@softmax-law\nnoise\n@softmax-laws {\"id\":1}\n@softmax\n@softmax-laws x\n"
    for size in 1...text.count {
      let portions = stride(from: 0, to: text.count, by: size).map {
        String(text.dropFirst($0).prefix(size))
      }
      let (reader, log) = read(portions)
      #expect(
        reader.messages == [Array(#"{"id":1}"#.utf8), Array("x".utf8)], "portions of \(size)")
      #expect(log == "@softmax-law\nnoise\n@softmax\n", "portions of \(size)")
    }
  }

  @Test func `refuses a message that is longer than its limit`() {
    #expect(!read(["@softmax-laws 12345\n"], limit: 5).reader.isOverlong)
    #expect(read(["@softmax-laws 123456\n"], limit: 5).reader.isOverlong)
    #expect(read(["@softmax-laws 123", "456"], limit: 5).reader.isOverlong)
    #expect(read(["@softmax-laws 123", "456"], limit: 5).reader.messages == [])
  }

  @Test func `passes on log of any length`() {
    let long = String(repeating: "noise ", count: 1000)
    let (reader, log) = read([long, long], limit: 5)
    #expect(!reader.isOverlong)
    #expect(log == long + long)
  }

  @Test func `knows whether a message has begun and not ended`() {
    #expect(read(["@softmax-laws {\"id"]).reader.isInMessage)
    #expect(read(["@softm"]).reader.isInMessage)
    #expect(!read(["@softmax-laws {}\n"]).reader.isInMessage)
    #expect(!read(["noise"]).reader.isInMessage)
    #expect(!read([]).reader.isInMessage)
  }

  @Test func `keeps one message more than are awaited`() {
    let line = "@softmax-laws {}\n"
    #expect(read([line + line + line, line]).reader.messages.count == 2)
  }

  @Test func `gives a message away once`() {
    var reader = read(["@softmax-laws {}\n"]).reader
    #expect(reader.takeMessage() == Array("{}".utf8))
    #expect(reader.takeMessage() == nil)
  }
}
