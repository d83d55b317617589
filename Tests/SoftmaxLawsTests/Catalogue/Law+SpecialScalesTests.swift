import SoftmaxLaws
import Testing

@Suite("The laws of scales that are no positive number") struct LawSpecialScalesTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "scale-zero": [.one, .firstNaN, .doubled],
    "scale-nan": [.nanLost, .one, .firstNaN],
    "scale-infinite": [.nanLost, .one, .firstNaN],
    "scale-negative": [.rotated, .scaleIgnored, .firstNaN],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
