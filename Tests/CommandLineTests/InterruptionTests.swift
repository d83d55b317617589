import Foundation
import Testing

@testable import softmax_laws

@Suite("An interruption")
struct InterruptionTests {
  @Test func `is the first signal`() {
    let interruption = Interruption()
    #expect(interruption.status == nil)
    #expect(interruption.note(SIGTERM))
    #expect(!interruption.note(SIGINT))
    #expect(interruption.status == .terminated)
  }

  @Test func `says 128 and the signal's number`() {
    #expect(Interruption.statuses.count == 3)
    #expect(Interruption.statuses.allSatisfy { $0.value.rawValue == 128 + $0.key })
  }

  @Test func `ends a check after the result that is known`() throws {
    let file = TemporaryFile(".jsonl")
    defer { file.remove() }
    let interruption = Interruption()
    let session = Session(
      ["--cases", "2", "--format", "binary32", "--report", file.path], interruption: interruption
    ) { text in
      if text.hasPrefix("softmax-oracle ") { interruption.note(SIGINT) }
    }
    #expect(session.status == .interrupted)
    #expect(session.output.contains("\n1 hold · 2 cases"))
    #expect(session.errors.hasPrefix("softmax-laws: interrupted after 1 of "))
    let report = try Report(file)
    #expect(report.lines.count == 3)
    #expect(report.lines[2]["interrupted"] != nil)
    #expect(report.verdicts == ["holds"])
    #expect(report.summary == nil)
  }

  @Test func `ends a check before its first law`() throws {
    let interruption = Interruption()
    interruption.note(SIGTERM)
    let session = Session(
      ["--law", "softmax-sum-one"], interruption: interruption)
    #expect(session.status == .terminated)
    #expect(session.errors == "softmax-laws: interrupted after 0 of 4 results\n")
  }
}
