import Arithmetic
import Testing

@testable import ProcessBridge

@Suite("Numbers as text of bits")
struct BitsTextTests {
  private func text(_ values: [Double], in format: Format) -> String {
    var line: [UInt8] = []
    BitsText.append(values, in: format, to: &line)
    return String(decoding: line, as: UTF8.self)
  }

  @Test func `are lower-case hexadecimal, the most significant digit first`() {
    #expect(text([1, -0.0], in: .binary16) == "3c008000")
    #expect(text([1, -.infinity], in: .bfloat16) == "3f80ff80")
    #expect(text([-1.5, 0x1p-149], in: .binary32) == "bfc0000000000001")
    #expect(text([0x1.fffffffffffffp1023], in: .binary64) == "7fefffffffffffff")
  }

  @Test(arguments: Format.allCases)
  func `are the same numbers when they are read`(format: Format) throws {
    let values = Echo.patterns(format).map { format.value(bits: $0) }
    let read = try BitsText.values(text(values, in: format), in: format)
    #expect(read.map { format.bits(of: $0) } == values.map { format.bits(of: $0) })
  }

  @Test(arguments: [("3F80", 1), ("3f8g", 3), ("3f80 000", 4), ("+f80", 0), ("3f80ü0", 4)])
  func `are refused for a character that is no digit`(text: String, position: Int) {
    #expect(throws: BitsText.Flaw.notADigit(at: position)) {
      try BitsText.values(text.utf8.count == 7 ? text + "0" : text, in: .binary16)
    }
  }

  @Test func `are refused where the last value is not whole`() {
    #expect(throws: BitsText.Flaw.partial(digits: 9)) {
      try BitsText.values("3f8000003", in: .binary32)
    }
  }

  @Test func `are not looked at where they mean nothing`() throws {
    let values = try BitsText.values("3c00????4000", in: .binary16) { $0 == 1 }
    #expect(values == [1, 0, 2])
  }
}
