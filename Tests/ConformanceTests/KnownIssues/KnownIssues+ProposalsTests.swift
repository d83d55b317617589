import Arithmetic
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import Testing

@testable import Conformance

@Suite("Proposals of known issues") struct KnownIssuesProposalsTests {
  @Test func `cover what fails, once they are in a list`() throws {
    let naive = Check(.implementation(Specimen.naive), cases: 50)
    let lossy = Implementation.textbook(but: .softmax, "lossy") { arguments, _ in
      arguments[0].map { _ in 1 / Double(arguments[0].count) + 0x1p-10 }
    }
    let results = [
      naive.result(of: .softmaxOracle, in: .binary32),
      Check(.implementation(lossy), cases: 50).result(of: .softmaxOracle, in: .binary64),
      naive.result(of: .klOracle, in: .binary32),
    ]
    let lines = KnownIssues.proposals(for: results.map { ReportEntry($0) })
    #expect(lines.count == 2)
    let file = try TemporaryFile("{\"issues\": [\(lines.joined(separator: ",\n"))]}")
    let issues = try withExtendedLifetime(file) { try KnownIssues(path: file.path) }
    #expect(issues.issues.map(\.largestRatio).contains(nil))
    #expect(results.prefix(2).map { issues.applied(to: $0).verdict } == [.known, .known])
  }

  @Test func `allow no less than was seen, in two digits`() {
    for ratio in [1.000001, 1.05, 9.96, 99.5, 123, 0.999e300, 2, 1.5, 3.4e38] {
      let rounded = KnownIssues.roundedUp(ratio)
      #expect(rounded >= ratio && rounded <= ratio * 1.11)
    }
    #expect(KnownIssues.roundedUp(1.5) == 1.5 && KnownIssues.roundedUp(123) == 130)
  }
}
