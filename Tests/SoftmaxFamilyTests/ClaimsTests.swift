import Arithmetic
import SoftmaxFamily
import Testing

@Suite("Claims") struct ClaimsTests {
  @Test func `are none at first`() {
    #expect(Claims().table.isEmpty)
    #expect(Claims() == Claims())
  }

  @Test func `are listed by their names in the protocol, in a fixed order`() {
    var claims = Claims()
    claims.exponentialUlps = 0.75
    claims.logarithmUlps = 2
    claims.accumulator = [.bfloat16: .binary32, .binary16: .binary32]
    claims.arithmetic = [.binary16: .binary64]
    claims.summation = .pairwise
    claims.algorithm = .expOfXMinusLSE
    claims.sigmoid = .twoBranch
    claims.logSumExp = .log1p
    claims.sparseMap = .bisection
    claims.subnormals = .flush
    claims.monotone = true
    claims.fullyMasked = .zeros
    claims.empty = .error
    claims.deterministic = false
    claims.batchInvariant = true
    claims.infiniteLogits = .limit
    claims.fullyMaskedGradient = .zeros
    claims.extendedReals = true
    claims.leastLogarithm = -100
    claims.unknown = ["zeta": "2", "alpha": "1"]
    #expect(
      claims.table.map { "\($0.name) = \($0.value)" } == [
        "exponentialUlps = 0.75", "logarithmUlps = 2",
        "accumulator = binary16: binary32, bfloat16: binary32", "arithmetic = binary16: binary64",
        "summation = pairwise", "algorithm = expOfXMinusLSE", "sigmoid = twoBranch",
        "logSumExp = log1p", "sparseMap = bisection", "subnormals = flush",
        "monotone = true", "fullyMasked = zeros", "empty = error", "deterministic = false",
        "batchInvariant = true", "infiniteLogits = limit", "fullyMaskedGradient = zeros",
        "extendedReals = true", "leastLogarithm = -100", "alpha = 1", "zeta = 2",
      ])
  }
}
