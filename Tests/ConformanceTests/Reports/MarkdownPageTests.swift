import Foundation
import Testing

@testable import Conformance

@Suite("A report in Markdown") struct MarkdownPageTests {
  @Test func `begins with what it comes to`() {
    let lines = MarkdownPage(.example()).text.split(separator: "\n")
    #expect(lines[0] == "# ✘ naive swift")
    #expect(lines[1] == "suite 1.0.0 · seed 1 · 60 cases a law")
    #expect(lines.contains("| verdict | binary32 | binary64 | all |"))
    #expect(lines.contains("| fails | 2 | 1 | 3 |"))
    #expect(MarkdownPage(.example([.holds])).text.contains("| holds | 0 | 1 | 1 |"))
  }

  @Test func `shows the failures with their inputs`() {
    let text = MarkdownPage(.example()).text
    #expect(text.contains("<details><summary>✘ softmax-oracle in binary32: fails: ∞ × the bound"))
    #expect(text.contains("\ninput x    0, 89\n"))
    #expect(text.contains("## Since the baseline"))
    #expect(text.contains("was fails \\| is holds"))
  }

  @Test func `tells the regimes that no case reached`() throws {
    let entry = try #require(ReportedRun.example([.holds]).entries.last)
    let text = MarkdownPage(.example()).text
    #expect(text.contains("<details><summary>Regimes that no case reached (1)</summary>"))
    #expect(text.contains("| \(entry.title.markdownEscaped) | x: ties, c: \\<subnormal\\> |"))
  }

  @Test func `lets no text end what it stands in`() {
    let text = MarkdownPage(.example()).text
    let fences = text.split(separator: "\n").filter { $0.hasPrefix("```") }
    #expect(fences.count % 2 == 0)
    #expect(fences.allSatisfy { $0.hasPrefix("``````") || !$0.contains("``````") })
    #expect(!text.contains("\u{1B}") && !text.contains("\u{0}"))
    let outside = text.components(separatedBy: "\n``````").enumerated().filter {
      $0.offset % 2 == 0
    }
    #expect(outside.count > 1 && !outside.contains { $0.element.contains("<b>") })
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }
    #expect(rows.allSatisfy { $0.hasSuffix(" |") })
  }

  @Test func `says that it is incomplete`() {
    var run = ReportedRun.example([])
    run.entries = []
    run.end = .none
    let text = MarkdownPage(run).text
    #expect(text.contains("**incomplete: the run was cut off after 0 results**"))
    #expect(text.contains("Nothing was checked."))
  }

  @Test func `stays below the mebibyte that a summary may have`() {
    var run = ReportedRun.example()
    run.entries = Array(repeating: run.entries[0], count: 2000)
    #expect(MarkdownPage(run).text.utf8.count < 1 << 20)
  }
}
