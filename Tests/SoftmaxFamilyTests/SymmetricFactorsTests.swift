import Arithmetic
import SoftmaxFamily
import Testing

@Suite("The factors of a symmetric matrix") struct SymmetricFactorsTests {
  private static let matrix = Tensor(
    shape: [3, 3], [4, 2, -2, 2, 10, 5, -2, 5, 9].map { Ball($0) })

  @Test func `are exact where every step is`() {
    // L = (1; ½ 1; −½ ⅔ 1) would not be; this one is L = (1; 1 1; −1 2 1), D = (2, 4, 8).
    let matrix = Tensor(shape: [3, 3], [2, 2, -2, 2, 6, 6, -2, 6, 26].map { Ball($0) })
    let factors = SymmetricFactors(matrix)
    #expect(factors.pivots.map(\.value) == [2, 4, 8])
    #expect(factors.pivots.allSatisfy { $0.isExact })
    #expect(factors.determinant.value == 64 && factors.determinant.isExact)
    #expect(factors.inverse.elements.allSatisfy { $0.isExact })
    let product = matrix.times(factors.inverse)
    #expect(product.values == [1, 0, 0, 0, 1, 0, 0, 0, 1])
    #expect(factors.isPositiveDefinite && !factors.isIndefinite)
  }

  @Test func `solve equations`() {
    let factors = SymmetricFactors(Self.matrix)
    let solution = Tensor(factors.solution(of: [1, 2, 3]))
    let product = Self.matrix.times(solution.asRow.transposed).elements
    #expect(zip(product, [1, 2, 3]).allSatisfy { ($0 - Ball($1)).mayBeZero })
    #expect(product.allSatisfy { $0.radiusBound < 0x1p-95 })
    let form = factors.inverseForm(of: [1, 2, 3])
    #expect((form - Tensor([1, 2, 3] as [Double]).dot(solution).scalar).mayBeZero)
    #expect(form.isPositive && form.radiusBound < 0x1p-95)
  }

  @Test func `say whether the matrix is positive definite`() {
    func factors(_ entries: [Double]) -> SymmetricFactors {
      SymmetricFactors(Tensor(shape: [2, 2], entries.map { Ball($0) }))
    }
    #expect(factors([1, 0, 0, -1]).isIndefinite)
    #expect(factors([1, 1, 1, 1]).isIndefinite)
    #expect(factors([0, 1, 1, 0]).isIndefinite)
    #expect(factors([.nan, 0, 0, 1]).isIndefinite)
    let vague = Tensor(shape: [1, 1], [Ball(0).widened(by: Ball(1))])
    let uncertain = SymmetricFactors(vague)
    #expect(!uncertain.isIndefinite && !uncertain.isPositiveDefinite)
  }

  @Test func `of no rows have determinant one`() {
    let factors = SymmetricFactors(Tensor(shape: [0, 0], []))
    #expect(factors.determinant.value == 1 && factors.isPositiveDefinite)
    #expect(factors.inverse.shape == [0, 0])
    #expect(factors.inverseForm(of: []).isZero)
  }
}
