import Arithmetic
import Conformance
import SoftmaxFamily
import SoftmaxLaws
import SoftmaxReference
import Specimens
import Testing

@Suite("The built-in implementations") struct SpecimenLawsTests {
  @Test(arguments: Catalogue.laws.map(\.name))
  func `keep every law in every format, if they are the textbook's`(name: String) throws {
    let law = try #require(Catalogue.law(named: name))
    for format in Format.allCases where format != .binary32 {
      var result = Self.check(cases: 9).result(of: law, in: format)
      // The first cases are the plainest; a law that they leave open is asked more.
      if result.verdict == .vacuous { result = Self.check(cases: 60).result(of: law, in: format) }
      #expect(result.verdict == .holds, "\(FailureReport(result))")
      #expect(result.cases >= 9 || result.cases == result.domainSize)
      #expect(result.worst <= 1)
    }
  }

  private static func check(
    cases: Int, of implementation: Implementation = Specimen.textbook
  ) -> Check {
    Check(.implementation(implementation), seed: 11, cases: cases)
  }

  /// In the fourth format, binary32; more cases, as blocks of them begin small.
  @Test(arguments: Catalogue.laws.map(\.name))
  func `keep every law one case by one and in blocks, if they are the textbook's`(
    name: String
  ) throws {
    let law = try #require(Catalogue.law(named: name))
    let result = Self.check(cases: 12).result(of: law, in: .binary32)
    let post = Self.check(cases: 12, of: Specimen.textbook.byPost()).result(of: law, in: .binary32)
    #expect(result.summary == post.summary)
    let whole =
      result.verdict == .vacuous ? Self.check(cases: 60).result(of: law, in: .binary32) : result
    #expect(whole.verdict == .holds, "\(FailureReport(whole))")
    #expect(whole.cases >= 12 || whole.cases == whole.domainSize)
    #expect(whole.worst <= 1)
  }

  @Test(arguments: Catalogue.laws.map(\.name))
  func `keep every law in every format, if they are the reference`(name: String) throws {
    let law = try #require(Catalogue.law(named: name))
    let check = Check(.implementation(.reference), seed: 12, cases: 3)
    for format in Format.allCases {
      let result = check.result(of: law, in: format)
      #expect(result.verdict == .holds || result.verdict == .vacuous, "\(FailureReport(result))")
      #expect((result.cases == 3 || result.cases == result.domainSize) && result.worst <= 1)
    }
  }

  @Test func `overflow at the smallest whole number that does, if they are naive`() {
    let check = Check(.implementation(Specimen.naive))
    let numbers: [(Format, Double)] = [
      (.binary16, 89), (.bfloat16, 89), (.binary32, 89), (.binary64, 710),
    ]
    for (format, number) in numbers {
      let result = check.result(of: .softmaxOracle, in: format)
      #expect(result.verdict == .fails && result.worst == .infinity)
      #expect(result.counterexample?.arguments.map(\.value.numbers) == [[0, number]])
      #expect(result.counterexample?.arguments.map(\.name) == ["x"])
    }
  }
}
