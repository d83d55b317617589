import Arithmetic
import PropertyEngine
import Testing

@Suite("Points of the simplex") struct VectorsSimplexTests {
  @Test(arguments: Format.allCases, [false, true])
  func `sum to exactly one in any order`(format: Format, isInterior: Bool) throws {
    let generator = Vectors.simplex(format, isInterior: isInterior)
    // On the grid 2^(1−p) every partial sum up to one is exact in the format.
    let grid = powerOfTwo(format.precision - 1)
    let wrong = try firstCounterexample(to: generator) { point in
      point.reduce(0, +) == 1
        && point.allSatisfy { $0 * grid == ($0 * grid).rounded() && (0...1).contains($0) }
        && (!isInterior || point.allSatisfy { $0 > 0 })
    }
    #expect(wrong == nil)
    #expect(try firstUnfaithfulReplay(of: generator) == nil)
  }

  @Test func `have as many positive entries as the format allows`() throws {
    let generator = Vectors.simplex(.bfloat16, count: 128...128, isInterior: true)
    let wrong = try firstCounterexample(to: generator, cases: 100) { point in
      point.allSatisfy { $0 == 0x1p-7 }
    }
    #expect(wrong == nil)
  }

  @Test func `have zeros, vertices and even points among them`() throws {
    let run = PropertyRun(seed: 1, property: "simplex", cases: 2000)
    let points = try (0..<2000).map { index in
      var source = run.source(index: index)
      return try Vectors.simplex(.binary32, count: 2...8).draw(from: &source)
    }
    #expect(points.contains { $0.contains(1) })
    #expect(points.contains { $0.contains(0) && !$0.contains(1) })
    #expect(points.contains { !$0.contains(0) })
    #expect(points.contains { Set($0).count == 1 })
  }

  @Test func `shrink to halves`() throws {
    let minima = try minima(of: Vectors.simplex(.binary32)) { point in
      point.count > 3 && point.allSatisfy { $0 < 0.6 }
    }
    #expect(minima == ["[0.0, 0.0, 0.5, 0.5]"])
  }
}
