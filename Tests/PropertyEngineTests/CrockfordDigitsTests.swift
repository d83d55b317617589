import Testing

@testable import PropertyEngine

@Suite("Crockford's digits") struct CrockfordDigitsTests {
  @Test func `are read back from either case`() {
    let all = (0..<32).map { UInt8($0) }
    let text = CrockfordDigits.text(of: all)
    #expect(text == "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    #expect(text.map(CrockfordDigits.value) == all)
    #expect(text.lowercased().map(CrockfordDigits.value) == all)
  }

  @Test func `forgive O for 0, and I and L for 1`() {
    #expect("OoIiLl".map(CrockfordDigits.value) == [0, 0, 1, 1, 1, 1])
  }

  @Test func `are no other characters`() {
    #expect("Uu-*: é٣".allSatisfy { CrockfordDigits.value(of: $0) == nil })
  }
}
