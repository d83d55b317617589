import SoftmaxLaws
import Testing

@Suite("The laws of α-entmax") struct LawEntmaxTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "entmax15-oracle": [.shrunk, .flushed, .lastForgotten],
    "entmax-oracle": [.shrunk, .flushed, .lastForgotten],
    "entmax15-constructed": [.shrunk, .argumentsDoubled, .lastForgotten],
    "entmax-constructed": [.shrunk, .rotated, .lastForgotten],
    "entmax15-equals-bisect": [.shrunk, .flushed, .lastForgotten],
    "entmax2-equals-sparsemax": [.shrunk, .flushed, .lastForgotten],
    "entmax15-two-closed-form": [.shrunk, .argumentsDoubled, .signless],
    "entmax-simplex": [.shrunk, .shifted, .negated],
    "entmax-kkt": [.shrunk, .lastForgotten, .reversed],
    "entmax-variational": [.lastForgotten, .reversed],
    "entmax-shift": [.drifting, .signless],
    "entmax15-shift": [.drifting, .signless],
    "entmax-permutation": [.lastForgotten, .drifting, .firstOff],
    "entmax15-permutation": [.lastForgotten, .drifting, .firstOff],
    "entmax-order-preserving": [.reversed, .rotated, .negated],
    "entmax15-order-preserving": [.reversed, .rotated, .negated],
    "entmax-lipschitz": [.doubled, .tripled],
    "entmax-cocoercive": [.doubled, .negated],
    "entmax-saturation-margin": [.shrunk, .lastForgotten, .reversed],
    "entmax15-saturation-margin": [.shrunk, .lastForgotten, .reversed],
    "entmax-softmax-distance": [.doubled, .reversed],
    "entmax15-masked": [.shifted, .drifting, .lastForgotten],
    "entmax-masked": [.shifted, .drifting, .lastForgotten],
    "entmax15-extreme": [.shrunk, .firstNaN, .lastForgotten],
    "entmax-extreme": [.shrunk, .firstNaN, .lastForgotten],
    "entmax15-singleton": [.shrunk, .zero, .firstNaN],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
