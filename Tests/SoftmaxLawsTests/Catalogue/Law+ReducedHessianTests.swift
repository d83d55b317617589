import SoftmaxLaws
import Testing

@Suite("The laws of the second derivatives of the reduced softmax") struct LawReducedHessianTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "soft-hessian-formula": [.shrunk, .lastForgotten, .scaleIgnored],
    "invsoft-hessian-formula": [.shrunk, .lastForgotten, .scaleIgnored],
    "soft-hessian-symmetric": [.secondOff, .rotated, .firstNaN],
    "soft-second-derivative-sums": [.firstOff, .drifting, .shifted],
    "inverse-function-second-order": [.shrunk, .negated, .scaleIgnored],
    "soft-second-inverse-tangent": [.shrunk, .negated, .lastForgotten],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
