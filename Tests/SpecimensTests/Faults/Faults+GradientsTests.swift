import Arithmetic
import SoftmaxFamily
import Testing

@Suite("A fault of gradients") struct FaultsGradientsTests {
  @Test func `shows in the product of a Jacobian and a vector`() throws {
    try Trigger(
      "diagonal-only", .vector(0.1, 0.9), .vector(1, 0), gives: [0.2139, 0], not: [0.2139, -0.2139]
    ).expect()
    try Trigger(
      "cross-terms-missing", .vector(0, 0), .vector(1, 0), gives: [0.5, 0], not: [0.25, -0.25]
    ).expect()
    try Trigger(
      "upstream-ignored", .vector(0, 0), .vector(1, 0), gives: [0, 0], not: [0.25, -0.25]
    ).expect()
    try Trigger(
      "destination-aliases-output", .vector(0, 0), .vector(1, 0), gives: [0.5, 0],
      not: [0.25, -0.25]
    ).expect()
  }

  @Test func `shows in a factor`() throws {
    try Trigger("derivative-of-input", .vector(0.9), gives: [0.09], not: [0.20550]).expect()
    try Trigger(
      "scale-missing", .vector(0, 0), .number(2), gives: [0.25, -0.25, -0.25, 0.25],
      not: [0.5, -0.5, -0.5, 0.5]
    ).expect()
    try Trigger(
      "factor-of-two", .vector(0, 0), .number(1), gives: [0.5, -0.5, -0.5, 0.5],
      not: [0.25, -0.25, -0.25, 0.25]
    ).expect()
    try Trigger(
      "target-minus-prediction", .row(1, 0), .row(0, 0), gives: [0.5, -0.5], not: [-0.5, 0.5]
    ).expect()
    try Trigger(
      "gradient-of-mean", .rows([1, 0], [0, 1]), .rows([0, 0], [0, 0]),
      gives: [-0.25, 0.25, 0.25, -0.25], not: [-0.5, 0.5, 0.5, -0.5]
    ).expect()
  }

  @Test func `shows in a second derivative`() throws {
    try Trigger(
      "second-derivative-zero", .vector(1, 0), .vector(0.5, 0.5), gives: [0, 0, 0, 0],
      not: [0.25, -0.25, -0.25, 0.25]
    ).expect()
  }
}
