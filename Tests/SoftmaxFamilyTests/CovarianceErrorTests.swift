import Arithmetic
import Testing

@testable import SoftmaxFamily

@Suite("The error of an inverse covariance") struct CovarianceErrorTests {
  private static func error(_ entries: [Double], _ d: Int, in format: Format) -> CovarianceError? {
    var claims = Claims()
    claims.subnormals = .gradual
    let matrix = Tensor(shape: [d, d], entries.map { Ball($0) })
    return CovarianceError(matrix, contract: Contract(claims, in: format))
  }

  @Test func `of a diagonal matrix is that of a few roundings`() throws {
    let error = try #require(Self.error([0.25, 0, 0, 4], 2, in: .binary32))
    #expect(error.magnitude(of: [1, 2]) >= 5 && error.magnitude(of: [1, 2]) < 5.001)
    #expect(error.error(of: [1, 2]) < 31 * 0x1p-24)
  }

  @Test func `grows with the condition of the matrix`() throws {
    let plain = try #require(Self.error([2, 1, 1, 2], 2, in: .binary64))
    let skewed = try #require(Self.error([1, 0.9375, 0.9375, 1], 2, in: .binary64))
    #expect(skewed.error(of: [1, 1]) > 20 * plain.error(of: [1, 1]))
    // Two rows: 28u/(1 − 28u) times the greatest entry, and both sums of the inverse.
    #expect(plain.error(of: [1, 1]) >= 28 * 0x1p-53 * 2 * 4)
    #expect(plain.logDeterminantError >= 28 * 0x1p-53 * 2 * 2)
  }

  @Test func `has no bound where the matrix is none, or too close to a singular one`() {
    #expect(Self.error([1, 2, 2, 1], 2, in: .binary64) == nil)
    #expect(Self.error([1, 1, 1, 1], 2, in: .binary64) == nil)
    #expect(Self.error([1, 0.9921875, 0.9921875, 1], 2, in: .bfloat16) == nil)
    #expect(Self.error([1, 0.9921875, 0.9921875, 1], 2, in: .binary64) != nil)
  }

  @Test func `bounds the logarithms of all pivots`() throws {
    let error = try #require(Self.error([64, 0, 0, 0.015625], 2, in: .binary64))
    #expect(error.logPivots >= 2 * 4.158)
  }
}
