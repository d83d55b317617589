import Arithmetic
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws
import SoftmaxReference
import Testing

@Suite("A law") struct LawTests {
  /// How many cases are drawn in each format.
  private static let attempts = 12

  @Test(arguments: Catalogue.chapters)
  func `holds for the reference in every format`(chapter: Catalogue.Chapter) throws {
    for law in chapter.laws {
      for format in Format.allCases {
        let place = "\(law.name) in \(format)"
        let drawn = DrawnCases(law, in: format, attempts: Self.attempts)
        #expect(drawn.discards * 5 < Self.attempts, "\(place): \(drawn.discards) discarded")
        let findings = try drawn.cases.map { try $0.finding(with: .certified) }
        let failure = findings.firstIndex(where: \.isFalsified)
        #expect(failure == nil, "\(place): \(drawn.cases[failure ?? 0].text(in: format))")
        #expect(findings.contains { !$0.isVacuous }, "\(place)")
        let widths = findings.compactMap(Self.relativeWidth)
        #expect(widths.isEmpty || widths.contains { $0 <= 0x1p-80 }, "\(place): not sharp")
      }
    }
  }

  /// The bound of an equation beside what is compared: a number, or one where that is to vanish.
  private static func relativeWidth(_ finding: Finding) -> Double? {
    guard let comparison = finding.comparison, comparison.relation == .equal,
      comparison.left.isReal, comparison.right.isReal
    else { return nil }
    let size =
      comparison.right.isZero
      ? 1 : max(comparison.left.magnitudeBound, comparison.right.magnitudeBound)
    return comparison.bound.radiusBound / size
  }

  @Test(arguments: Catalogue.chapters)
  func `draws values of the format, the same for the same seed`(chapter: Catalogue.Chapter) {
    for law in chapter.laws {
      let isSpecial = law.inputs.contains { $0.domain.contains("NaN") || $0.domain.contains("+∞") }
      for format in Format.allCases {
        let place = "\(law.name) in \(format)"
        let drawn = DrawnCases(law, in: format, attempts: 6)
        let numbers = drawn.cases.flatMap { $0.arguments.flatMap(\.value.numbers) }
        #expect(numbers.allSatisfy { format.contains($0) || $0.isNaN }, "\(place)")
        #expect(isSpecial || numbers.allSatisfy { !$0.isNaN && $0 != .infinity }, "\(place)")
        let names = law.inputs.map(\.name)
        #expect(drawn.cases.allSatisfy { $0.arguments.map(\.name) == names }, "\(place)")
        let again = DrawnCases(law, in: format, attempts: 6)
        #expect(drawn.bits == again.bits && drawn.choices == again.choices, "\(place)")
        // The screening begins with the shortest rows, which may leave nothing else to choose.
        let hasChoice = drawn.choices.contains { $0.count > 3 }
        #expect(!hasChoice || Set(drawn.choices).count > 1, "\(place): every case is the same")
      }
    }
  }

  @Test func `draws the cases it has always drawn`() throws {
    func text(_ name: String, _ format: Format, _ index: Int) throws -> String {
      let drawn = DrawnCases(try .named(name), in: format, attempts: index + 1, seed: 7)
      return try #require(drawn.cases.last).text(in: format)
    }
    let shifted = try text("softmax-shift-invariance", .binary32, 3)
    #expect(shifted == "x = -1, 0, 0, 0, 0, 2, 1; c = 2362")
    let rows = try text("cce-oracle", .bfloat16, 2)
    #expect(rows == "t = 0, 2, 1.25; z = -16.8, -16.8, -14")
    let scaled = try text("invsoft-left-inverse", .binary64, 5)
    #expect(
      scaled
        == "η = 2140.2504558563232, 572.7496194839478, 2454.149850845337, 345.3594627380371, "
        + "-292.9558322429657, 2617.039108276367, 2131.7734184265137, -796.495078086853; "
        + "λ = 0.0581851452589035")
  }

  @Test func `replays a case from its choices`() throws {
    for name in ["softmax-permutation", "cce-oracle", "softmax-scale", "softmax-masked"] {
      let law = try Law.named(name)
      let drawn = DrawnCases(law, in: .binary32, attempts: 20)
      for (instance, choices) in zip(drawn.cases, drawn.choices) {
        var source = ChoiceSource(replaying: choices)
        let again = try law.instance(in: .binary32, from: &source)
        #expect(again.text(in: .binary32) == instance.text(in: .binary32))
      }
    }
  }

  @Test func `draws other cases for another law and another seed`() throws {
    let first = DrawnCases(.softmaxOracle, in: .binary32, attempts: 5)
    let seed = DrawnCases(.softmaxOracle, in: .binary32, attempts: 5, seed: 2)
    let law = DrawnCases(.logsoftmaxNonpositive, in: .binary32, attempts: 5)
    #expect(first.bits != seed.bits && first.bits != law.bits)
  }

  @Test func `passes on why a call gives no numbers`() throws {
    let functions = Law.Functions(
      subject: { operation in
        Function(operation, contract: nil) { _ throws(CallFailure) in throw .hung("too slow") }
      }, certified: Reference.function)
    let drawn = DrawnCases(.softmaxSumOne, in: .binary32, attempts: 1)
    #expect(throws: CallFailure.hung("too slow")) {
      try drawn.cases[0].finding(with: functions)
    }
  }
}
