import Arithmetic
import SoftmaxFamily
import Testing

@Suite("A fault of indices") struct FaultsIndexingTests {
  @Test func `shows in the sum of a short row`() throws {
    try Trigger(
      "loop-from-one", .vector(0, 0, 0), gives: [0.5, 0.5, 0.5], not: [1 / 3, 1 / 3, 1 / 3]
    ).expect()
    try Trigger(
      "padding-is-zero", .vector(-1, -2, -3), gives: [0.23688, 0.087144, 0.032059],
      not: [0.66524, 0.24473, 0.090031]
    ).expect()
    try Trigger(
      "idle-lanes-in-max", in: .binary32, .vector(-104, -104), gives: [.nan, .nan], not: [0.5, 0.5]
    ).expect()
  }

  @Test func `shows in a row of several blocks`() throws {
    let zeros = Array(repeating: 0.0, count: 128)
    try Trigger(
      "max-of-first-block", in: .binary32, .zeros(128, then: 100), gives: zeros + [.nan],
      not: Array(repeating: 3.7835e-44, count: 128) + [1]
    ).expect()
    try Trigger(
      "tile-missing-in-sum", .zeros(384), gives: Array(repeating: 1 / 256, count: 384),
      not: Array(repeating: 1 / 384, count: 384)
    ).expect()
    try Trigger(
      "normalised-by-block", .zeros(8), gives: Array(repeating: 1 / 4, count: 8),
      not: Array(repeating: 1 / 8, count: 8)
    ).expect()
  }

  @Test func `shows in the body of a vector and not in its tail`() throws {
    let exact = 2.0612e-9
    try Trigger(
      "lanes-differ", .vector(-20, -20, -20, -20, -20),
      gives: [6.1442e-6, 6.1442e-6, 6.1442e-6, 6.1442e-6, exact],
      not: [exact, exact, exact, exact, exact]
    ).expect()
  }
}
