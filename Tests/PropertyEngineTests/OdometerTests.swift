import Arithmetic
import Testing

@testable import PropertyEngine

@Suite("The enumeration of all cases") struct OdometerTests {
  private func all<Value>(
    _ generator: Generator<Value>, cases: Int = 100_000
  ) throws -> (values: [String], outcome: PropertyOutcome) {
    var values: [String] = []
    let run = PropertyRun(seed: 1, property: "all", cases: cases)
    let outcome = try run.run(drawing: { (source) throws(Discard) in
      _ = try generator.draw(from: &source)
    }) { source in
      values.append("\(try generator.draw(from: &source))")
      return .holds(ratio: 0)
    }
    return (values, outcome)
  }

  @Test func `goes through every combination once`() throws {
    let pairs = try all(Generator.integer(in: -1...1).paired(with: .bool))
    #expect(
      pairs.values == [
        "(0, false)", "(0, true)", "(1, false)", "(1, true)", "(-1, false)", "(-1, true)",
      ])
    #expect(pairs.outcome.domainSize == 6 && pairs.outcome.cases == 6)
    let lists = try all(Generator.bool.list(count: 0...3))
    #expect(lists.values.count == 15 && Set(lists.values).count == 15)
    let permutations = try all(Permutations.of(count: 5))
    #expect(Set(permutations.values).count == 120 && permutations.outcome.domainSize == 120)
  }

  @Test func `goes through every value of a format of 16 bits`() throws {
    let binary16 = try all(Scalars.finite(.binary16))
    #expect(binary16.outcome.domainSize == 65_536)
    #expect(binary16.outcome.cases == 63_488 && binary16.outcome.discarded == 2048)
    #expect(Set(binary16.values).count == 63_488)
  }

  @Test func `is left to the random cases where there are more`() throws {
    #expect(try all(Generator.integer(in: 0...99), cases: 99).outcome.domainSize == nil)
    #expect(try all(Generator.real(in: 0...1), cases: 99).outcome.domainSize == nil)
    #expect(try all(Scalars.finite(.binary32), cases: 99).outcome.domainSize == nil)
  }

  @Test func `has a failure shrunk like any other`() throws {
    let generator = Generator.integer(in: 0...99)
    let draw = { (source: inout ChoiceSource) throws(Discard) in
      _ = try generator.draw(from: &source)
    }
    let run = PropertyRun(seed: 1, property: "all", cases: 100)
    let outcome = try run.run(drawing: draw) { source in
      Trial(holds: try generator.draw(from: &source) < 40)
    }
    #expect(outcome.falsification?.origin == .enumeration(40))
    #expect(outcome.falsification?.simplest == [40])
  }

  @Test func `ends for values within each other`() throws {
    let tree = Generator<String>.recursive(depth: 2, label: "tree", leaf: .always("o")) { inner in
      inner.paired(with: inner).map { "(\($0)\($1))" }
    }
    let trees = try all(tree)
    #expect(Set(trees.values).count == 5 && trees.outcome.domainSize == 5)
  }
}
