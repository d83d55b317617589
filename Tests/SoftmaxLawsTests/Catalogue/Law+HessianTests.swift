import SoftmaxLaws
import Testing

@Suite("The laws of the Hessian of softmax") struct LawHessianTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "softmax-hessian-formula": [.shrunk, .secondOff, .lastForgotten, .scaleIgnored],
    "softmax-hessian-symmetric": [.secondOff, .rotated, .firstNaN],
    "softmax-hessian-sums": [.firstOff, .drifting, .rotated],
    "softmax-second-directional": [.shrunk, .negated, .scaleIgnored],
    "lse-third-derivative": [.shrunk, .negated, .firstOff],
    "lse-hessian": [.shrunk, .lastForgotten, .firstOff],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
