import Arithmetic
import Foundation
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import Testing

@testable import Conformance

@Suite("A report in JSON Lines") struct JSONLinesReportTests {
  private static func objects(_ file: TemporaryFile) throws -> [[String: Any]] {
    try file.lines.map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
      return try #require(object as? [String: Any])
    }
  }

  private func header(seed: UInt64 = 1) -> ReportHeader {
    ReportHeader(Specimen.naive, seed: seed, cases: 500)
  }

  @Test func `begins with a header that names the implementation and its claims`() throws {
    let file = try TemporaryFile()
    _ = try JSONLinesReport(path: file.path, header(seed: .max))
    let objects = try Self.objects(file)
    let header = try #require(objects.first?["header"] as? [String: Any])
    #expect(objects.count == 1)
    #expect(header["suite"] as? String == Suite.version)
    #expect(header["protocol"] as? Int == Suite.protocolVersion)
    #expect(header["seed"] as? String == "18446744073709551615")
    #expect(header["shard"] as? String == "1/1")
    let implementation = try #require(header["implementation"] as? [String: Any])
    #expect(implementation["name"] as? String == "naive")
    #expect(implementation["language"] as? String == "swift")
    let operations = try #require(implementation["operations"] as? [String: [String]])
    #expect(operations.count == Specimen.naive.operations.count)
    #expect(operations["softmax"] == Format.allCases.map(\.rawValue))
    let claims = try #require(header["claims"] as? [String: String])
    #expect(claims["subnormals"] == "gradual")
    #expect(claims.count == Specimen.naive.claims.table.count)
  }

  @Test func `names the reference where there is no implementation`() throws {
    let file = try TemporaryFile()
    _ = try JSONLinesReport(
      path: file.path, ReportHeader(nil, seed: 1, cases: 500))
    let header = try #require(try Self.objects(file).first?["header"] as? [String: Any])
    #expect((header["implementation"] as? [String: Any])?["name"] as? String == "reference")
  }

  @Test func `is valid after every line, without being closed`() throws {
    let file = try TemporaryFile()
    let report = try JSONLinesReport(path: file.path, header())
    let check = Check(.implementation(Specimen.naive), cases: 100)
    let laws: [Law] = [.softmaxOracle, .lseOracle, .entropyOracle, .softmaxArgmaxKept]
    for (count, law) in laws.enumerated() {
      report.append(ReportEntry(check.result(of: law, in: .binary32)))
      let objects = try Self.objects(file)
      #expect(objects.count == count + 2)
      #expect(objects.last?["law"] as? String == law.name)
      #expect(objects.last?["format"] as? String == "binary32")
    }
  }

  @Test func `writes a failure with its counterexample in exact numbers`() throws {
    let file = try TemporaryFile()
    let report = try JSONLinesReport(path: file.path, header())
    let check = Check(.implementation(Specimen.naive))
    report.append(ReportEntry(check.result(of: .softmaxOracle, in: .binary32)))
    let line = try #require(try Self.objects(file).last)
    #expect(line["verdict"] as? String == "fails")
    #expect(line["worst"] as? Double == .greatestFiniteMagnitude)
    let found = try #require(line["counterexample"] as? [String: Any])
    #expect(found["replay"] as? String == "softmax-oracle:binary32:00HJ5-R3")
    #expect(found["arguments"] as? [String: [String]] == ["x": ["0x0p+0", "0x1.64p+6"]])
    #expect(found["ratio"] as? Double == .greatestFiniteMagnitude)
    #expect(found["operation"] as? String == "softmax")
    #expect(found["got"] as? [String] == ["0x0p+0", "nan"])
    #expect((found["want"] as? [String])?.count == 2)
    #expect(found["message"] == nil)
  }

  @Test func `writes what was not checked without a counterexample`() throws {
    let file = try TemporaryFile()
    let report = try JSONLinesReport(path: file.path, header())
    let check = Check(.implementation(Specimen.naive))
    report.append(ReportEntry(check.result(of: .klOracle, in: .binary32)))
    let line = try #require(try Self.objects(file).last)
    #expect(line["verdict"] as? String == "unsupported")
    #expect(line["message"] as? String == "klDivergence is not offered in binary32")
    #expect(line["cases"] as? Int == 0 && line["counterexample"] == nil)
  }

  @Test func `ends with a summary that counts every verdict`() throws {
    let file = try TemporaryFile()
    let report = try JSONLinesReport(
      path: file.path, ReportHeader(nil, seed: 1, cases: 500))
    var tally = Tally()
    for (count, verdict) in LawResult.Verdict.allCases.enumerated() {
      let result = LawResult(law: .softmaxOracle, format: .binary32, verdict: verdict)
      for _ in 0...count {
        tally.count(result)
        report.append(ReportEntry(result))
      }
    }
    report.close(.complete)
    let summary = try #require(try Self.objects(file).last?["summary"] as? [String: Int])
    #expect(summary.count == LawResult.Verdict.allCases.count)
    for verdict in LawResult.Verdict.allCases {
      #expect(summary[verdict == .error ? "errors" : verdict.rawValue] == tally[verdict])
    }
  }

  @Test func `ends with the interruption where there was one`() throws {
    let file = try TemporaryFile()
    let report = try JSONLinesReport(path: file.path, header())
    report.close(.interrupted("SIGINT", results: 0, total: 4))
    let last = try #require(try file.lines.last)
    #expect(last == #"{"interrupted":{"results":0,"signal":"SIGINT","total":4}}"#)
  }

  @Test func `says which file cannot be written`() {
    let path = "/no/such/directory/report.jsonl"
    let error = #expect(throws: FileError.self) {
      try JSONLinesReport(path: path, ReportHeader(nil, seed: 1, cases: 500))
    }
    #expect(error?.description == "report '/no/such/directory/report.jsonl': cannot be written")
  }
}
