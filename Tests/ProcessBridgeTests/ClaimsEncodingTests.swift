import Arithmetic
import SoftmaxFamily
import Testing

@testable import ProcessBridge

@Suite("Claims as they are written")
struct ClaimsEncodingTests {
  @Test func `are read back as they were`() throws {
    var claims = Claims()
    #expect(claims.members.isEmpty)
    claims.exponentialUlps = 0.5
    claims.logarithmUlps = 2
    claims.accumulator = [.bfloat16: .binary32, .binary32: .binary64]
    claims.arithmetic = [.binary16: .binary32]
    claims.summation = .pairwise
    claims.algorithm = .expOfXMinusLSE
    claims.sigmoid = .tanh
    claims.logSumExp = .log1p
    claims.sparseMap = .bisection
    claims.subnormals = .flush
    claims.monotone = true
    claims.fullyMasked = .uniform
    claims.empty = .error
    claims.deterministic = false
    claims.batchInvariant = true
    claims.infiniteLogits = .limit
    claims.fullyMaskedGradient = .zeros
    claims.extendedReals = true
    claims.leastLogarithm = -100
    claims.unknown = ["blas": #"{"threads":[1,2]}"#, "note": #""fast""#]
    #expect(try Claims(claims.members) == claims)
    #expect(claims.members.count == claims.table.count)
  }
}
