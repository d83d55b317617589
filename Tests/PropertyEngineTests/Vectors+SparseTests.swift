import Arithmetic
import PropertyEngine
import Testing

@Suite("Vectors with a sparse image by construction") struct VectorsSparseTests {
  @Test func `satisfy the conditions of sparsemax exactly`() throws {
    for format in Format.allCases {
      let wrong = try firstCounterexample(to: Vectors.sparsemax(format), cases: 400) { z, p in
        let support = p.indices.filter { p[$0] > 0 }
        guard let first = support.first else { return false }
        let threshold = z[first] - p[first]
        return p.reduce(0, +) == 1 && z.allSatisfy { format.contains($0) }
          && p.allSatisfy { format.contains($0) }
          && z.indices.allSatisfy { p[$0] == max(z[$0] - threshold, 0) }
      }
      #expect(wrong == nil)
      #expect(try firstUnfaithfulReplay(of: Vectors.sparsemax(format), cases: 200) == nil)
    }
  }

  @Test func `satisfy the conditions of 1.5-entmax exactly`() throws {
    for format in Format.allCases {
      let wrong = try firstCounterexample(to: Vectors.entmax(format), cases: 400) { z, p in
        guard let first = p.indices.first(where: { p[$0] > 0 }) else { return false }
        let threshold = z[first] / 2 - p[first].squareRoot()
        return p.reduce(0, +) == 1 && z.allSatisfy { format.contains($0) }
          && p.allSatisfy { format.contains($0) }
          && z.indices.allSatisfy { index in
            let root = max(z[index] / 2 - threshold, 0)
            return p[index] == root * root
          }
      }
      #expect(wrong == nil)
      #expect(try firstUnfaithfulReplay(of: Vectors.entmax(format), cases: 200) == nil)
    }
  }
}
