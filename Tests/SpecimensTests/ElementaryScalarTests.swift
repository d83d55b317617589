import SoftmaxFamily
import Testing

@testable import Specimens

@Suite("A number type with elementary functions") struct ElementaryScalarTests {
  /// Whether a number is within two units in the last place of what is expected.
  private static func isNear<Scalar: ElementaryScalar>(_ x: Scalar, _ expected: Scalar) -> Bool {
    abs(x - expected) <= 2 * expected.ulp
  }

  @Test func `has them in its own precision`() {
    #expect(Self.isNear(1.0.exponential, 2.718281828459045))
    #expect(Self.isNear(Float(1).exponential, 2.7182817))
    #expect(Self.isNear(2.0.logarithm, 0.6931471805599453))
    #expect(Self.isNear(Float(2).logarithm, 0.6931472))
    #expect(Self.isNear(1e-20.logarithmOfOnePlus, 1e-20))
    #expect(Self.isNear(Float(1e-20).logarithmOfOnePlus, 1e-20))
  }

  @Test func `overflows where its format ends`() {
    #expect(Float(89).exponential == .infinity && 89.0.exponential.isFinite)
    #expect(710.0.exponential == .infinity)
    #expect(Float(-104).exponential == 0 && (-746.0).exponential == 0)
    #expect(0.0.logarithm == -.infinity && Float(0).logarithm == -.infinity)
  }
}
