import Arithmetic
import Testing

@testable import SoftmaxFamily

@Suite("The contract of the sigmoid") struct ContractSigmoidTests {
  private static let contract = Contract(Claims(), in: .binary32)

  @Test func `knows the sigmoid from above, to 38 bits`() {
    for x in [-700, -20, -0x1.62e42fefa39efp-1, -0.1, 0, 0.1, 0.7, 20, 700] {
      let bound = Ball(Self.contract.sigmoidValue(x))
      // σ = e^x/(1 + e^x)
      let power = Ball(x).exponential()
      let value = power / (1 + power)
      #expect((bound - value).isPositive)
      #expect((bound - value - value.scaled(byPowerOfTwo: -38)).isNegative)
    }
  }

  @Test func `holds absolutely only for the form with tanh`() {
    var claims = Claims()
    claims.sigmoid = .tanh
    #expect(Contract(claims, in: .binary32).sigmoid(-20).relative == 0)
    #expect(Contract(claims, in: .binary32).sigmoid(-20).absolute > 3 * 0x1p-24)
    #expect(Self.contract.sigmoid(-20).relative > 0)
  }

  @Test func `allows the single branch to overflow, and the two branches not`() {
    var claims = Claims()
    claims.subnormals = .gradual
    let single = Contract(claims, in: .binary32).sigmoid(-88).absolute
    claims.sigmoid = .twoBranch
    let double = Contract(claims, in: .binary32).sigmoid(-88).absolute
    #expect(single - double > 0x1p-128 && single - double < 0x1.1p-128)
  }

  @Test func `allows e^x over 1 + e^x two roundings where no form is claimed`() {
    // In bfloat16 e^5.75 is 314, one more is rounded to 316, and the quotient to 1 − 2u.
    let error = Ball(0.9921875) - 1 / (1 + Ball(-5.75).exponential())
    var claims = Claims()
    let open = Contract(claims, in: .bfloat16).sigmoid(5.75).bound(of: 1)
    claims.sigmoid = .oneBranch
    let single = Contract(claims, in: .bfloat16).sigmoid(5.75).bound(of: 1)
    #expect((error.magnitude - Ball(open)).isNegative)
    #expect((error.magnitude - Ball(single)).isPositive)
  }

  @Test func `certain at the ends of the interval, is nothing where flushing changes the logit`() {
    #expect(Self.contract.logit(0) == ErrorBound() && Self.contract.logit(1) == ErrorBound())
    #expect(Self.contract.logit(0x1p-130) == .infinite)
    #expect(Self.contract.logit(0x1p-120).absolute < 0x1p-14)
  }
}
