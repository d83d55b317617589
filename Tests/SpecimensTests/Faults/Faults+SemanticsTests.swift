import Arithmetic
import SoftmaxFamily
import Testing

@Suite("A fault of meaning") struct FaultsSemanticsTests {
  @Test func `shows in a reduction`() throws {
    try Trigger(
      "mean-instead-of-sum", .vector(1, 1), .vector(0, 0), gives: [0.69315], not: [1.38629]
    ).expect()
    try Trigger(
      "divided-twice", .vector(1, 1), .vector(0, 0), gives: [0.34657], not: [1.38629]
    ).expect()
    try Trigger(
      "ignored-rows-count", .row(0, 0), .row(0, 0), gives: [0.69315], not: [0]
    ).expect()
    try Trigger(
      "zero-times-log-zero-in-kl", .vector(0, 1), .vector(0.5, 0.5), gives: [.nan], not: [0.69315]
    )
    .expect()
    try Trigger("not-normalised", .vector(0, 0), gives: [1, 1], not: [0.5, 0.5]).expect()
  }

  @Test func `shows in what is returned`() throws {
    try Trigger(
      "softmax-twice", .vector(0, 100), gives: [0.26894, 0.73106], not: [3.72e-44, 1]
    ).expect()
    try Trigger(
      "log-flag-crossed", .vector(0, 0), gives: [-0.69315, -0.69315], not: [0.5, 0.5]
    ).expect()
    try Trigger(
      "pivot-is-one", .vector(1), .number(1), gives: [0.5, 0.5], not: [0.26894, 0.73106]
    ).expect()
    try Trigger(
      "inverse-without-reference", .vector(0.5, 0.5), .number(1), gives: [-0.69315], not: [0]
    ).expect()
    try Trigger("logit-clipped", .vector(0.5, 1e-9), gives: [0, -13.8155], not: [0, -20.7233])
      .expect()
  }
}
