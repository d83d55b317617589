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

  @Test func `lets a threshold that is steep in one entry move the others`() {
    let bounds = Self.bounds(
      .entmax, Tensor([-11, -0x1.6aaaaap+3] as [Double]), 4, claiming: .sort)
    #expect(bounds[0].absolute > 0.0039)
    #expect(bounds[1].absolute > 0.0039)
  }
}
