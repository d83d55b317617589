import Arithmetic
import SoftmaxFamily
import Testing

@Suite("The bounds of pairs") struct ContractPairsTests {
  /// Contracts of all forms of the theorem, with exp and log from exact to as bad as can be.
  private static var contracts: [Contract] {
    var contracts: [Contract] = []
    for algorithm in [nil, Claims.Algorithm.shiftDiv, .shiftRecip, .expOfXMinusLSE] {
      for logSumExp in [nil, Claims.LogSumExpForm.log, .log1p] {
        for ulps in [0.5, 1, 64] {
          for accumulator in [Format.binary32, .binary64] {
            var claims = Claims()
            claims.arithmetic = [.binary16: .binary32]
            claims.accumulator = [.binary16: accumulator]
            claims.subnormals = .gradual
            claims.algorithm = algorithm
            claims.logSumExp = logSumExp
            claims.exponentialUlps = ulps
            claims.logarithmUlps = ulps
            contracts.append(Contract(claims, in: .binary16))
          }
        }
      }
    }
    return contracts
  }

  /// Numbers of binary16 whose log-sum-exp is less than `2^-10` in magnitude.
  private static var pairs: [[Double]] {
    let format = Format.binary16
    var pairs: [[Double]] = []
    for gap in [0, 0x1p-9, 0.1, 0.5, 1, 1.5, 2, 3, 5, 7, 10, 16, 17, 20, 100, 60000] {
      // The greatest is −log(1 + e^{−gap}), rounded, or one of its neighbours.
      let top = format.rounded(-logOfOnePlus(gap))
      for units in -2...2 {
        let m = top + Double(units) * format.ulp(of: top)
        let x = [m, format.rounded(m - gap)]
        if abs(x[0] + logOfOnePlus(x[0] - x[1])) < 0x1p-10 { pairs.append(x) }
      }
    }
    return pairs
  }

  /// `log(1 + e^{−gap})`, to as many digits as it takes to choose cases.
  private static func logOfOnePlus(_ gap: Double) -> Double {
    Ball(-gap).exponential().logarithmOfOnePlus().value
  }

  @Test func `are between the least and the greatest of small log-sum-exps`() throws {
    #expect(Self.pairs.count > 30)
    for contract in Self.contracts {
      let least = try #require(contract.leastBoundOfPairs)
      let greatest = try #require(contract.greatestBoundOfSmallLogSumExp)
      let bounds = Self.pairs.map { contract.bounds(.logSumExp, [Tensor($0)])[0] }
      let relative = bounds.map(\.relative)
      #expect(relative.allSatisfy { $0 == greatest.relative && $0 == least.relative })
      let absolute = bounds.map(\.absolute)
      #expect(absolute.allSatisfy { $0 >= least.absolute && $0 <= greatest.absolute })
      // The greatest is one that is nearly reached.
      #expect((absolute.max() ?? 0) * 5 > greatest.absolute)
    }
  }

  @Test func `are not known for claims that are too weak`() {
    var claims = Claims()
    #expect(Contract(claims, in: .binary16).greatestBoundOfSmallLogSumExp == nil)
    claims.arithmetic = [.binary16: .binary32]
    claims.subnormals = .gradual
    #expect(Contract(claims, in: .binary16).greatestBoundOfSmallLogSumExp != nil)
    claims.exponentialUlps = 65
    #expect(Contract(claims, in: .binary16).greatestBoundOfSmallLogSumExp == nil)
  }
}
