import Arithmetic
import Testing

@testable import PropertyEngine

@Suite("The screening") struct ScreeningTests {
  @Test func `pairs every special value, length and shape with each other`() {
    let rows = (0..<Screening.count).map(Screening.row)
    #expect(rows.count == 120)
    #expect(Set(rows.map { [$0.special, $0.length] }).count == 12 * 10)
    #expect(Set(rows.map { [$0.special, $0.shape] }).count == 12 * 10)
    #expect(Set(rows.map { [$0.length, $0.shape] }).count == 10 * 10)
  }

  @Test func `comes before the random cases and depends on the index alone`() throws {
    let logits = Vectors.logits(.binary32, count: 1...130)
    func lengths(_ cases: Int) throws -> [Int] {
      let run = PropertyRun(seed: 3, property: "lengths", cases: cases)
      return try (0..<120).map { index in
        var source = run.source(index: index)
        return try logits.draw(from: &source).count
      }
    }
    let counts = try lengths(500)
    #expect(Array(counts[0..<10]) == [1, 2, 3, 7, 8, 15, 16, 17, 33, 129])
    #expect(counts[19] == 130)
    #expect(try lengths(10) == counts)
  }

  @Test func `puts special values in vectors and scalars`() throws {
    let format = Format.binary32
    let run = PropertyRun(seed: 3, property: "specials", cases: 500)
    var seen: Set<Double> = []
    for index in 0..<120 {
      var (source, other) = (run.source(index: index), run.source(index: index))
      seen.formUnion(try Vectors.finite(format).draw(from: &source))
      seen.insert(try Scalars.finite(format).draw(from: &other))
    }
    let specials = [
      0, format.leastSubnormal, -format.leastSubnormal, format.leastNormal,
      1 - format.unitRoundoff, 1 + 2 * format.unitRoundoff, 0x1p24, format.greatestFinite,
      -format.greatestFinite,
    ]
    #expect(specials.allSatisfy(seen.contains))
  }

  @Test func `keeps to the magnitudes that a vector promises`() throws {
    let run = PropertyRun(seed: 3, property: "limits", cases: 500)
    for format in Format.allCases {
      for index in 0..<120 {
        var (source, other) = (run.source(index: index), run.source(index: index))
        let logits = try Vectors.logits(format).draw(from: &source)
        let spread = (logits.max() ?? 0) - (logits.min() ?? 0)
        #expect(spread <= format.greatestFinite)
        let small = try Vectors.moderate(format, magnitude: 3).draw(from: &other)
        #expect(small.allSatisfy { abs($0) <= 3 })
      }
    }
  }

  @Test func `may be left out`() throws {
    let with = PropertyRun(seed: 3, property: "p", cases: 500)
    let without = PropertyRun(seed: 3, property: "p", cases: 500, isScreening: false)
    for index in [0, 119, 120, 400] {
      var (one, other) = (with.source(index: index), without.source(index: index))
      let vectors = [
        try Vectors.logits(.binary32).draw(from: &one),
        try Vectors.logits(.binary32).draw(from: &other),
      ]
      #expect((vectors[0] == vectors[1]) == (index >= 120))
    }
  }
}
