import Arithmetic
import Testing

@testable import SoftmaxReference

@Suite("1.5-entmax in a quadratic field") struct QuadraticSparseRowTests {
  private static func row(_ gaps: [Double?]) -> QuadraticSparseRow {
    let support = gaps.map { gap in gap.map { WideBall($0, precision: 256) } }
    let count = WideBall(Double(support.count { $0 != nil }), precision: 256)
    return QuadraticSparseRow(support, count)
  }

  @Test func `sums to one, and its square roots differ by half the gaps`() {
    let p = Self.row([0, 0.5, nil, 1.25]).probabilities
    #expect((Definition.sum(p) - 1).mayBeZero && p[2].isZero)
    let roots = p.map { $0.squareRoot() }
    #expect((roots[0] - roots[1] - WideBall(0.25)).mayBeZero)
    #expect((roots[0] - roots[3] - WideBall(0.625)).mayBeZero)
    #expect(p[0].isSharp(bits: 240))
  }

  @Test func `is exact where the root is, or where it does not count`() {
    // Δ = 8 − δ² for two gaps that differ by δ.
    let p = Self.row([0, 2]).probabilities
    #expect((p[0] - 1).isZero && p[1].isZero)
    // Two at the mean: p = Δ/4k² without a root.
    let even = Self.row([0, 0.5, 0.5, 1]).probabilities[1]
    #expect((even - WideBall(14.0 / 64)).isZero)
  }

  @Test func `has products that sum to zero`() {
    let row = Self.row([0, 0.5, nil, 1.25])
    let product = row.vectorProduct([3, -1, 7, 2].map { WideBall($0, precision: 256) })
    #expect(Definition.sum(product).mayBeZero && product[2].isZero)
    // By the definition s ⊙ (v − ⟨s, v⟩/Σs).
    let s = row.probabilities.map { $0.isZero ? 0 : $0.squareRoot() }
    let v = [3, -1, 7, 2].map { WideBall($0, precision: 256) }
    let mean = Definition.dot(s, v) / Definition.sum(s)
    for i in [0, 1, 3] { #expect((product[i] - s[i] * (v[i] - mean)).mayBeZero) }
  }
}
