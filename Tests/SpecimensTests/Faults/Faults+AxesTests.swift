import Arithmetic
import SoftmaxFamily
import Testing

@Suite("A fault of axes") struct FaultsAxesTests {
  @Test func `shows in a matrix that is not square`() throws {
    let (third, half, sixth) = (
      Array(repeating: 1.0 / 3, count: 6), Array(repeating: 0.5, count: 6),
      Array(repeating: 1.0 / 6, count: 6)
    )
    try Trigger(
      "axes-flattened", .rows([0, 0, 0], [0, 0, 0]), .number(0), gives: sixth, not: half
    ).expect()
    try Trigger(
      "wrong-axis", .rows([0, 0, 0], [0, 0, 0]), .number(1), gives: half, not: third
    ).expect()
    try Trigger(
      "sum-over-all-axes", .rows([0, 0, 0], [0, 0, 0]), .number(0), gives: sixth, not: half
    ).expect()
  }
}
