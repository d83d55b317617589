import SoftmaxLaws
import Testing

@Suite("What checks a claim") struct ClaimCheckTests {
  @Test func `is said of every claim of the protocol, once`() {
    #expect(
      ClaimCheck.all.map(\.claim) == [
        "exponentialUlps", "logarithmUlps", "accumulator", "arithmetic", "summation", "algorithm",
        "sigmoid", "logSumExp", "sparseMap", "subnormals", "monotone", "fullyMasked", "empty",
        "deterministic", "batchInvariant", "infiniteLogits", "fullyMaskedGradient",
        "extendedReals", "leastLogarithm",
      ])
  }

  @Test func `are laws that there are`() {
    let named = ClaimCheck.all.flatMap(\.laws)
    #expect(named.filter { Catalogue.law(named: $0) == nil } == [])
    #expect(ClaimCheck.all.allSatisfy { !$0.effect.isEmpty })
  }
}
