import SoftmaxLaws
import Testing

@Suite("The laws of softplus") struct LawSoftplusTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "softplus-oracle": [.shrunk, .flushed, .lastForgotten],
    "logsigmoid-oracle": [.shrunk, .flushed, .lastForgotten],
    "softplus-zero": [.shrunk, .firstOff, .secondOff],
    "softplus-ge-relu": [.shrunk, .lastForgotten, .drifting],
    "softplus-le": [.lastForgotten, .drifting, .firstOff],
    "softplus-reflection": [.shrunk, .flushed, .lastForgotten],
    "softplus-derivative": [.shrunk, .flushed, .lastForgotten],
    "softplus-convex": [.argumentsClamped, .clamped, .negated],
    "softplus-extremes": [.shrunk, .flushed, .lastForgotten],
    "logsigmoid-softplus": [.shrunk, .flushed, .lastForgotten],
    "logsigmoid-exp": [.shrunk, .flushed, .lastForgotten],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
