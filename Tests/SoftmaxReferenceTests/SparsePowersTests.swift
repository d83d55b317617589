import Arithmetic
import Testing

@testable import SoftmaxReference

@Suite("The powers of the sparse maps") struct SparsePowersTests {
  private static func number(_ x: Double) -> WideBall { WideBall(x, precision: 256) }

  private static func powers(_ alpha: Double) throws -> SparsePowers {
    try #require(SparsePowers(alpha: Ball(alpha), 256))
  }

  @Test func `are exact where they are rational`() throws {
    // b^{4/3} and b^{1/3} of 1.5³, y^{7/4} of 16.
    let powers = try Self.powers(1.75)
    #expect((powers.probability(Self.number(3.375)) - Self.number(5.0625)).isZero)
    #expect((powers.slope(Self.number(3.375)) - Self.number(1.5)).isZero)
    #expect((powers.entropyTerm(Self.number(16)) - Self.number(128)).isZero)
    let cube = try Self.powers(3)
    #expect((cube.probability(Self.number(0x1p-10)) - Self.number(0x1p-5)).isZero)
    #expect((cube.slope(Self.number(0.25)) - Self.number(2)).isZero)
    #expect((cube.entropyTerm(Self.number(0.5)) - Self.number(0.125)).isZero)
    #expect(cube.entropyTerm(0).isZero)
  }

  @Test func `are enclosures where they are not`() throws {
    let powers = try Self.powers(1.75)
    let root = powers.slope(Self.number(2))
    #expect(!root.isExact && (root * root * root - 2).mayBeZero && root.isSharp(bits: 200))
    let close = powers.slope(Self.number(3.375 + 0x1p-40))
    #expect((close - Self.number(1.5)).isPositive)
    let odd = try Self.powers(1.1).probability(Self.number(0.5))
    #expect(!odd.isExact && odd.isSharp(bits: 200))
  }

  @Test func `are none for an alpha of one or less`() {
    for alpha in [1, 0.5, -1, .nan, .infinity] {
      #expect(SparsePowers(alpha: Ball(alpha), 256) == nil)
    }
  }
}
