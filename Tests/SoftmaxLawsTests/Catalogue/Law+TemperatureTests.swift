import SoftmaxLaws
import Testing

@Suite("The laws of softmax with a scale") struct LawTemperatureTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "softmax-scale": [.shrunk, .flushed, .lastForgotten],
    "softmax-power-temperature": [.shrunk, .flushed, .lastForgotten],
    "softmax-coordinate-half": [.lastForgotten, .firstOff, .secondOff],
    "softmax-uniform-limit": [.drifting, .scaleIgnored, .argumentsDoubled],
    "softmax-max-monotone-lambda": [.lastForgotten, .rotated, .reversed],
    "smoothmax-gap": [.lastForgotten, .drifting, .argumentsClamped],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
