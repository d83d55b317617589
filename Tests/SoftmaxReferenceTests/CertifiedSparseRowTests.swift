import Arithmetic
import FixtureSupport
import SoftmaxFamily
import SoftmaxReference
import Testing

@Suite("A certified sparse row") struct CertifiedSparseRowTests {
  private static let infinity = Double.infinity

  private static func entmax(_ z: [Double], _ alpha: Double) throws -> Tensor {
    try Reference.evaluate(.entmax, [Tensor(z), Tensor(alpha)])
  }

  @Test func `with NaN, with positive infinity or with nothing but masks has no answer`() throws {
    for z in [[.nan, 1], [Self.infinity, 1], [-Self.infinity, -Self.infinity], [Self.infinity]] {
      for operation in [Operation.sparsemax, .entmax15] {
        #expect(try Reference.evaluate(operation, [Tensor(z)]).values.allSatisfy(\.isNaN))
      }
      #expect(try Self.entmax(z, 1.25).values.allSatisfy(\.isNaN))
    }
  }

  @Test func `has no answer where α is at most one, or is none itself`() throws {
    for alpha in [1, 0.5, -2, .nan, Self.infinity] {
      #expect(try Self.entmax([1, 2], alpha).values.allSatisfy(\.isNaN))
      let relu = try Reference.evaluate(.alphaReLU, [Tensor([1.0, 2.0]), Tensor(alpha), 0])
      #expect(relu.values.allSatisfy { $0.isNaN })
    }
  }

  @Test func `without entries is empty, and of one entry is certain`() throws {
    #expect(try Self.entmax([], 1.5).count == 0)
    #expect(
      try Reference.evaluate(.sparsemaxLoss, [Tensor([] as [Double]), Tensor([] as [Double])])[0]
        .isZero)
    for (z, alpha) in [(5.5, 2.0), (-1e308, 1.5), (0, 1 + 0x1p-10), (3, 10)] {
      let p = try Self.entmax([z], alpha)
      #expect(p.values == [1] && p[0].isExact)
    }
  }

  @Test func `is not disturbed by differences that overflow`() throws {
    for alpha in [1 + 0x1p-10, 1.25, 1.5, 2, 3] {
      #expect(try Self.entmax([1e308, -1e308], alpha).values == [1, 0])
      #expect(try Self.entmax([1e308, 1e308, 0], alpha).values == [0.5, 0.5, 0])
    }
  }

  @Test func `decides what is exactly at the threshold`() throws {
    for alpha in [1.25, 1.5, 2, 3, 1.0625] {
      let p = try Self.entmax([3 + 1 / (alpha - 1), 3, 3], alpha)
      #expect(p.elements.allSatisfy(\.isExact) && p.values == [1, 0, 0])
    }
    let p = try Reference.evaluate(.sparsemax, [Tensor([0.75, 0.25, -0.25 - 0.25] as [Double])])
    #expect(p.values == [0.75, 0.25, 0])
  }

  @Test func `encloses both derivatives at the threshold of sparsemax`() throws {
    let product = try Reference.evaluate(
      .sparsemaxVectorJacobianProduct, [Tensor([1, 0] as [Double]), Tensor([1, 3] as [Double])])
    // Alone the first entry cannot move; with the second it moves by half the difference.
    #expect((product[0] - 0).mayBeZero && (product[0] + 1).mayBeZero)
    #expect((product[1] - 0).mayBeZero && (product[1] - 1).mayBeZero)
  }

  @Test(arguments: [1 + 0x1p-10, 1.25, 4.0 / 3, 1.5, 1.75, 2, 2.5, 3, 10])
  func `sums to one and keeps the conditions of the support`(alpha: Double) throws {
    var random = TestRandom(seed: 71)
    for _ in 0..<12 {
      let reach = random.double(in: 0.1...3) / (alpha - 1)
      let z = (0..<random.integer(in: 2...9)).map { _ in random.double(in: -reach...reach) }
      let p = try Self.entmax(z, alpha)
      #expect(p.sum.scalar.radiusBound < 0x1p-60 && (p.sum.scalar - 1).mayBeZero)
      let powers = p.elements.map { $0.power(Ball(alpha) - 1) }
      let top = z.indices.reduce(0) { z[$0] < z[$1] ? $1 : $0 }
      for i in z.indices {
        let line = powers[top] - (Ball(alpha) - 1) * (Ball(z[top]) - Ball(z[i]))
        #expect(p[i].isZero ? !line.isPositive : (powers[i] - line).mayBeZero)
      }
    }
  }

  @Test func `encloses the answer of every row that its balls enclose`() throws {
    var random = TestRandom(seed: 72)
    for alpha in [1.25, 1.5, 2, 3] {
      for _ in 0..<12 {
        let z = (0..<5).map { _ in random.double(in: -1...1) }
        let moved = z.map { $0 + random.double(in: -1e-3...1e-3) }
        let wide = Tensor(z.map { Ball($0).widened(by: 1e-3) })
        let enclosure = try Reference.evaluate(.entmax, [wide, Tensor(alpha)])
        let inside = try Self.entmax(moved, alpha)
        #expect((enclosure - inside).elements.allSatisfy { $0.mayBeZero })
      }
    }
  }

  /// `∂p/∂α = (p − s̃)/(α−1)² − (p log p − s̃ Σp log p)/(α−1)`, `s̃ = s/Σs` (Correia et al.).
  @Test func `changes with α as its derivative says`() throws {
    var random = TestRandom(seed: 73)
    for alpha in [1.25, 1.5, 1.75] {
      let z = (0..<5).map { _ in random.double(in: -0.3...0.3) }
      let step = 0x1p-20
      let difference =
        (try Self.entmax(z, alpha + step) - Self.entmax(z, alpha - step)) / Tensor(2 * step)
      let p = try Self.entmax(z, alpha)
      let s = p.map { $0.power(2 - Ball(alpha)) }
      let share = s / s.sum
      let logarithms = p * p.log
      let a = Tensor(alpha - 1)
      let slope = (p - share) / (a * a) - (logarithms - share * logarithms.sum) / a
      #expect((slope - difference).elements.allSatisfy { $0.magnitudeBound < 1e-9 })
    }
  }

  @Test func `gives losses that vanish exactly where the target is the saturated answer`() throws {
    for alpha in [1.25, 1.5, 2, 3] {
      let z = Tensor([2 + 1 / (alpha - 1), 2, 1])
      let target = Tensor([1, 0, 0] as [Double])
      #expect(try Reference.evaluate(.entmaxLoss, [target, z, Tensor(alpha)])[0].isZero)
    }
    let masked = try Reference.evaluate(
      .sparsemaxLoss, [Tensor([1, 0] as [Double]), Tensor([-Self.infinity, 0])])
    #expect(masked[0].value == Self.infinity)
  }
}
