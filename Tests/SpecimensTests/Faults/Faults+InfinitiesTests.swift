import Arithmetic
import SoftmaxFamily
import Testing

@Suite("A fault of NaN and infinities") struct FaultsInfinitiesTests {
  @Test func `shows at masked entries`() throws {
    let none = -Double.infinity
    try Trigger("lse-of-no-mass", .vector(none, none), gives: [.nan], not: [none]).expect()
    try Trigger(
      "lse-of-no-mass-positive", .vector(none, none), gives: [.infinity], not: [none]
    ).expect()
    try Trigger("masked-log-is-zero", .vector(0, none), gives: [0, 0], not: [0, none]).expect()
    try Trigger("finite-mask", .vector(-20_000, none), gives: [0.5, 0.5], not: [1, 0]).expect()
    try Trigger(
      "masked-block-sets-max", in: .binary32, .vector(none, -104, -104), gives: [.nan, .nan, .nan],
      not: [0, 0.5, 0.5]
    ).expect()
  }

  @Test func `shows at probabilities of zero`() throws {
    try Trigger("zero-times-log-zero", .vector(0, 1), gives: [.nan], not: [0]).expect()
  }
}
