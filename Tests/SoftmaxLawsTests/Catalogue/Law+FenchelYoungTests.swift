import SoftmaxLaws
import Testing

@Suite("The laws of the Fenchel–Young losses") struct LawFenchelYoungTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "sparsemax-loss-oracle": [.shrunk, .flushed, .lastForgotten],
    "entmax15-loss-oracle": [.shrunk, .flushed, .lastForgotten],
    "entmax-loss-oracle": [.shrunk, .flushed, .lastForgotten],
    "sparsemax-loss-gradient-oracle": [.shrunk, .flushed, .lastForgotten],
    "entmax15-loss-gradient-oracle": [.shrunk, .flushed, .lastForgotten],
    "entmax-loss-gradient-oracle": [.shrunk, .flushed, .lastForgotten],
    "fy-definition": [.shrunk, .flushed, .lastForgotten],
    "sparsemax-loss-formula": [.shrunk, .flushed, .lastForgotten],
    "sparsemax-loss-huber": [.shrunk, .doubled, .signless],
    "fy-lower-bound": [.negated, .zero, .halved],
    "fy-nonneg": [.negated, .firstNaN],
    "fy-zero-iff": [.firstShifted, .one],
    "sparsemax-loss-margin": [.firstShifted, .one],
    "fy-zero-margin": [.firstShifted, .one, .zero],
    "fy-gradient": [.shrunk, .lastForgotten, .shifted],
    "sparsemax-loss-gradient": [.shrunk, .lastForgotten, .shifted],
    "fy-convex": [.negated, .firstNaN],
    "fy-tangent": [.negated, .doubled],
    "fy-shift-invariant": [.signless, .firstNaN],
    "tsallis-formula": [.shrunk, .negated, .doubled],
    "tsallis-limit": [.negated, .doubled],
    "fy-shannon-is-cce": [.shrunk, .lastForgotten],
    "fy-temperature": [.argumentsDoubled, .reversed],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
