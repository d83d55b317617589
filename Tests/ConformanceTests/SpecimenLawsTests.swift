import Arithmetic
import Conformance
import SoftmaxFamily
import SoftmaxLaws
import SoftmaxReference
import Specimens
import Testing

@Suite("The built-in implementations") struct SpecimenLawsTests {
  @Test(arguments: Catalogue.chapters)
  func `keep every law in every format, if they are right`(chapter: Catalogue.Chapter) {
    for law in chapter.laws {
      for format in Format.allCases where format != .binary32 {
        let values = SharedValues()
        expectReference(keeps: law, in: format, sharing: values)
        var result = check(cases: 9, sharing: values).result(of: law, in: format)
        // The first cases are the plainest; a law that they leave open is asked more.
        if result.verdict == .vacuous { result = check(cases: 60).result(of: law, in: format) }
        #expect(result.verdict == .holds, "\(FailureReport(result))")
        #expect(result.cases >= 9 || result.cases == result.domainSize, "\(law.name)")
        #expect(result.worst <= 1, "\(law.name)")
      }
    }
  }

  /// In the fourth format, binary32; more cases, as blocks of them begin small.
  @Test(arguments: Catalogue.chapters)
  func `keep every law one case by one and in blocks, if they are right`(
    chapter: Catalogue.Chapter
  ) {
    for law in chapter.laws {
      let values = SharedValues()
      expectReference(keeps: law, in: .binary32, sharing: values)
      var result = check(cases: 12, sharing: values).result(of: law, in: .binary32)
      let post = check(cases: 12, of: Specimen.textbook.byPost(), sharing: values)
        .result(of: law, in: .binary32)
      #expect(result.summary == post.summary)
      if result.verdict == .vacuous { result = check(cases: 60).result(of: law, in: .binary32) }
      #expect(result.verdict == .holds, "\(FailureReport(result))")
      #expect(result.cases >= 12 || result.cases == result.domainSize, "\(law.name)")
      #expect(result.worst <= 1, "\(law.name)")
    }
  }

  /// The reference as an implementation, on the first of the textbook's cases.
  private func expectReference(keeps law: Law, in format: Format, sharing values: SharedValues) {
    let result = check(cases: 3, of: .reference, sharing: values).result(of: law, in: format)
    #expect(result.verdict == .holds || result.verdict == .vacuous, "\(FailureReport(result))")
    #expect(result.cases == 3 || result.cases == result.domainSize, "\(law.name)")
    #expect(result.worst <= 1, "\(law.name)")
  }

  private func check(
    cases: Int, of implementation: Implementation = Specimen.textbook,
    sharing values: SharedValues? = nil
  ) -> Check {
    Check(.implementation(implementation), seed: 11, cases: cases, sharing: values)
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
