import Arithmetic
import Testing

@testable import SoftmaxReference

@Suite("A sum of exponentials") struct ExponentialSumTests {
  private static func term(_ coefficient: Double, _ exponent: Double) -> ExponentialSum {
    ExponentialSum(
      WideBall(coefficient, precision: 512), exponent: WideBall(exponent, precision: 512))
  }

  @Test func `is zero only if its coefficients are`() {
    let (x, y) = (Self.term(1, 3), Self.term(2, -0.5))
    #expect(((x + y) - (y + x)).sign == 0)
    #expect(((x + y) * (x - y) - (x * x - y * y)).sign == 0)
    #expect(ExponentialSum().sign == 0)
    #expect((x - Self.term(1, 3 + 0x1p-50)).sign == -1)
  }

  @Test func `has the sign of its greatest exponential, however far the others are`() {
    let far = Self.term(-1e300, -1e12)
    #expect((Self.term(0x1p-1000, 0) + far).sign == 1)
    #expect((Self.term(5, 0) + far - Self.term(5, 0)).sign == -1)
    #expect((-1 * (far * far)).sign == -1)
  }

  @Test func `has none where a coefficient or an exponent is not exact`() {
    let third = WideBall(1, precision: 64) / WideBall(3, precision: 64)
    #expect(ExponentialSum(third, exponent: 0).sign == nil)
    #expect(ExponentialSum(1, exponent: third).sign == nil)
    #expect((ExponentialSum(1, exponent: third) * ExponentialSum()).sign == nil)
  }
}
