import Arithmetic
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import StrictJSON
import Testing

@testable import Conformance

@Suite("An entry of a report") struct ReportEntryTests {
  @Test func `is read as it was written`() throws {
    for entry in ReportedRun.example().entries {
      let text = entry.json.description
      let again = try ReportEntry(try JSONReader.value(of: text.utf8))
      #expect(again == entry)
      #expect(again.json.description == text)
    }
  }

  @Test func `keeps what it does not know`() throws {
    let text = try #require(ReportedRun.example().entries.last).json.description
    let more = text.dropLast() + ",\"zzz\":[1,\"x\"]}"
    #expect(try ReportEntry(try JSONReader.value(of: String(more).utf8)).json.description == more)
  }

  @Test func `is of a sweep too, which says itself what the catalogue says of a law`() throws {
    var entry = ReportEntry(
      .sweep, "sigmoid", chapter: "Sweeps", statement: "σ(x) within its bound at every x",
      operations: ["sigmoid"], format: .binary16, verdict: .holds)
    entry.cases = 63_488
    entry.domainSize = 63_488
    entry.profile = [ProfilePoint(input: -.infinity, ratio: 0.25)]
    let again = try ReportEntry(try JSONReader.value(of: entry.json.description.utf8))
    #expect(again == entry && again.kind == .sweep && again.title == "sigmoid in binary16")
  }

  @Test func `names the member that is missing, or has another form`() throws {
    let complaints = [
      ("{}", "{} is no result"), ("[1]", "[1] is no result"),
      (#"{"law":"nosuch","format":"binary32","verdict":"holds"}"#, "there is no law 'nosuch'"),
      (#"{"law":"softmax-oracle","verdict":"holds"}"#, "there is no 'format'"),
      (
        #"{"law":"softmax-oracle","format":"binary32","verdict":"good"}"#,
        #""good" is no value of 'verdict'"#
      ),
      (
        #"{"law":"softmax-oracle","format":"binary32","verdict":"holds","cases":1.5}"#,
        "1.5 is no value of 'cases'"
      ),
    ]
    for (text, expected) in complaints {
      let json = try JSONReader.value(of: text.utf8)
      let error = #expect(throws: JSONError.self) { try ReportEntry(json) }
      #expect(error?.reason == expected)
    }
  }

  @Test func `has the largest error of all its witnesses`() {
    let entry = ReportedRun.example().entries[0]
    #expect(entry.ratio == .infinity)
    #expect(entry.worstCase == entry.witness?.replay)
  }
}
