import Arithmetic
import Testing

@testable import PropertyEngine

@Suite("Vectors") struct VectorsTests {
  static let shapes: [(name: String, generator: @Sendable (Format) -> Generator<[Double]>)] = [
    ("moderate", { Vectors.moderate($0) }),
    ("finite", { Vectors.finite($0) }),
    ("logits", { Vectors.logits($0, overflowEdge: true) }),
    ("ties", { Vectors.ties($0) }),
    ("dominant", { Vectors.dominant($0) }),
    ("ladder", { Vectors.ladder($0) }),
    ("ramp", { Vectors.ramp($0) }),
    ("sorted", { Vectors.sorted($0) }),
    ("sparse", { Vectors.sparse($0) }),
    ("worstMeanGap", { Vectors.worstMeanGap($0) }),
    ("overflowEdge", { Vectors.overflowEdge($0) }),
  ]

  @Test(arguments: shapes.indices)
  func `have finite entries of the format and a length of the range`(index: Int) throws {
    for format in Format.allCases {
      let generator = Self.shapes[index].generator(format)
      let wrong = try firstCounterexample(to: generator, cases: 200) { x in
        Vectors.usualCounts.contains(x.count)
          && x.allSatisfy { $0.isFinite && format.contains($0) }
      }
      #expect(wrong == nil)
      #expect(try firstUnfaithfulReplay(of: generator, cases: 60) == nil)
    }
  }

  @Test func `may be empty`() throws {
    let generator = Vectors.logits(.binary32, count: 0...0)
    #expect(try firstCounterexample(to: generator, cases: 100) { $0.isEmpty } == nil)
  }

  @Test func `have mostly short lengths, some beside powers of two, some long`() {
    var source = ChoiceSource(seed: 1)
    let counts = (0..<2000).map { _ in source.count(in: Vectors.usualCounts) }
    #expect(counts.count { $0 <= 8 } > 1200)
    #expect([1, 2, 15, 16, 17, 31, 33, 63, 65, 127, 128, 129, 130].allSatisfy(counts.contains))
  }

  @Test func `have the worst mean gap`() throws {
    let generator = Vectors.worstMeanGap(.binary64, count: 2...100)
    let run = PropertyRun(seed: 1, property: "gap", cases: 200)
    for index in 0..<200 {
      var source = run.source(index: index)
      let x = try generator.draw(from: &source)
      let top = x.max() ?? 0
      let weights = x.map { SteadyMath.exponential($0 - top) }
      let mean = zip(x, weights).reduce(0) { $0 + (top - $1.0) * $1.1 } / weights.reduce(0, +)
      #expect(abs(mean - SteadyMath.greatestMeanGap(count: x.count)) < 1e-12)
    }
  }

  @Test func `have gaps about every cliff`() throws {
    let format = Format.binary32
    let gaps = try (0..<2000).map { index in
      var source = PropertyRun(seed: 1, property: "cliffs", cases: 1).source(index: index)
      let x = try Vectors.dominant(format, count: 2...8).draw(from: &source).sorted()
      return x[x.count - 1] - x[x.count - 2]
    }
    for cliff in [format.absorbedGap, format.subnormalGap, format.vanishingGap] {
      #expect(gaps.contains { $0 > cliff && $0 < cliff + 1 })
      #expect(gaps.contains { $0 < cliff && $0 > cliff - 1 })
    }
  }
}
