import Arithmetic
import Testing

@testable import SoftmaxFamily

@Suite("A number computed on the way to a result") struct ApproximationTests {
  private let contract = Contract(Claims(), in: .binary32)

  private func dot(_ a: [Double], _ b: [Double]) -> Approximation {
    contract.dot(a.map { Approximation($0) }, b.map { Approximation($0) })
  }

  @Test func `has no error where every sum of products is exact`() {
    #expect(dot([1.5, -2, 3], [0.25, 8, -1]).error == 0)
    #expect(dot([1.5, -2, 3], [0.25, 8, -1]).value.value == -18.625)
    #expect(dot([0, 0], [1, 2]).error == 0)
    #expect(dot([4095], [4097]).error == 0)
  }

  @Test func `has one as soon as a product or a partial sum may be rounded`() {
    #expect(dot([0x1p12 + 1], [0x1p12 + 1]).error >= 0x1p24 * 0x1p-24)
    #expect(dot([0x1p23, 0.25], [1, 1]).error >= 0x1p23 * 0x1p-24)
    #expect(dot([0x1p-80], [0x1p-60]).error > 0)
    #expect(dot([0x1p100], [0x1p100]).error > 0)
  }

  @Test func `hands errors on`() {
    let x = Approximation(3, error: 0.5)
    let product = contract.dot([x], [Approximation(-2)])
    #expect(product.error >= 1 && product.error < 1.001)
    #expect(product.value.value == -6)
    #expect(x.exact == nil && Approximation(3).exact == 3)
    #expect(x.reach >= 3.5)
    #expect(Approximation(3, error: .nan).error == .infinity)
  }

  @Test func `has a sign only where its error leaves it one`() {
    #expect(Approximation(3, error: 2).isPositive == true)
    #expect(Approximation(-3, error: 2).isPositive == false)
    #expect(Approximation(1, error: 2).isPositive == nil)
    #expect(Approximation(0).isPositive == nil)
  }
}
