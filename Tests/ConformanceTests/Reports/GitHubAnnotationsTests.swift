import Testing

@testable import Conformance

@Suite("Annotations for GitHub") struct GitHubAnnotationsTests {
  @Test func `are one line each, whatever the texts are`() {
    let lines = GitHubAnnotations(.example([.crashed])).lines
    #expect(lines.count == 4)
    for line in lines {
      #expect(line.hasPrefix("::error title="))
      #expect(!line.unicodeScalars.contains("\n") && !line.unicodeScalars.contains("\r"))
      let title = line.dropFirst("::error title=".count).prefix { $0 != ":" }
      #expect(!title.contains(","))
    }
    #expect(lines[0].hasPrefix("::error title=softmax-oracle in binary32 fails%3A ∞ × the bound::"))
    #expect(lines[0].contains("%0Ainput x    0, 89%0A"))
    #expect(
      lines[3] == "::error title=lse-oracle in binary32 is worse::was holds, is fails"
        + "%0Areplay softmax-laws replay a:b:00-00 --implementation naive")
  }

  @Test func `are ten at most, the last of which counts the others`() {
    var run = ReportedRun.example([])
    run.entries = Array(repeating: run.entries[0], count: 30)
    let lines = GitHubAnnotations(run).lines
    #expect(lines.count == 10)
    #expect(lines[9].hasSuffix("::22 more results are red, which the log and the reports show"))
  }
}
