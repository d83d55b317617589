import Arithmetic
import PropertyEngine
import Testing

/// What is simplest is stated as an equality, over twenty seeds each.
@Suite("Shrinking") struct ShrinkerTests {
  let vectors = Vectors.finite(.binary64, count: 0...64)

  @Test func `leaves one entry at the threshold`() throws {
    #expect(try minima(of: vectors) { $0.contains { $0 >= 710 } } == ["[710.0]"])
    #expect(try minima(of: vectors) { $0.contains { $0 != 0 } } == ["[1.0]"])
    #expect(try minima(of: vectors) { $0.contains { $0 < -0.3 } } == ["[-1.0]"])
  }

  @Test func `leaves a vector that fails by its length alone at zeros`() throws {
    #expect(try minima(of: vectors) { $0.count > 3 } == ["[0.0, 0.0, 0.0, 0.0]"])
  }

  @Test func `keeps an entry from the end of a long vector`() throws {
    let minima = try minima(of: Vectors.logits(.binary32)) { x in
      x.count > 3 && x[x.count - 1] > 20
    }
    #expect(minima == ["[0.0, 0.0, 0.0, 21.0]"])
  }

  @Test func `keeps what entries have to do with each other`() throws {
    #expect(try minima(of: vectors) { Set($0).count >= 3 } == ["[0.0, 1.0, -1.0]"])
    let logits = Vectors.logits(.binary32, count: 1...64)
    #expect(try minima(of: logits) { ($0.max() ?? 0) - ($0.min() ?? 0) > 40 } == ["[0.0, 41.0]"])
    #expect(try minima(of: logits) { Set($0).count < $0.count } == ["[0.0, 0.0]"])
  }

  @Test func `moves a sum to the last entries`() throws {
    let moderate = Vectors.moderate(.binary64, count: 1...30)
    let minima = try minima(of: moderate) { $0.reduce(0, +) > 100 }
    #expect(minima == ["[5.0, 16.0, 16.0, 16.0, 16.0, 16.0, 16.0]"])
  }

  @Test func `prefers integers, then short fractions`() throws {
    let finite = Scalars.finite(.binary64)
    #expect(try minima(of: finite) { $0 > 1 } == ["2.0"])
    #expect(try minima(of: Scalars.finite(.binary32)) { $0 >= 0.1 } == ["1.0"])
    #expect(try minima(of: Scalars.moderate(.binary32)) { $0 > 0.3 && $0 < 0.4 } == ["0.375"])
    #expect(try minima(of: finite) { $0 > 0 && $0 < 1e-10 } == ["\(0x1p-34)"])
  }

  @Test func `prefers short significands among large numbers`() throws {
    #expect(try minima(of: Scalars.finite(.binary64)) { $0 > 1e300 } == ["\(0x1.8p996)"])
    #expect(try minima(of: Scalars.finite(.binary32)) { $0 > 1e10 } == ["10000001024.0"])
  }

  @Test func `leaves a number that is not finite only where it must`() throws {
    let infinite = Scalars.inClass(.infinite, of: .binary32)
    #expect(try minima(of: infinite) { _ in true } == ["inf"])
    let logits = Vectors.masked(.binary32)
    #expect(try minima(of: logits) { $0.count { $0 < -1e4 } > 1 } == ["[-10001.0, -10001.0]"])
    #expect(try minima(of: logits) { $0.count { $0 < -1e39 } > 1 } == ["[0.0, -inf, -inf]"])
  }

  @Test func `spends at most a few hundred evaluations on a vector`() throws {
    var most = 0
    for seed in 0..<20 as Range<UInt64> {
      let outcome = try PropertyRun(seed: seed, property: "cost", cases: 1000).run { source in
        let x = try vectors.draw(from: &source)
        return x.contains { $0 >= 710 } ? .fails(ratio: 2) : .holds(ratio: 0)
      }
      most = max(most, outcome.falsification?.evaluations ?? .max)
    }
    #expect(most < 300)
  }

  @Test func `is deterministic`() throws {
    let run = PropertyRun(seed: 3, property: "again", cases: 1000)
    let outcomes = try (0..<2).map { _ in
      try run.run { source in
        let x = try vectors.draw(from: &source)
        return x.reduce(0, +) > 1e3 ? .fails(ratio: 2) : .holds(ratio: 0)
      }
    }
    #expect(outcomes[0].falsification == outcomes[1].falsification)
    #expect(outcomes[0].falsification != nil)
  }
}
