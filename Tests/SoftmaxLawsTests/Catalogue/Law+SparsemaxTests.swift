import SoftmaxLaws
import Testing

@Suite("The laws of sparsemax") struct LawSparsemaxTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "sparsemax-oracle": [.shrunk, .firstOff, .lastForgotten],
    "sparsemax-constructed": [.shrunk, .argumentsDoubled, .lastForgotten],
    "sparsemax-simplex": [.shrunk, .shifted, .negated],
    "sparsemax-projection-vi": [.argumentsDoubled, .lastForgotten, .signless],
    "sparsemax-idempotent": [.shrunk, .argumentsDoubled, .lastForgotten],
    "sparsemax-shift": [.drifting, .signless],
    "sparsemax-permutation": [.lastForgotten, .drifting, .firstOff],
    "sparsemax-order-preserving": [.reversed, .rotated, .negated],
    "sparsemax-argmax": [.reversed, .rotated, .negated],
    "sparsemax-coordinate-bound": [.reversed, .doubled, .lastForgotten],
    "sparsemax-nonexpansive": [.doubled, .argumentsDoubled],
    "sparsemax-two-hard-sigmoid": [.shrunk, .argumentsDoubled, .signless],
    "sparsemax-zero-temperature": [.shrunk, .lastForgotten, .reversed],
    "sparsemax-high-temperature": [.shrunk, .argumentsDoubled, .lastForgotten],
    "sparsemax-support-threshold": [.doubled, .lastForgotten, .reversed],
    "sparsemax-masked": [.shifted, .drifting, .lastForgotten],
    "sparsemax-extreme": [.shrunk, .firstNaN, .lastForgotten],
    "sparsemax-singleton": [.shrunk, .zero, .firstNaN],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
