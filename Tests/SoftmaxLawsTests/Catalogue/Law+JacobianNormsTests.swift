import SoftmaxLaws
import Testing

@Suite("The laws of norms of the Jacobian") struct LawJacobianNormsTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "jacobian-frobenius": [.shrunk, .lastForgotten, .drifting],
    "jacobian-2norm-half": [.drifting, .overflowing, .shifted],
    "jacobian-inf-to-1-norm": [.shrunk, .lastForgotten, .drifting],
    "jacobian-inf-norm-half-formula": [.shrunk, .lastForgotten, .drifting],
    "softmax-lambda-derivative": [.shrunk, .lastForgotten, .drifting],
    "soft-jacobian-determinant": [.shrunk, .lastForgotten, .drifting],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
