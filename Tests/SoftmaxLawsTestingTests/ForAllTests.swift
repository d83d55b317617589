import PropertyEngine
import SoftmaxLawsTesting
import Synchronization
import Testing

@Suite("An expectation for all values") struct ForAllTests {
  private static func issues(_ body: () -> Void) -> [(text: String, line: Int)] {
    let found = Mutex<[(String, Int)]>([])
    withKnownIssue(isIntermittent: true) {
      body()
    } matching: { issue in
      let text = issue.comments.map(\.rawValue).joined(separator: "\n")
      found.withLock { $0.append((text, issue.sourceLocation?.line ?? 0)) }
      return true
    }
    return found.withLock { $0 }
  }

  @Test func `is met in silence`() {
    forAll("sorted lists are sorted", Generator<Int>.integer.list()) { list in
      let sorted = list.sorted()
      return zip(sorted, sorted.dropFirst()).allSatisfy { $0 <= $1 }
    }
  }

  @Test func `records one issue at its line, with the simplest value and a token`() throws {
    let line = #line + 2
    let issues = Self.issues {
      forAll("reversing changes nothing", Generator<Int>.integer.list()) { $0 == $0.reversed() }
    }
    #expect(issues.count == 1)
    let (text, place) = try #require(issues.first)
    #expect(place == line)
    #expect(text.hasPrefix("reversing changes nothing does not hold: "))
    #expect(text.contains("\n  simplest  [0, 1]\n"))
    #expect(text.contains("\n  replay    reversing-changes-nothing:"))
    #expect(text.hasSuffix("\n  case      reversing-changes-nothing #1 0 #1 1 #0"))
  }

  @Test func `records an issue for what was never evaluated`() {
    let issues = Self.issues {
      forAll("nothing", Generator<Int>.integer.filter { _ in false }) { _ in true }
    }
    #expect(
      issues.map(\.text) == ["nothing was never evaluated: all 4001 cases drawn were discarded"])
  }

  @Test func `records an issue for missing coverage`() {
    let issues = Self.issues {
      forAll(
        "small", Generator.integer(in: 0...1_000_000),
        labels: [Label("tiny", atLeast: 0.5) { $0 < 10 }], settings: PropertySettings(cases: 500)
      ) { _ in true }
    }
    #expect(issues.count == 1)
    #expect(issues.first?.text.contains("\n  missed    tiny: ") == true)
  }
}
