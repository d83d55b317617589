import Arithmetic
import SoftmaxFamily
import Testing

@Suite("A fault of overflow") struct FaultsOverflowTests {
  @Test func `shows where an exponential over- or underflows`() throws {
    try Trigger(
      "no-max-shift", in: .binary32, .vector(89, 0), gives: [.nan, 0], not: [1, 2.2274e-39]
    ).expect()
    try Trigger(
      "max-floored", in: .binary32, .vector(-104, -104), gives: [.nan, .nan], not: [0.5, 0.5]
    ).expect()
    try Trigger(
      "log-of-plain-sum", in: .binary32, .vector(89, 0), gives: [.infinity], not: [89]
    ).expect()
    try Trigger("exp-over-one-plus-exp", .vector(710), gives: [.nan], not: [1]).expect()
    try Trigger(
      "log-of-sigmoid", in: .binary32, .vector(-104), gives: [-.infinity], not: [-104]
    ).expect()
    try Trigger(
      "log-of-one-plus-exp", in: .binary32, .vector(89, -17), gives: [.infinity, 0],
      not: [89, 4.1399e-8]
    ).expect()
    try Trigger(
      "exp-times-reciprocal", in: .binary32, .vector(89), gives: [.nan], not: [1]
    ).expect()
  }

  @Test func `shows where the maximum is another`() throws {
    try Trigger("max-skips-first", in: .binary32, .vector(0.7), gives: [.nan], not: [0]).expect()
    try Trigger("max-not-added-back", .vector(89, 0), gives: [0], not: [89]).expect()
  }
}
