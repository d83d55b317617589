import Testing

@testable import Conformance

@Suite("A range of versions") struct VersionRangeTests {
  @Test func `has the versions that all its comparisons allow`() throws {
    let expected: [(String, [String], [String])] = [
      (
        "1.17", ["1.17", "1.17.1", "1.17.1 with numpy 2.4.6"], ["1.1", "1.170", "2.17", "", "new"]
      ),
      (">=1.15 <1.18", ["1.15", "1.15.0", "1.17.9"], ["1.14.9", "1.18", "1.18.0", "2"]),
      (">1.2", ["1.2.1", "1.10"], ["1.2", "1.2.0", "1.1.9"]), ("<=2", ["2.0", "1.9"], ["2.0.1"]),
    ]
    for (text, inside, outside) in expected {
      let range = try #require(VersionRange(text))
      #expect(inside.filter { !range.contains($0) } == [])
      #expect(outside.filter(range.contains) == [])
    }
  }

  @Test func `is nothing else`() {
    let wrong = ["", " ", "new", "1.x", ">=", "== 2", "1..2", "^1", ">= 1", "1.0rc1"]
    #expect(wrong.filter { VersionRange($0) != nil } == [])
  }
}
