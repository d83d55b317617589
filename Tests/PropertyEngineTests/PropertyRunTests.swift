import PropertyEngine
import Testing

@Suite("A run of a property") struct PropertyRunTests {
  private struct Trouble: Error {}

  @Test func `evaluates the cases asked for, each from its own seed`() throws {
    let run = PropertyRun(seed: 5, property: "p", cases: 50)
    var seen: [Int] = []
    let outcome = try run.run { source in
      seen.append(source.index(below: 1000))
      return .holds(ratio: 0)
    }
    let alone = (0..<50).reversed().map { index in
      var source = run.source(index: index)
      return source.index(below: 1000)
    }
    // The worst case is evaluated once more, to record its choices.
    #expect(seen.dropLast() == alone.reversed()[...])
    #expect(outcome.cases == 50 && outcome.discarded == 0 && outcome.falsification == nil)
    #expect(Array(seen.prefix(6)) == [178, 492, 37, 319, 773, 20])
  }

  @Test func `replaces discarded cases and counts vacuous ones`() throws {
    let outcome = try PropertyRun(seed: 1, property: "p", cases: 90).run { source in
      switch source.index(below: 3) {
      case 0: throw Discard()
      case 1: .discarded
      default: .vacuous
      }
    }
    #expect(outcome.cases == 90 && outcome.vacuous == 90)
    #expect(outcome.discarded > 90)
    #expect(outcome.worstChoices == nil)
  }

  @Test func `says so when every case is discarded`() throws {
    let outcome = try PropertyRun(seed: 1, property: "p", cases: 10).run { _ in .discarded }
    #expect(outcome.cases == 0)
    #expect(outcome.discarded == 10 * PropertyRun.discardsPerCase + 1)
  }

  @Test func `keeps the case with the largest ratio`() throws {
    let outcome = try PropertyRun(seed: 1, property: "p", cases: 500).run { source in
      .holds(ratio: Double(source.index(below: 101)) / 100)
    }
    #expect(outcome.worstRatio == 1 && outcome.worstChoices == [100])
  }

  @Test func `reports the simplest failing case and the worst one`() throws {
    let outcome = try PropertyRun(seed: 2, property: "p", cases: 1000).run { source in
      let number = source.index(below: 1000)
      return number >= 300 ? .fails(ratio: Double(number) / 299) : .holds(ratio: 0.5)
    }
    let falsification = try #require(outcome.falsification)
    #expect(falsification.simplest == [300])
    #expect(falsification.ratio == 300.0 / 299)
    #expect(falsification.worst == outcome.worstChoices)
    #expect(falsification.worstRatio >= Double(falsification.original[0]) / 299)
    #expect(falsification.worstRatio == outcome.worstRatio)
    #expect(falsification.isReproducible && !falsification.budgetExhausted)
    #expect(falsification.origin == .screening(outcome.cases - 1))
  }

  @Test func `passes on what the property throws for a case`() {
    #expect(throws: Trouble.self) {
      try PropertyRun(seed: 1, property: "p", cases: 10).run { _ in throw Trouble() }
    }
  }

  @Test func `takes an error while shrinking for no simpler failure`() throws {
    var hasFailed = false
    let outcome = try PropertyRun(seed: 1, property: "p", cases: 10).run { source in
      let number = source.index(below: 100_000)
      if number < 50 && hasFailed { throw Trouble() }
      hasFailed = true
      return .fails(ratio: 2)
    }
    #expect(outcome.falsification?.simplest == [50])
  }

  @Test func `stops shrinking when the budget is used up`() throws {
    let run = PropertyRun(seed: 1, property: "p", cases: 10, shrinkBudget: 3)
    let outcome = try run.run { source in
      source.index(below: 1_000_000) > 10 ? .fails(ratio: 2) : .holds(ratio: 0)
    }
    #expect(outcome.falsification?.evaluations == 3)
    #expect(outcome.falsification?.budgetExhausted == true)
  }

  @Test func `does not shrink at all without a budget`() throws {
    let run = PropertyRun(seed: 1, property: "p", cases: 10, shrinkBudget: 0)
    let outcome = try run.run { source in
      _ = source.index(below: 1_000_000)
      return .fails(ratio: 2)
    }
    let falsification = try #require(outcome.falsification)
    #expect(falsification.simplest == falsification.original)
    #expect(falsification.evaluations == 0 && falsification.budgetExhausted)
  }

  @Test func `says so when a failure does not come again`() throws {
    var evaluations = 0
    let outcome = try PropertyRun(seed: 1, property: "p", cases: 10).run { source in
      _ = source.index(below: 10)
      evaluations += 1
      return evaluations == 1 ? .fails(ratio: 2) : .holds(ratio: 0)
    }
    let falsification = try #require(outcome.falsification)
    #expect(!falsification.isReproducible)
    #expect(falsification.simplest == falsification.original && falsification.ratio == 2)
  }
}
