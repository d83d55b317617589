import Arithmetic
import Testing

@testable import ProcessBridge

@Suite("The echo self-test")
struct EchoTests {
  @Test(arguments: Format.allCases)
  func `sends every kind of number once`(format: Format) {
    let patterns = Echo.patterns(format)
    let values = patterns.map { format.value(bits: $0) }
    #expect(Set(patterns).count == patterns.count)
    #expect(values.count(where: \.isNaN) == 12)
    #expect(values.count(where: \.isInfinite) == 2)
    #expect(values.count { $0 == 0 } == 2)
    #expect(values.contains(format.leastSubnormal))
    #expect(values.contains(format.leastNormal - format.leastSubnormal))
    #expect(values.contains(-format.leastNormal))
    #expect(values.contains(format.greatestFinite))
  }

  @Test func `sends signalling and quiet NaNs with payloads`() {
    for bits in ["7f800001", "ff800001", "7fc00000", "7fc00001", "7fffffff", "7fbfffff"] {
      #expect(Echo.text(.binary32).contains(bits))
    }
  }

  @Test func `names the first number that was changed`() throws {
    let sent = Echo.text(.binary32)
    #expect(Echo.damage(in: sent, of: .binary32) == nil)
    let damage = try #require(
      Echo.damage(in: sent.replacing("80000000", with: "00000000"), of: .binary32))
    #expect(damage == ("80000000", "00000000"))
  }

  @Test func `notices what is missing or too much`() throws {
    let sent = Echo.text(.binary16)
    let missing = try #require(Echo.damage(in: String(sent.dropLast(4)), of: .binary16))
    #expect(missing == ("fdff", ""))
    let surplus = try #require(Echo.damage(in: sent + "0000", of: .binary16))
    #expect(surplus == ("120 digits", "124 digits"))
  }
}
