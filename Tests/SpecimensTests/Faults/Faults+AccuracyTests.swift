import Arithmetic
import SoftmaxFamily
import Testing

@Suite("A fault of accuracy") struct FaultsAccuracyTests {
  @Test func `shows in sums that are merged`() throws {
    try Trigger(
      "merge-without-rescaling", .vector(1, 2, 3, 4), gives: [5.3863], not: [4.4402]
    ).expect()
    try Trigger("lse-in-another-base", .vector(1, 1), gives: [2.4427], not: [1.6931]).expect()
  }

  @Test func `shows where the elementary function is approximated`() throws {
    try Trigger(
      "exp-flushed-early", in: .binary32, .vector(-5.204, 7.8325), gives: [0, 1],
      not: [2.1793e-6, 1]
    ).expect()
    try Trigger(
      "rational-sigmoid", in: .binary32, .vector(-18), gives: [-5.9605e-8], not: [1.523e-8]
    ).expect()
    try Trigger(
      "log-instead-of-log1p", in: .binary32, .vector(-17), gives: [0], not: [4.1399e-8]
    ).expect()
    try Trigger(
      "magic-number-rounding", in: .binary32, .vector(-8_780_000), gives: [0.69315], not: [0]
    ).expect()
  }

  @Test func `shows where the exponent is another`() throws {
    try Trigger(
      "difference-flipped", .vector(0, 1, 2), gives: [0.66524, 0.24473, 0.090031],
      not: [0.090031, 0.24473, 0.66524]
    ).expect()
    try Trigger("base-two", .vector(0, 1), gives: [1 / 3, 2 / 3], not: [0.26894, 0.73106]).expect()
    try Trigger(
      "scale-quantised", .vector(0, 1), .number(1.1), gives: [0.26894, 0.73106],
      not: [0.24974, 0.75026]
    ).expect()
  }
}
