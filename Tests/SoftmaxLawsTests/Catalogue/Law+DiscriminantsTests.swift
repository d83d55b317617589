import SoftmaxLaws
import Testing

@Suite("The laws of Gaussian classes") struct LawDiscriminantsTests {
  /// What each law has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "lda-oracle": [.shrunk, .flushed, .lastForgotten],
    "qda-oracle": [.shrunk, .flushed, .lastForgotten],
    "lda-affine-posterior": [.shrunk, .argumentsDoubled, .signless],
    "lda-two-class": [.shrunk, .argumentsDoubled, .reversed],
    "lda-log-odds-affine": [.shifted, .flushed, .lastForgotten],
    "lda-midpoint": [.firstOff, .lastForgotten, .shrunk],
    "lda-translation": [.signless, .lastForgotten],
    "lda-affine-map": [.signless, .lastForgotten],
    "lda-limit-far": [.shifted, .reversed, .flushed],
    "qda-second-difference": [.shifted, .argumentsDoubled, .reversed],
    "qda-shared-is-lda": [.shrunk, .signless, .lastForgotten],
    "gaussian-known-variance": [.shrunk, .argumentsDoubled, .flushed],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
