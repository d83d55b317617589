import Arithmetic
import SoftmaxFamily
import Testing

@Suite("A fault of sparse maps") struct FaultsSparseTests {
  @Test func `shows where several entries are in the support`() throws {
    try Trigger(
      "sum-of-cumulative-sums", .vector(0.75, 0.875, 1), gives: [0.25, 0.375, 0.5],
      not: [0.20833, 0.33333, 0.45833]
    ).expect()
    try Trigger(
      "projection-of-wrong-radius", .vector(0, 0.5), gives: [0.375, 0.625], not: [0.25, 0.75]
    ).expect()
    try Trigger(
      "support-size-is-length", .vector(0, 0, -9), .vector(1, 0, 0), gives: [2 / 3, -1 / 3, 0],
      not: [0.5, -0.5, 0]
    ).expect()
  }

  @Test func `shows at a masked score`() throws {
    try Trigger(
      "masked-score-is-nan", .vector(0, -.infinity), gives: [1, .nan], not: [1, 0]
    ).expect()
  }
}
