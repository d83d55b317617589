import Foundation
import Testing

@testable import softmax_laws

@Suite("The reports of a run")
struct ReportsOfRunsTests {
  private static let options = [
    "--law", "softmax-sum-one", "--law", "lse-singleton", "--format", "binary32", "--cases", "20",
    "--implementation", "naive",
  ]
  private let options = Self.options
  private let endings = [".jsonl", ".xml", ".md", ".html"]

  private func text(_ file: TemporaryFile) throws -> String {
    try String(contentsOfFile: file.path, encoding: .utf8)
  }

  @Test func `are of all forms at once, and tell the same`() throws {
    let empty = "{\"issues\": []}"
    let known = try TemporaryFile(".json", containing: empty)
    let files = endings.map { TemporaryFile($0) }
    defer { (files + [known]).forEach { $0.remove() } }
    let reports = files.flatMap { ["--report", $0.path] }
    let session = Session(options + reports + ["--annotations", "--known-issues", known.path])
    #expect(session.status == .falsified)
    for file in files { #expect(try text(file).contains("softmax-sum-one:binary32:")) }
    let merged = TemporaryFile(".html")
    defer { merged.remove() }
    #expect(Session("merge", files[0].path, "--report", merged.path).status == .falsified)
    #expect(try text(merged) == text(files[3]))
    // The same run says it to GitHub, and what a list of known issues would have to say; it writes none.
    #expect(session.output.contains("\n::error title="))
    #expect(
      session.lines.contains(
        #"    {"formats":["binary32"],"law":"softmax-sum-one","link":"where it is discussed","#
          + #""reason":"why it deviates, and where"},"#))
    #expect(try text(known) == empty)
  }

  @Test func `say what is known after an interruption, and that it is not all`() throws {
    let files = endings.map { TemporaryFile($0) }
    defer { files.forEach { $0.remove() } }
    let interruption = Interruption()
    let session = Session(
      options + files.flatMap { ["--report", $0.path] }, interruption: interruption
    ) { text in
      if text.hasPrefix("softmax-sum-one ") { interruption.note(SIGTERM) }
    }
    #expect(session.status == .terminated)
    for file in files {
      let text = try text(file)
      #expect(text.contains("softmax-sum-one") && text.contains("SIGTERM"))
      #expect(!text.contains("summary\":{"))
    }
  }

  @Test func `may be the summary of a step on GitHub, to which it is added`() throws {
    let file = try TemporaryFile("", containing: "before\n")
    defer { file.remove() }
    let session = Session(
      options + ["--report", file.path],
      environment: ["GITHUB_STEP_SUMMARY": file.path, "GITHUB_ACTIONS": "true"])
    #expect(try text(file).hasPrefix("before\n# ✘ naive swift\n"))
    #expect(session.lines.count { $0.hasPrefix("::error title=softmax-sum-one in binary32") } == 1)
  }

  @Test func `become annotations only where that is asked for`() {
    #expect(!Session(options).output.contains("::error"))
  }
}
