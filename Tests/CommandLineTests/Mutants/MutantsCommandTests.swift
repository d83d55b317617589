import Foundation
import SoftmaxLaws
import Specimens
import Testing

@testable import softmax_laws

@Suite("The kill matrix") struct MutantsCommandTests {
  @Test func `is printed as JSON, a page and a table`() throws {
    let (page, table) = (TemporaryFile(".html"), TemporaryFile(".md"))
    defer { [page, table].forEach { $0.remove() } }
    let session = Session(
      "mutants", "--json", "--cases", "1", "--format", "binary32", "--report", page.path,
      "--report", table.path)
    let value = try JSONSerialization.jsonObject(with: Data(session.output.utf8))
    let object = try #require(value as? [String: Any])
    let mutants = try #require(object["mutants"] as? [[String: Any]])
    #expect(mutants.map { $0["name"] as? String } == Mutant.all.map(\.name))
    let summary = try #require(object["summary"] as? [String: Int])
    let survivors = try #require(summary["survivors"])
    #expect(summary["mutants"] == Mutant.all.count && survivors < Mutant.all.count / 2)
    let html = try String(contentsOf: URL(filePath: page.path), encoding: .utf8)
    #expect(!html.contains("http:") && !html.contains("https:") && !html.contains("<script"))
    let markdown = try String(contentsOf: URL(filePath: table.path), encoding: .utf8)
    for mutant in Mutant.all {
      #expect(html.contains("\(mutant.id) \(mutant.name)") && markdown.contains(mutant.name))
    }
  }

  @Test func `takes reports by their endings`() {
    let session = Session("mutants", "--report", "m.jsonl")
    #expect(session.status == .usage)
    #expect(
      session.errors.hasPrefix(
        "softmax-laws: option '--report' takes a file that ends in .html, .json, .md, not 'm.jsonl'"
      ))
  }
}
