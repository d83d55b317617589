import SoftmaxLaws
import Testing

@Suite("The laws of certain predictions and of masks") struct LawSpecialLossesTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "bce-infinite-logits": [.clamped, .one, .firstNaN],
    "bce-certain": [.shifted, .one, .firstNaN],
    "cce-masked": [.shrunk, .firstNaN, .one],
    "cce-impossible": [.clamped, .firstNaN, .one],
    "cce-prob-certain": [.shifted, .one, .firstNaN],
    "cce-gradient-masked": [.shifted, .rotated, .firstNaN],
    "jacobian-masked": [.shifted, .firstNaN, .infinite],
    "hessian-masked": [.shifted, .firstNaN, .infinite],
    "lse-gradient-masked": [.shifted, .rotated, .firstNaN],
    "vjp-nan-masked": [.infinite, .firstNaN],
    "jvp-masked": [.shifted, .rotated, .firstNaN],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
