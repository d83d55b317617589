import Arithmetic
import Testing

@testable import SoftmaxFamily

@Suite("The contract of losses of probabilities") struct ContractSimplexTests {
  @Test func `lets logarithms be cut where that is claimed, and no further`() {
    var claims = Claims()
    let (targets, probabilities) = ([0.5, 0.5], [0x1p-145, 0.25])
    let plain = Contract(claims, in: .binary64)
    claims.leastLogarithm = -100
    let cut = Contract(claims, in: .binary64)
    // ½(145 log 2 − 100) = 0.2531…
    let binary =
      cut.binaryCrossEntropy(targets, probabilities).absolute
      - plain.binaryCrossEntropy(targets, probabilities).absolute
    let categorical =
      cut.categoricalCrossEntropy(targets, probabilities).absolute
      - plain.categoricalCrossEntropy(targets, probabilities).absolute
    for slack in [binary, categorical] { #expect(slack > 0.2531 && slack < 0.2532) }
    #expect(
      cut.categoricalCrossEntropy([1], [0x1p-144]) == plain.categoricalCrossEntropy([1], [0x1p-144])
    )
  }

  @Test func `cuts the logarithm of the complement too`() {
    var claims = Claims()
    claims.leastLogarithm = -16
    let bound = Contract(claims, in: .binary64).binaryCrossEntropy([0.25], [1 - 0x1p-30])
    // ¾(30 log 2 − 16) = 3.5958…
    #expect(bound.absolute > 3.59 && bound.absolute < 3.6)
  }
}
