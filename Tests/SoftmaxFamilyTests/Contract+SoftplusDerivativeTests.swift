import Arithmetic
import Testing

@testable import SoftmaxFamily

@Suite("The contract of softplus's derivative") struct ContractSoftplusDerivativeTests {
  private static func contract(
    in format: Format = .binary32, _ claim: (inout Claims) -> Void = { _ in }
  ) -> Contract {
    var claims = Claims()
    claim(&claims)
    return Contract(claims, in: format)
  }

  @Test func `allows e^x over softplus the rounding of the exponent`() {
    // softplus(11) = 11.0000167 is rounded by up to 2^-21 in binary32, and so is the exponent.
    let open = Self.contract().softplusDerivative(11).bound(of: 1)
    #expect(open > Self.contract().sigmoid(11).bound(of: 1))
    #expect(open > 0x1p-21)
    let low = Self.contract().softplusDerivative(-80)
    #expect(low.relative > 80 * 0x1p-24 && low.relative < 100 * 0x1p-24)
  }

  @Test func `allows it the error of exp alone where the sum is absorbed`() {
    // 1000 + e^-1000 is 1000, and what is left is an exponential of zero.
    #expect(Self.contract().softplusDerivative(1000).bound(of: 1) < 6.1 * 0x1p-24)
    let narrow = Self.contract(in: .binary16) { $0.subnormals = .gradual }
    #expect(narrow.softplusDerivative(60_000).bound(of: 1) < 6.1 * 0x1p-11)
  }

  @Test func `says something however small the value is`() {
    let bound = Self.contract(in: .binary64).softplusDerivative(-1e300)
    #expect(bound.bound(of: 0) < 0x1p-1018)
    #expect(bound.bound(of: 0x1p-1009) < 0x1p-1018)
  }

  @Test func `is the sigmoid's for who claims its form, or another algorithm of softmax`() {
    for claim: (inout Claims) -> Void in [
      { $0.sigmoid = .twoBranch }, { $0.sigmoid = .oneBranch }, { $0.algorithm = .shiftDiv },
    ] {
      let contract = Self.contract(claim)
      #expect(contract.softplusDerivative(11) == contract.sigmoid(11))
      #expect(contract.termwiseGradientError(0.5, 11) == 0)
      #expect(contract.isOrderedAsSigmoid(.softplusDerivative))
    }
    #expect(!Self.contract().isOrderedAsSigmoid(.softplusDerivative))
    #expect(Self.contract().isOrderedAsSigmoid(.sigmoid))
    let division = Self.contract { $0.algorithm = .expOfXMinusLSE }
    #expect(division.softplusDerivative(11) == Self.contract().softplusDerivative(11))
  }

  @Test func `is counted once for each term in the gradient of binary cross-entropy`() {
    let contract = Self.contract()
    let one = contract.softplusDerivative(11).bound(of: 1)
    let gradient = contract.binaryCrossEntropyWithLogitsGradient(0, 11).bound(of: 1)
    #expect(gradient > one && gradient < one + 4 * 0x1p-24)
    let hit = contract.binaryCrossEntropyWithLogitsGradient(1, -11).bound(of: 1)
    #expect(hit > one && hit < one + 4 * 0x1p-24)
  }
}
