import Testing

@testable import Conformance

@Suite("A report as a page") struct RunPageTests {
  private let text = RunPage(.example()).text

  @Test func `needs nothing but itself`() {
    #expect(text.contains("default-src 'none'"))
    let loading = ["http:", "https:", "src=", "@import", "url(", "<link", "<iframe", "<img"]
    #expect(loading.filter(text.contains) == [])
  }

  @Test func `closes what it opens, in order`() {
    var open: [Substring] = []
    var problems: [String] = []
    let bare: Set<Substring> = ["meta", "input", "br", "path", "!doctype"]
    let body = text.replacing(/<(style|script)>[\s\S]*?<\/\1>/, with: "")
    for match in body.matches(of: /<(\/?)([a-z0-9!]+)[^>]*?(\/?)>/) {
      let (_, end, name, selfEnd) = match.output
      if bare.contains(name) || name == "option" || !selfEnd.isEmpty { continue }
      if end.isEmpty {
        open.append(name)
      } else if open.popLast() != name {
        problems.append("</\(name)>")
      }
    }
    #expect(problems == [] && open == [])
  }

  @Test func `shows no text from outside as anything but text`() {
    #expect(!text.contains("<b>&amp;\"") && !text.contains("\u{1B}") && !text.contains("\u{0}"))
    #expect(text.contains("&lt;b&gt;&amp;amp;&quot;"))
  }

  @Test func `tells the regimes that no case reached`() throws {
    let entry = try #require(ReportedRun.example([.holds]).entries.last)
    #expect(text.contains("<summary>Regimes that no case reached (1)</summary>"))
    #expect(text.contains("<b>\(entry.title)</b> x: ties, c: &lt;subnormal&gt;</li>"))
  }

  @Test func `links each failure to its witnesses`() {
    let anchors = text.matches(of: /href="#([^"]+)"/).map { String($0.output.1) }
    let sections = ["verdicts", "baseline", "laws", "failures", "plots"]
    #expect(anchors.count == ReportedRun.example().failures.count + sections.count)
    #expect(anchors.filter { !text.contains(" id=\"\($0)\"") } == [])
    #expect(text.contains("softmax-laws replay softmax-oracle:binary32:"))
  }

  @Test func `plots the operations that have a profile, with a caption that says what is seen`() {
    #expect(
      text.contains(
        "<svg viewBox=\"0 0 320 150\" role=\"img\" aria-label=\"Error ÷ bound of softmax"))
    #expect(text.contains("<b>softmax</b> binary32 ∞ at "))
    #expect(text.matches(of: /class="dots binary32" d="M[0-9.]+ [0-9.]+h0/).count == 2)
  }

  @Test func `says that it is incomplete`() {
    var run = ReportedRun.example()
    run.end = .interrupted("SIGINT", results: 13, total: 99)
    #expect(RunPage(run).text.contains("incomplete: interrupted by SIGINT after 13 of 99 results"))
    #expect(!text.contains("class=\"banner\""))
  }

  @Test func `is a page of a run without results, too`() {
    let run = ReportedRun(ReportHeader(nil, seed: 1, cases: 1))
    #expect(RunPage(run).text.contains("nothing was checked"))
  }
}
