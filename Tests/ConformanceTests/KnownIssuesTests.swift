import Arithmetic
import SoftmaxLaws
import Specimens
import Testing

@testable import Conformance

@Suite("A list of known issues") struct KnownIssuesTests {
  private static func issues(_ text: String) throws -> KnownIssues {
    let file = try TemporaryFile(text)
    return try withExtendedLifetime(file) { try KnownIssues(path: file.path) }
  }

  private static func issue(ratio: String = "", others: String = "") -> String {
    """
    {"issues": [{"law": "softmax-oracle", "formats": ["binary32", "binary64"], \(ratio)\(others)
      "reason": "overflows by design"}]}
    """
  }

  private static func result(
    _ verdict: LawResult.Verdict, worst: Double = 0, law: Law = .softmaxOracle,
    format: Format = .binary32
  ) -> LawResult {
    var result = LawResult(law: law, format: format, verdict: verdict)
    result.worst = worst
    result.message = "said before"
    return result
  }

  /// The message of the error that a text gives, with its path left out.
  private static func complaint(_ text: String?) throws -> String {
    let file = try TemporaryFile(text)
    do throws(KnownIssuesError) {
      _ = try KnownIssues(path: file.path)
      return "none"
    } catch {
      #expect(error.path == file.path)
      return error.description.replacing(file.path, with: "FILE")
    }
  }

  @Test func `reads its entries`() throws {
    let issue = try #require(
      try Self.issues(Self.issue(ratio: "\"largestRatio\": 2.5,")).issues.first)
    #expect(issue.law == "softmax-oracle" && issue.formats == ["binary32", "binary64"])
    #expect(issue.largestRatio == 2.5 && issue.reason == "overflows by design")
    #expect(issue.link == nil)
    #expect(try Self.issues(#"{"issues": []}"#).issues.isEmpty)
  }

  @Test func `turns a failure it covers into a known one, with the reason`() throws {
    let known = try Self.issues(Self.issue()).applied(to: Self.result(.fails, worst: .infinity))
    #expect(known.verdict == .known && known.message == "overflows by design" && !known.isRed)
    let bounded = try Self.issues(Self.issue(ratio: "\"largestRatio\": 2,"))
    #expect(bounded.applied(to: Self.result(.fails, worst: 2)).verdict == .known)
  }

  @Test func `leaves a failure that is larger than it says`() throws {
    let issues = try Self.issues(Self.issue(ratio: "\"largestRatio\": 2,"))
    for worst in [2.000001, Double.infinity] {
      let result = issues.applied(to: Self.result(.fails, worst: worst))
      #expect(result.verdict == .fails && result.message == "said before")
    }
  }

  @Test func `calls an entry stale whose law holds now`() throws {
    let issues = try Self.issues(Self.issue())
    for verdict in [LawResult.Verdict.holds, .vacuous] {
      let result = issues.applied(to: Self.result(verdict))
      #expect(result.verdict == .stale && result.isRed)
      #expect(result.message == "holds now, although known to fail: overflows by design")
    }
  }

  @Test func `lets an entry be rare`() throws {
    let issues = try Self.issues(Self.issue(others: "\"isRare\": true,"))
    #expect(issues.applied(to: Self.result(.holds)).verdict == .holds)
    #expect(issues.applied(to: Self.result(.fails, worst: 3)).verdict == .known)
  }

  @Test func `leaves every other verdict, law and format`() throws {
    let issues = try Self.issues(Self.issue())
    let verdicts: [LawResult.Verdict] = [
      .crashed, .hung, .protocol, .nondeterministic, .error, .unsupported,
    ]
    for verdict in verdicts {
      #expect(issues.applied(to: Self.result(verdict)).verdict == verdict)
    }
    #expect(issues.applied(to: Self.result(.fails, format: .binary16)).verdict == .fails)
    #expect(issues.applied(to: Self.result(.fails, law: .lseOracle)).verdict == .fails)
  }

  @Test func `covers the failures of a real implementation`() throws {
    let issues = try Self.issues(Self.issue())
    let result = Check(.implementation(Specimen.naive)).result(of: .softmaxOracle, in: .binary32)
    #expect(result.verdict == .fails && issues.applied(to: result).verdict == .known)
  }

  @Test func `says what is wrong with a file`() throws {
    #expect(try Self.complaint(nil) == "known issues 'FILE': cannot be read")
    #expect(try Self.complaint("nonsense") == "known issues 'FILE': is not JSON")
    #expect(try Self.complaint("") == "known issues 'FILE': is not JSON")
    #expect(try Self.complaint("{}") == "known issues 'FILE': has an entry without 'issues'")
    #expect(
      try Self.complaint(#"{"issues": [{"law": "softmax-oracle", "formats": []}]}"#)
        == "known issues 'FILE': has an entry without 'reason'")
    #expect(
      try Self.complaint(#"{"issues": [{"law": 1, "formats": [], "reason": ""}]}"#)
        == "known issues 'FILE': has a wrong value at 'issues.Index 0.law'")
    #expect(
      try Self.complaint(#"{"issues": [{"law": "no-such", "formats": [], "reason": ""}]}"#)
        == "known issues 'FILE': there is no law 'no-such'")
    let format = #"{"issues": [{"law": "softmax-oracle", "formats": ["binary8"], "reason": ""}]}"#
    #expect(try Self.complaint(format) == "known issues 'FILE': there is no format 'binary8'")
  }
}
