import Testing

@testable import PropertyEngine

@Suite("Coverage") struct CoverageTests {
  /// Values of Wilson's formula computed by hand with `z = 2`.
  @Test func `has Wilson's interval`() {
    let half = WilsonInterval(50, of: 100, z: 2)
    #expect(abs(half.lower - 0.401942) < 1e-6 && abs(half.upper - 0.598058) < 1e-6)
    let none = WilsonInterval(0, of: 100, z: 2)
    #expect(none.lower == 0 && abs(none.upper - 4 / 104.0) < 1e-12)
    #expect(WilsonInterval(100, of: 100, z: 2).upper == 1)
  }

  @Test func `counts labels in all cases and judges them in the random ones`() throws {
    let run = PropertyRun(
      seed: 1, property: "labels", cases: 1120,
      coverage: [
        Coverage("often", atLeast: 0.45), Coverage("seldom", atLeast: 0.45),
        Coverage("never", atLeast: 0),
      ])
    let outcome = try run.run { source in
      let number = source.index(below: 10)
      source.label("often", if: number < 5)
      source.label("seldom", if: number == 0)
      source.label("seldom", if: number == 0)
      return number == 9 ? .discarded : .holds(ratio: 0)
    }
    #expect(outcome.labels.keys.sorted() == ["often", "seldom"])
    #expect(outcome.coverage.map(\.isMissed) == [false, true, false])
    #expect(outcome.coverage[0].cases <= 1120 - 100 && outcome.cases == 1120)
  }

  @Test func `is missed where nothing was evaluated`() {
    let finding = Coverage.Finding(Coverage("a", atLeast: 0.1), in: PropertyOutcome())
    #expect(finding.isMissed)
  }
}
