import Arithmetic
import Testing

@testable import SoftmaxFamily

@Suite("The contract of the sparse maps") struct ContractSparseMapsTests {
  private static func bounds(
    _ operation: SoftmaxFamily.Operation, _ arguments: Tensor..., in format: Format = .binary32,
    claiming algorithm: Claims.SparseMap? = nil
  ) -> [ErrorBound] {
    var claims = Claims()
    claims.sparseMap = algorithm
    claims.subnormals = .gradual
    claims.exponentialUlps = 1
    return Contract(claims, in: format).bounds(operation, arguments)
  }

  private static func of(_ numbers: Double...) -> Tensor { Tensor(numbers) }

  @Test func `lets a threshold that is steep in one entry move the others`() {
    let bounds = Self.bounds(.entmax, Self.of(-11, -0x1.6aaaaap+3), 4, claiming: .sort)
    #expect(bounds[0].absolute > 0.0039)
    #expect(bounds[1].absolute > 0.0039)
  }

  @Test func `is sharper for a sort than for anything honest`() {
    for z in [Self.of(0.25, 0, -0.125), Self.of(100.25, 100, 99.875)] {
      let sorted = Self.bounds(.sparsemax, z, claiming: .sort)
      let any = Self.bounds(.sparsemax, z)
      #expect(zip(sorted, any).allSatisfy { $0.absolute < $1.absolute })
      #expect(sorted.allSatisfy { $0.absolute < 32 * 0x1p-24 })
    }
  }

  @Test func `is not certain of zeros that only a double has`() {
    // αReLU(z)^{2−α} is 2e-326, and the relative error of so small a power beyond all bounds.
    let z = Self.of(0, 0x1p-119)
    let alpha: Tensor = 0x1.1ap+0
    let slopes = Self.bounds(
      .alphaReLUVectorJacobianProduct, z, alpha, 0, Self.of(1, 1), in: .bfloat16)
    #expect(slopes[0] == ErrorBound())
    #expect(slopes[1].absolute >= 0x1p-134 && slopes[1].absolute < 0x1p-110)
    let row = Self.of(0, -0x1.fffffffffff8p+3)
    let entries = Self.bounds(.entmax, row, 0x1.1p+0, in: .binary64)
    #expect(entries[1].absolute > 0)
    let products = Self.bounds(
      .entmaxVectorJacobianProduct, row, 0x1.1p+0, Self.of(1, -1), in: .binary64)
    #expect(products.allSatisfy { $0.absolute > 0 })
  }

  @Test func `is certain of the zeros far from the threshold`() {
    let bounds = Self.bounds(.entmax15, Self.of(8, 0, 7.5))
    #expect(bounds[1] == ErrorBound())
    #expect(bounds[0].absolute > 0)
  }

  @Test func `allows for an offset where nothing says that it is subtracted`() {
    let far = Self.of(0x1p20 + 0.5, 0x1p20)
    #expect(Self.bounds(.sparsemax, far)[0].absolute > 0.06)
    #expect(Self.bounds(.sparsemax, far, claiming: .sort)[0].absolute < 0x1p-20)
  }

  @Test func `allows either derivative where the support is not certain`() {
    let product = Self.bounds(.sparsemaxVectorJacobianProduct, Self.of(1, 0), Self.of(1, 3))
    #expect(product[0].absolute > 1 && product[1].absolute > 1)
    let inside = Self.bounds(.sparsemaxVectorJacobianProduct, Self.of(0.5, 0), Self.of(1, 3))
    #expect(inside.allSatisfy { $0.absolute < 0x1p-16 })
  }

  @Test func `knows nothing where α is at most one, or beyond the range of a power`() {
    #expect(Self.bounds(.entmax, Self.of(1, 2), 1).allSatisfy { $0.absolute == .infinity })
    let loss = Self.bounds(.alphaReLULoss, Self.of(1), Self.of(0x1p120), 1.5, 0)
    #expect(loss.map(\.absolute) == [.infinity])
  }

  /// A hundred entries at the threshold, which a sum of rounded numbers may take for members.
  @Test func `allows a pile at the threshold to be taken into the support`() {
    let twos: [Double] = Array(repeating: -2, count: 99)
    let pile = Tensor([0.0] + twos)
    let apart = Tensor([0.0] + twos.map { 4 * $0 })
    let near = Self.bounds(.entmax15, pile, claiming: .sort)[0].absolute
    let far = Self.bounds(.entmax15, apart, claiming: .sort)[0].absolute
    #expect(near > 20 * far)
  }
}
