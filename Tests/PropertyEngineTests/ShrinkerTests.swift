import Arithmetic
import PropertyEngine
import Randomness
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
    #expect(try minima(of: finite) { $0 > 0 && $0 < 1e-10 } == ["1e-11"])
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

  /// Numbers with a condition, and the simplest one that satisfies it.
  private static let simplest: [(String, @Sendable (Double) -> Bool)] = [
    ("1.0", { $0 > 0 }), ("2.0", { $0 > 1 }), ("-1.0", { $0 < 0 }),
    ("10.5", { $0 > 10 && $0 != $0.rounded() }), ("3.125", { $0 >= 3.125 && $0 < 3.2 }),
    ("1.75", { $0 > 1 && $0 - $0.rounded(.down) == 0.75 }), ("0.1", { $0 * 10 == 1 }),
    ("0.7", { $0 > 0.6 && $0 < 0.71 && $0 * 0x1p10 != ($0 * 0x1p10).rounded() }),
    ("1e-11", { $0 > 0 && $0 < 1e-10 }), ("\(0x1p-101)", { $0 > 0 && $0 < 0x1p-100 }),
    ("\(0x1p53)", { $0.isFinite && $0 > 0x1p53 - 1 }), ("inf", { $0 == .infinity }),
    ("nan", { $0.isNaN }),
    ("\(Double.greatestFiniteMagnitude)", { $0 == .greatestFiniteMagnitude }),
  ]

  @Test func `of a number ends in the simplest`() throws {
    let bits = Generator { (source) throws(Discard) in
      try source.real(accepting: { _ in true }) { random in
        switch random.index(below: 6) {
        case 0: Double(bitPattern: random.next())
        case 1: random.real(from: 0, to: 4)
        case 2: random.oneIn(2) ? .nan : .infinity
        case 3: [0.1, .greatestFiniteMagnitude, 2.75, 0.7][random.index(below: 4)]
        default: random.real(from: -1000, to: 1000)
        }
      }
    }
    for (simplest, fails) in Self.simplest {
      let minima = try minima(of: bits, failing: fails)
      #expect(minima == [simplest])
    }
  }

  @Test func `keeps a product while it lowers the first factor`() throws {
    let power = Generator { (source) throws(Discard) in
      try source.real(accepting: \.isFinite) { Double(1 << $0.index(below: 7)) }
    }
    let minima = try minima(of: power.paired(with: power)) { $0 * $1 == 64 && $0 > 1 }
    #expect(minima == ["(2.0, 32.0)"])
  }

  @Test func `subtracts what numbers have in common`() throws {
    let neighbors = Generator { (source) throws(Discard) in
      let offset = source.unrecorded { $0.real(from: -1e6, to: 1e6).rounded() } ?? 0
      let first = try source.real(accepting: \.isFinite) { _ in offset }
      return (first, try source.real(accepting: \.isFinite) { offset + $0.real(from: 0, to: 4) })
    }
    #expect(try minima(of: neighbors) { $1 - $0 > 0.5 && $1 - $0 < 3.5 } == ["(0.0, 1.0)"])
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

  /// 64 entries of which none can go: the failure needs them all, or a few, or one.
  @Test func `spends few evaluations on a vector of 64 entries`() throws {
    let vectors = Vectors.logits(.binary32, count: 64...64)
    let properties: [([Double]) -> Bool] = [
      { $0.count == 64 }, { $0.reduce(0, +) > 300 }, { ($0.max() ?? 0) - ($0.min() ?? 0) > 17 },
      { x in x.count { $0 == x.max() } > 1 }, { $0[17] != $0[40] }, { Set($0).count > 3 },
    ]
    for (number, fails) in properties.enumerated() {
      for seed in 0..<10 as Range<UInt64> {
        let run = PropertyRun(seed: seed, property: "64", cases: 1000)
        let outcome = try run.run { source in
          fails(try vectors.draw(from: &source)) ? .fails(ratio: 2) : .holds(ratio: 0)
        }
        #expect((outcome.falsification?.evaluations ?? .max) < 800, "property \(number)")
      }
    }
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
