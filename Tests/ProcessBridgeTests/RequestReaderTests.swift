import Foundation
import Testing

@testable import ProcessBridge

@Suite("Lines of standard input")
struct RequestReaderTests {
  /// The lines of a text that was all written before.
  private func lines(_ text: String, limit: Int = 1 << 20) throws -> [String] {
    let ends = try RawPipe()
    ends.write(text)
    close(ends.writing)
    defer { close(ends.reading) }
    var reader = RequestReader(ends.reading, limit: limit)
    var lines: [String] = []
    while let line = reader.next() {
      switch line {
      case .request(let bytes): lines.append(String(decoding: bytes, as: UTF8.self))
      case .overlong: lines.append("too long")
      }
    }
    return lines
  }

  @Test func `come one by one`() throws {
    #expect(try lines("a\nbc\n\nd\n") == ["a", "bc", "", "d"])
    #expect(try lines("") == [])
  }

  @Test func `may lack the last end`() throws {
    #expect(try lines("a\nbc") == ["a", "bc"])
  }

  @Test func `are skipped where they are too long`() throws {
    #expect(
      try lines("abc\nabcd\nab\nabcdefgh", limit: 3) == ["abc", "too long", "ab", "too long"])
  }
}

/// A pipe whose ends are closed one by one.
struct RawPipe {
  let reading: Int32
  let writing: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    (reading, writing) = (ends[0], ends[1])
  }

  /// Writes a text that the pipe has room for.
  func write(_ text: String) {
    let bytes = Array(text.utf8)
    let count = bytes.withUnsafeBytes { Foundation.write(writing, $0.baseAddress, $0.count) }
    #expect(count == bytes.count)
  }

  /// Reads what is there, up to 64 KiB; empty at the end.
  func read() -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = buffer.withUnsafeMutableBytes { Foundation.read(reading, $0.baseAddress, $0.count) }
    return Array(buffer.prefix(max(0, count)))
  }
}
