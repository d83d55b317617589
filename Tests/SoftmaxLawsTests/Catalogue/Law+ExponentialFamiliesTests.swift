import SoftmaxLaws
import Testing

@Suite("The laws of exponential families") struct LawExponentialFamiliesTests {
  /// What each law has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "bernoulli-oracle": [.shrunk, .flushed, .lastForgotten],
    "poisson-oracle": [.shrunk, .flushed, .lastForgotten],
    "exponential-oracle": [.shrunk, .flushed, .lastForgotten],
    "expfam-affine": [.shrunk, .argumentsDoubled, .lastForgotten],
    "bernoulli-naive-bayes": [.shrunk, .argumentsDoubled, .lastForgotten],
    "binomial": [.shrunk, .argumentsDoubled, .lastForgotten],
    "categorical-one-hot": [.shrunk, .argumentsDoubled, .lastForgotten],
    "poisson": [.shrunk, .argumentsDoubled, .lastForgotten],
    "exponential": [.shrunk, .argumentsDoubled, .lastForgotten],
    "gamma-fixed-shape": [.shrunk, .argumentsDoubled, .lastForgotten],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
