import Arithmetic
import SoftmaxLaws
import Specimens
import Testing

@testable import Conformance

@Suite("A merge of reports") struct MergeTests {
  private static let laws = Array(Catalogue.laws.prefix(9))
  private static let formats: [Format] = [.binary32, .binary64]

  /// The text of the report of a shard, with a header that may be changed.
  private static func report(
    _ shard: Shard, _ change: (inout ReportHeader) -> Void = { _ in }
  ) throws -> String {
    var header = ReportHeader(Specimen.naive, seed: 1, cases: 3)
    header.shard = shard
    header.laws = laws.map(\.name)
    header.formats = formats.map(\.rawValue)
    change(&header)
    let file = try TemporaryFile()
    let report = try JSONLinesReport(path: file.path, header)
    for law in laws {
      for format in formats where shard.owns(law.name, in: format) {
        var result = LawResult(law: law, format: format, verdict: .holds)
        result.cases = 3
        report.append(ReportEntry(result))
      }
    }
    report.close(.complete)
    return try file.lines.map { $0 + "\n" }.joined()
  }

  private static func reports(of count: Int) throws -> [String] {
    try (1...count).compactMap { Shard($0, of: count) }.map { try report($0) }
  }

  /// The merged report, or what is wrong.
  private static func merge(_ texts: [String]) -> String {
    do {
      let files = try texts.enumerated().map { try ReportFile(path: "\($0 + 1)", text: $1) }
      let run = try Merge(files).run
      let file = try TemporaryFile()
      let report = try JSONLinesReport(path: file.path, run.header)
      run.entries.forEach(report.append)
      report.close(run.end)
      return try file.lines.map { $0 + "\n" }.joined()
    } catch let error as MergeError {
      return error.problems.joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  @Test func `is the report of the run that was not cut, in whatever order`() throws {
    let whole = try Self.report(.whole)
    for count in [1, 2, 7] {
      let reports = try Self.reports(of: count)
      #expect(Self.merge(reports.reversed()) == whole)
    }
  }

  @Test func `tells a shard that is missing, and one that is there twice`() throws {
    let reports = try Self.reports(of: 7)
    #expect(
      Self.merge(Array(reports.dropFirst(2).dropLast())) == "shard 1/7, 2/7, 7/7 is missing")
    #expect(
      Self.merge(reports + [reports[2]]) == "shard 3/7 is there 2 times: '3', '8'")
    #expect(Self.merge([]) == "there is no report")
  }

  @Test func `tells what contradicts`() throws {
    let first = try Self.report(try #require(Shard("1/2")))
    let shard = try #require(Shard("2/2"))
    let changes: [(String, (inout ReportHeader) -> Void)] = [
      ("'2' has seed '2', '1' has '1'", { $0.seed = 2 }),
      ("'2' has cases '4', '1' has '3'", { $0.cases = 4 }),
      ("'2' has suite '0.9.0', '1' has '1.0.0'", { $0.suite = "0.9.0" }),
      ("'2' has implementation 'other swift', '1' has 'naive swift'", { $0.name = "other" }),
      (
        #"'2' has claims '{"subnormals":"flush"}', '1' has "#,
        { $0.claims = ["subnormals": "flush"] }
      ),
      (
        #"'2' has formats '["binary32","binary64","binary16"]', '1' "#,
        { $0.formats.append("binary16") }
      ),
      ("'2' has laws '…", { $0.laws.append("kl-oracle") }),
      (
        #"'2' has files '{"known-issues":"1"}', '1' has '{}'"#, { $0.files = ["known-issues": "1"] }
      ),
    ]
    for (expected, change) in changes {
      let merged = Self.merge([first, try Self.report(shard, change)])
      #expect(merged.hasPrefix(expected))
    }
    let third = try Self.report(try #require(Shard("2/3")))
    #expect(
      Self.merge([first, third]) == "'2' has shards '3', '1' has '2'\nshard 2/2 is missing")
  }

  @Test func `tells a report that was cut off, and where`() throws {
    var reports = try Self.reports(of: 2)
    let lines = reports[1].split(separator: "\n").map(String.init)
    reports[1] = lines.dropLast().map { $0 + "\n" }.joined()
    #expect(
      Self.merge(reports) == "'2' has no summary after line \(lines.count - 1): "
        + "incomplete: the run was cut off after \(lines.count - 2) results")
    reports[1] += "{\"summ"
    #expect(
      Self.merge(reports)
        == "report '2', line \(lines.count): the last line has no end: '{\"summ'")
    reports[1] = lines[0].dropLast(3) + "\n"
    #expect(Self.merge(reports).hasPrefix("report '2', line 1: the text ends "))
    reports[1] = ""
    #expect(
      Self.merge(reports) == "report '2', line 1: the text ends where the header should be")
  }

  @Test func `tells results that are missing, doubled, or of another shard`() throws {
    let reports = try Self.reports(of: 2)
    var lines = reports[1].split(separator: "\n").map(String.init)
    let summary = lines.removeLast()
    let other = reports[0].split(separator: "\n").map(String.init)[1]
    func merged(_ lines: [String], _ change: Int) -> String {
      let count = lines.count - 1
      let counted = summary.replacing(/"holds":[0-9]+/, with: "\"holds\":\(count)")
      return Self.merge([reports[0], (lines + [counted]).map { $0 + "\n" }.joined()])
    }
    #expect(merged(Array(lines.dropLast()), -1).hasSuffix(" is missing"))
    #expect(merged(Array(lines.dropLast(3)), -3).hasSuffix(" and 2 more are missing"))
    #expect(merged(lines + [lines[1]], 1).hasSuffix(" is there since line 2"))
    #expect(merged(lines + [other], 1).hasSuffix(" does not belong to shard 2/2"))
    let foreign = other.replacing(/"law":"[^"]+"/, with: "\"law\":\"kl-oracle\"")
    #expect(
      merged(lines + [foreign], 1).contains(": kl-oracle in binary"))
    let uncounted = Self.merge([
      reports[0], (lines.dropLast() + [summary]).map { $0 + "\n" }.joined(),
    ])
    #expect(uncounted.hasSuffix("the summary does not count the results above it"))
  }
}
