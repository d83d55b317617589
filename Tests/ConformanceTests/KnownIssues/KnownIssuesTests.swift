import Arithmetic
import SoftmaxFamily
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
    do throws(FileError) {
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
    #expect(issue.law == "softmax-oracle" && issue.formats == [.binary32, .binary64])
    #expect(issue.largestRatio == 2.5 && issue.reason == "overflows by design")
    #expect(issue.link == nil && issue.operation == nil && issue.versions == nil && !issue.isRare)
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
      .crashed, .hung, .protocol, .nondeterministic, .error,
    ]
    for verdict in verdicts {
      #expect(issues.applied(to: Self.result(verdict)).verdict == verdict)
    }
    #expect(issues.applied(to: Self.result(.fails, format: .binary16)).verdict == .fails)
    #expect(issues.applied(to: Self.result(.fails, law: .lseOracle)).verdict == .fails)
  }

  @Test func `calls an entry stale that matches nothing, as its operation is not offered`() throws {
    let result = try Self.issues(Self.issue(others: "\"isRare\": true,"))
      .applied(to: Self.result(.unsupported))
    #expect(result.verdict == .stale && result.found == .unsupported)
    #expect(
      result.message
        == "is known to fail, but matches nothing, as said before: overflows by design")
  }

  @Test func `keeps the verdict that it replaces`() throws {
    let issues = try Self.issues(Self.issue())
    #expect(issues.applied(to: Self.result(.fails)).found == .fails)
    #expect(issues.applied(to: Self.result(.holds)).found == .holds)
  }

  @Test func `covers what deviates in the operation that it names, and no other`() throws {
    let naive = Check(.implementation(Specimen.naive)).result(of: .softmaxGrouping, in: .binary32)
    let suspect = try #require(naive.counterexample?.suspect?.operation.rawValue)
    for operation in ["softmax", "logSumExp"] {
      let text = """
        {"issues": [{"law": "softmax-grouping", "formats": ["binary32"], "reason": "overflows",
          "operation": "\(operation)"}]}
        """
      let judged = try Self.issues(text).applied(to: naive)
      #expect(judged.verdict == (operation == suspect ? .known : .fails))
    }
  }

  @Test func `has the entries about an implementation and its version`() throws {
    let text = """
      {"implementation": "mine", "issues": [
        {"law": "softmax-oracle", "formats": ["binary32"], "reason": "old", "versions": "<2"},
        {"law": "softmax-oracle", "formats": ["binary32"], "reason": "new", "versions": ">=2"},
        {"law": "softmax-oracle", "formats": ["binary32"], "reason": "any"}]}
      """
    let issues = try Self.issues(text)
    func reasons(_ version: String) throws -> [String] {
      let mine = Implementation("mine", version: version, operations: [:]) {
        _ throws(CallFailure) in
        throw .unsupported("")
      }
      return try issues.entries(about: mine).issues.map(\.reason)
    }
    #expect(try reasons("1.9.3") == ["old", "any"])
    #expect(try reasons("2.0 with others") == ["new", "any"])
    #expect(try reasons("") == ["any"])
    let error = #expect(throws: FileError.self) {
      try issues.entries(about: Specimen.naive)
    }
    #expect(error?.reason == "is of 'mine', not of 'naive'")
    #expect(try Self.issues(Self.issue()).entries(about: nil).issues.count == 1)
  }

  @Test func `covers the failures of a real implementation`() throws {
    let issues = try Self.issues(Self.issue())
    let result = Check(.implementation(Specimen.naive)).result(of: .softmaxOracle, in: .binary32)
    #expect(result.verdict == .fails && issues.applied(to: result).verdict == .known)
  }

  @Test func `says what is wrong with a file`() throws {
    #expect(try Self.complaint(nil) == "known issues 'FILE': cannot be read")
    let head = "known issues 'FILE', line 1: "
    #expect(try Self.complaint("nonsense") == head + "'nonsense' where a value should be")
    #expect(try Self.complaint("") == head + "the text ends where a value should be")
    #expect(try Self.complaint("{}") == head + "there is no 'issues'")
    #expect(
      try Self.complaint(#"{"issues": [{"law": "softmax-oracle", "formats": []}]}"#)
        == head + "there is no 'reason'")
    #expect(
      try Self.complaint(#"{"issues": [{"law": 1, "formats": [], "reason": ""}]}"#)
        == head + "1 is no value of 'law'")
    #expect(
      try Self.complaint(#"{"issues": [{"law": "no-such", "formats": [], "reason": ""}]}"#)
        == head + "there is no law 'no-such'")
    let law = "{\"issues\": [{\"law\": \"softmax-oracle\", \"formats\": "
    let second = "known issues 'FILE', line 2: "
    #expect(
      try Self.complaint(law + "[\n\"binary8\"], \"reason\": \"\"}]}")
        == second + "there is no format \"binary8\"")
    let others = [
      (#""largestratio": 2"#, "an entry has no 'largestratio'"),
      (#""largestRatio": "2""#, "\"2\" is no value of 'largestRatio'"),
      (#""operation": "sigmoid""#, "\"sigmoid\" is no value of 'operation'"),
      (#""versions": "new""#, "\"new\" is no value of 'versions'"),
    ]
    for (member, complaint) in others {
      #expect(
        try Self.complaint(law + "[], \"reason\": \"\",\n" + member + "}]}") == second + complaint)
    }
  }
}
