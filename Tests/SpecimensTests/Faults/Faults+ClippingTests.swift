import Arithmetic
import SoftmaxFamily
import Testing

@Suite("A fault of clipping") struct FaultsClippingTests {
  @Test func `shows in a loss beyond the clip`() throws {
    try Trigger(
      "clip-below-resolution", in: .binary32, .vector(1), .vector(1), gives: [.nan], not: [0]
    ).expect()
    try Trigger("epsilon-in-log", .row(1), .row(1), gives: [-9.995e-4], not: [0]).expect()
    try Trigger("logits-clamped", .vector(0), .vector(200), gives: [100], not: [200]).expect()
    try Trigger(
      "loss-of-rounded-sigmoid", .vector(0), .vector(50), gives: [.infinity], not: [50]
    ).expect()
  }

  @Test func `shows in a function beyond the clip`() throws {
    try Trigger(
      "max-and-sum-floored", .vector(-20_000, -20_000), gives: [0, 0], not: [0.5, 0.5]
    ).expect()
    try Trigger("sigmoid-clamped", .vector(-40), gives: [1.1254e-7], not: [4.2484e-18]).expect()
    try Trigger("softplus-linear-early", .vector(9), gives: [9], not: [9.00012]).expect()
    try Trigger("epsilon-in-sum", .vector(0), gives: [1 / 1.01], not: [1]).expect()
  }

  @Test func `shows in a gradient beyond the clip`() throws {
    try Trigger("clip-kills-gradient", .vector(1), .vector(-17), gives: [0], not: [-1]).expect()
    try Trigger("threshold-on-output", .vector(2), gives: [1], not: [0.8808]).expect()
  }
}
