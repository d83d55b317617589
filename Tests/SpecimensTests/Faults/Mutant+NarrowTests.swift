import Arithmetic
import SoftmaxFamily
import Testing

@Suite("A fault of narrow formats") struct MutantNarrowTests {
  @Test func `shows in the format that is narrow, and in no other`() throws {
    let many = Call.Argument.zeros(512)
    let right = Array(repeating: 1.0 / 512, count: 512)
    try Trigger(
      "narrow-sum", in: .bfloat16, many, gives: Array(repeating: 1.0 / 256, count: 512), not: right
    ).expect()
    try Trigger("narrow-sum", in: .binary32, many, gives: right, not: right).expect()
  }

  @Test func `shows in the vector path, and not in the tail`() throws {
    let nan = Array(repeating: 0.0, count: 15) + [.nan]
    let right = Array(repeating: 0.0, count: 15) + [1]
    try Trigger(
      "vector-path-unshifted", in: .bfloat16, .zeros(15, then: 104), gives: nan, not: right
    ).expect()
    let short = Array(repeating: 0.0, count: 14) + [1]
    try Trigger(
      "vector-path-unshifted", in: .bfloat16, .zeros(14, then: 104), gives: short, not: short
    ).expect()
  }
}
