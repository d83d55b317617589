import SoftmaxLaws
import Testing

@Suite("The laws of sparse maps of rows without an answer") struct LawSpecialSparseMapsTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "sparsemax-nan": [.nanLost, .one, .firstNaN],
    "entmax15-nan": [.nanLost, .one, .firstNaN],
    "entmax-nan": [.nanLost, .one, .firstNaN],
    "sparsemax-fully-masked": [.nanLost, .one, .firstNaN],
    "entmax15-fully-masked": [.nanLost, .one, .firstNaN],
    "entmax-fully-masked": [.nanLost, .one, .firstNaN],
    "sparsemax-infinite": [.nanLost, .one, .firstNaN],
    "entmax15-infinite": [.nanLost, .one, .firstNaN],
    "entmax-infinite": [.nanLost, .one, .firstNaN],
    "entmax-alpha-one": [.nanLost, .one, .firstNaN],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
