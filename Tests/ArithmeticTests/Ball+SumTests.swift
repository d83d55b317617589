import FixtureSupport
import Testing

@testable import Arithmetic

@Suite("The sum of balls") struct BallSumTests {
  @Test func `of exact doubles loses nothing that cancels`() {
    let terms: [Ball] = [1e300, 1, 0x1p-900, -1e300, 0x1p-1060, -1]
    let sum = Ball.sum(of: terms)
    #expect((sum - Ball(0x1p-900)).isPositive && sum.contains(Exact(0x1p-900) + Exact(0x1p-1060)))
    #expect(sum.relativeRadiusExponent <= -103)
    #expect(Ball.sum(of: terms + [-0x1p-900, -0x1p-1060]).isZero)
    #expect(Ball.sum(of: []).isZero)
  }

  @Test func `is that of whole numbers`() {
    var random = TestRandom(seed: 250)
    let wrong = (0..<200).first { _ in
      let terms = (0..<random.integer(in: 1...20)).map { _ in random.double(exponents: -40...40) }
      let whole = terms.reduce(Exact(0)) { $0 + Exact($1) }
      let sum = Ball.sum(of: terms.map { Ball($0) })
      return !sum.contains(whole) || !(sum.isZero || sum.isSharp(bits: 102))
    }
    #expect(wrong == nil)
  }

  @Test func `of anything else is added term by term`() {
    let third: Ball = 1 / 3
    let sum = Ball.sum(of: [third, third, third])
    #expect(!sum.isExact && (sum - 1).mayBeZero)
    #expect(Ball.sum(of: [.infinity, 1].map { Ball($0) }).value == .infinity)
    #expect(Ball.sum(of: [Ball(.nan), 1]).isNaN)
    let beyond = Ball.sum(of: [Ball(Double.greatestFiniteMagnitude), Ball(0x1p1023)])
    #expect(beyond.exponent == 1024 && beyond.isExact)
  }
}
