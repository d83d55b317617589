import PropertyEngine
import Synchronization
import Testing

@Suite("A property") struct PropertyTests {
  private struct Trouble: Error {}
  private static let digit = Generator.integer(in: 0...1_000_000)

  @Test func `that holds says for how many cases`() {
    let property = Property("x ≥ 0", forAll: Self.digit) { $0 >= 0 }
    #expect("\(property.check())" == "x ≥ 0 holds: 200 cases")
  }

  @Test func `of a small domain is checked for all of it`() {
    let pairs = Generator.integer(in: 0...9).paired(with: .bool)
    let property = Property("is a digit", forAll: pairs) { digit, _ in digit < 10 }
    let report = property.check()
    #expect(report.outcome.domainSize == 20 && report.outcome.cases == 20)
    #expect("\(report)" == "is a digit holds: 20 of 20 cases")
    #expect(property.check(PropertySettings(cases: 19)).outcome.domainSize == nil)
  }

  @Test func `that fails has the simplest value and the worst one`() throws {
    let property = Property("x < 300", forAll: Self.digit) { x throws -> Trial in
      Trial(error: Double(x), bound: 299)
    }
    let report = property.check()
    #expect(report.conclusion == .fails)
    #expect(report.simplest == 300)
    let worst = try #require(report.worst)
    #expect(worst > 1000 && Double(worst) / 299 == report.outcome.worstRatio)
    #expect(report.token?.label == "x-300")
    #expect(report.regressions == ["x-300 300", "x-300 \(worst)"])
    let lines = "\(report)".split(separator: "\n")
    #expect(lines[1] == "  simplest  300: 1 × the bound")
    #expect(lines[2].hasPrefix("  worst     \(worst): "))
    let choices = try #require(report.token?.choices)
    #expect(property.replay(choices) == .fails(ratio: 300.0 / 299))
  }

  @Test func `fails where it throws, and not where it discards`() {
    let throwing = Property("throws", forAll: Self.digit) { (_: Int) throws -> Bool in
      throw Trouble()
    }
    #expect(throwing.check().simplest == 0)
    let discarding = Property("discards", forAll: Self.digit) { (_: Int) throws -> Bool in
      throw Discard()
    }
    let report = discarding.check(PropertySettings(cases: 10))
    #expect(report.conclusion == .wasNeverEvaluated)
    #expect("\(report)" == "discards was never evaluated: all 201 cases drawn were discarded")
  }

  @Test func `whose filter nothing satisfies ends`() {
    let never = Property("never", forAll: Self.digit.filter { _ in false }) { _ in true }
    #expect(never.check(PropertySettings(cases: 5)).conclusion == .wasNeverEvaluated)
    let rare = Self.digit.filter { $0 % 4099 == 0 }
    let report = Property("rare", forAll: rare) { _ in true }.check(PropertySettings(cases: 500))
    #expect(report.conclusion == .gaveUp)
    let (cases, discarded) = (report.outcome.cases, report.outcome.discarded)
    #expect(
      "\(report)" == "rare was given up after \(cases) of 500 cases: \(discarded) were discarded")
  }

  @Test func `that lacks coverage does not pass`() {
    let even = Label<Int>("even", atLeast: 0.4) { $0 % 2 == 0 }
    let huge = Label<Int>("huge", atLeast: 0.9) { $0 > 999_000 }
    let covered = Property("even", forAll: Self.digit, labels: [even]) { _ in true }
    #expect(covered.check(PropertySettings(cases: 2000)).conclusion == .holds)
    let missed = Property("huge", forAll: Self.digit, labels: [huge]) { _ in true }
    let report = missed.check(PropertySettings(cases: 2000))
    #expect(report.conclusion == .lacksCoverage)
    #expect("\(report)".contains("\n  missed    huge: "))
    #expect("\(report)".hasSuffix(" of 1880 random cases, where a share of 0.9 is required"))
  }

  @Test func `whose outcome changes is said to be not deterministic`() {
    let counter = Counter()
    let property = Property("once", forAll: Self.digit) { _ in counter.next() != 3 }
    let report = property.check()
    #expect(report.conclusion == .isNotDeterministic)
    #expect(
      "\(report)".hasPrefix("once is not deterministic: a case failed once and then did not"))
  }

  @Test func `climbs towards the largest error`() throws {
    let number = Generator.real(in: 0...1)
    let property = Property("near a third", forAll: number) { x throws -> Trial in
      .holds(ratio: 1 - abs(x - 1 / 3))
    }
    let plain = property.check(PropertySettings(cases: 50))
    let climbed = property.check(PropertySettings(cases: 50, climb: 500))
    #expect(climbed.outcome.climbed == 500)
    #expect(climbed.outcome.worstRatio > plain.outcome.worstRatio)
    #expect(abs((climbed.worst ?? 0) - 1 / 3) < 1e-3)
    let needle = Property("a needle", forAll: number) { x throws -> Trial in
      Trial(error: 1 - abs(x - 1 / 3), bound: 1 - 1e-7)
    }
    #expect(needle.check(PropertySettings(cases: 50)).conclusion == .holds)
    let found = needle.check(PropertySettings(cases: 50, climb: 2000))
    #expect(found.outcome.falsification?.origin == .climb)
  }

  @Test func `replays what failed before, and says what does not fail any more`() throws {
    let text = "# known\nx-500 7\nx-500 #2\nx-500 0x1p+0\n\nother 5\nx-500 700000 # the worst\n"
    let known = try Regressions(path: "known.txt", text: text)
    let property = Property("x < 500", forAll: Self.digit) { $0 < 500 }
    let report = property.check(PropertySettings(cases: 0, regressions: known))
    #expect(report.outcome.regressions == [.holds, .doesNotFit, .doesNotFit, .fails])
    #expect(report.outcome.falsification?.origin == .regression(3))
    #expect(report.simplest == 500)
    #expect("\(report)".contains("\n  known.txt:2 does not fail any more\n"))
    #expect("\(report)".hasSuffix("\n  known.txt:4 makes no case any more"))
  }

  @Test func `has a label of plain characters`() {
    let names = ["(a + b) − b = a", "ünï", "", "A.b"]
    let labels = names.map { Property($0, forAll: Self.digit) { _ in true }.label }
    #expect(labels == ["-a-b-b-a", "-n-", "-", "a-b"])
  }
}

/// Counts across evaluations, which no property should.
private final class Counter: Sendable {
  private let state = Mutex(0)

  func next() -> Int {
    state.withLock {
      $0 += 1
      return $0
    }
  }
}
