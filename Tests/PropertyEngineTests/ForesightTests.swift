import Testing

@testable import PropertyEngine

@Suite("Foresight") struct ForesightTests {
  /// The outcome of a run, with the numbers drawn and those foreseen.
  private func run(
    cases: Int, climb: Int = 0, failingAt failure: Double = .infinity, foreseen: Bool,
    all: Bool = false
  ) throws -> (outcome: PropertyOutcome, drawn: [Double], ahead: [[Double]]) {
    let run = PropertyRun(
      seed: 3, property: "foresight", cases: cases, shrinkBudget: 50, climb: climb)
    func draw(_ source: inout ChoiceSource) throws(Discard) -> Double {
      if all { return Double(source.index(below: 30)) }
      let x = try source.real(in: 0...100)
      if x < 20 { throw Discard() }
      return x
    }
    var drawn: [Double] = []
    var ahead: [[Double]] = []
    let foresee: ([ChoiceSource]) -> Void = { sources in
      ahead.append(
        sources.compactMap { source in
          var source = source
          return try? draw(&source)
        })
    }
    let outcome = try run.run(
      drawing: { (source) throws(Discard) in _ = try draw(&source) },
      foreseeing: foreseen ? foresee : nil
    ) { source in
      let x = try draw(&source)
      drawn.append(x)
      return x >= failure ? .fails(ratio: x) : .holds(ratio: x / 101)
    }
    return (outcome, drawn, ahead)
  }

  @Test func `shows the cases that come, in blocks that grow`() throws {
    let (outcome, drawn, ahead) = try run(cases: 400, foreseen: true)
    #expect(Array(ahead.joined().prefix(400)) == Array(drawn.prefix(400)))
    #expect(ahead[0].count <= 4 && ahead.count < 12)
    #expect(outcome.cases == 400)
  }

  @Test func `shows all cases where there are no more`() throws {
    let (outcome, drawn, ahead) = try run(cases: 100, foreseen: true, all: true)
    #expect(outcome.domainSize == 30)
    #expect(Array(ahead.joined()) == drawn && ahead.map(\.count) == [4, 16, 10])
  }

  @Test func `shows a climb one step ahead at first, and more as long as none is taken`() throws {
    let (_, drawn, ahead) = try run(cases: 20, climb: 40, foreseen: true)
    // The worst case is drawn again before the climb begins with it.
    let climb = drawn.dropFirst(21)
    #expect(ahead.contains { $0 == [climb.first] })
    let shown = Set(ahead.joined())
    let isForeseen = climb.allSatisfy { shown.contains($0) }
    #expect(isForeseen)
  }

  @Test(arguments: [Double.infinity, 99, 60])
  func `changes nothing`(failure: Double) throws {
    let with = try run(cases: 60, climb: 20, failingAt: failure, foreseen: true)
    let without = try run(cases: 60, climb: 20, failingAt: failure, foreseen: false)
    #expect(with.drawn == without.drawn)
    #expect(with.outcome.falsification == without.outcome.falsification)
    #expect(with.outcome.cases == without.outcome.cases)
    #expect(with.outcome.worstRatio == without.outcome.worstRatio)
    #expect(with.outcome.worstChoices == without.outcome.worstChoices)
  }
}
