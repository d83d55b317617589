import Foundation
import SoftmaxFamily
import Specimens
import Testing

@testable import softmax_laws

@Suite("A check")
struct CheckCommandTests {
  @Test func `succeeds where the law holds`() throws {
    let file = TemporaryFile(".jsonl")
    defer { file.remove() }
    let session = Session(
      "check", "--law", "softmax-sum-one", "--cases", "20", "--report", file.path)
    #expect(session.status == .success)
    #expect(session.errors == "")
    #expect(session.lines[0] == "textbook swift · seed 1 · 20 cases a law and format")
    #expect(session.lines[1].hasPrefix("claims exponentialUlps 1"))
    #expect(session.output.contains("\n4 hold · 80 cases in "))
    let report = try Report(file)
    #expect(report.lines.count == 6)
    #expect(report.lines[0]["header"] != nil)
    #expect(report.verdicts == ["holds", "holds", "holds", "holds"])
    #expect(report.summary?["holds"] == 4)
  }

  @Test func `of the naive formulas fails at an input of two entries`() throws {
    let file = TemporaryFile(".jsonl")
    defer { file.remove() }
    let session = Session(
      "--implementation=naive", "--law=softmax-sum-one", "--format=binary32",
      "--report=\(file.path)")
    #expect(session.status == .falsified)
    let entries = try #require(session.detail("input x")).split(separator: ",")
    #expect(entries.count == 2)
    #expect(session.detail("replay")?.hasSuffix(" --implementation naive") == true)
    let report = try Report(file)
    #expect(report.verdicts == ["fails"])
    #expect(report.summary?["fails"] == 1)
    let counterexample = try #require(report.results[0]["counterexample"] as? [String: Any])
    #expect((counterexample["arguments"] as? [String: [String]])?["x"]?.count == 2)
  }

  @Test func `of the reference holds`() {
    let session = Session(
      "--implementation", "reference", "--law", "softmax-sum-one", "--cases", "5")
    #expect(session.status == .success)
    #expect(session.lines[0].hasPrefix("reference swift · seed 1"))
  }

  @Test func `of the certified balls holds`() {
    let session = Session(
      "--implementation", "certified", "--law", "softmax-sum-one", "--cases", "5")
    #expect(session.status == .success)
    #expect(session.lines[0].hasPrefix("certified balls · seed 1"))
  }

  @Test func `has the columns asked for, in order and once`() throws {
    let session = Session(
      "--law", "softmax-sum-one", "--cases", "2", "--format", "binary64", "--format", "binary16",
      "--format", "binary64")
    let title = try #require(session.lines.first { $0.hasPrefix("Softmax ") })
    #expect(title.split(separator: " ") == ["Softmax", "binary16", "binary64"])
  }

  @Test func `prints the summary only where it is quiet and nothing fails`() {
    let session = Session("--quiet", "--law", "softmax-sum-one", "--cases", "2")
    #expect(session.lines.count == 1)
    #expect(session.output.hasPrefix("4 hold · 8 cases in "))
  }

  @Test func `prints the failures where it is quiet`() {
    let session = Session(
      "--quiet", "--implementation", "naive", "--law", "softmax-sum-one", "--format", "binary32")
    #expect(session.lines.first?.hasPrefix("✘ fails  softmax-sum-one in binary32  Σ") == true)
    #expect(session.lines.last?.hasPrefix("1 fail · ") == true)
  }

  @Test func `shows its progress on a terminal`() {
    let session = Session(
      [
        "--law", "softmax-sum-one", "--law", "lse-singleton", "--format", "binary32", "--cases",
        "2",
      ],
      showsProgress: true)
    #expect(session.errors.contains("\r\u{1B}[K1/2 softmax-sum-one in binary32\r\u{1B}[K"))
    #expect(session.errors.contains("\r\u{1B}[K2/2 lse-singleton in binary32\r\u{1B}[K"))
  }

  @Test func `counts a deviation that is known, and one that is stale`() throws {
    let issues =
      #"{"issues": [{"law": "softmax-sum-one", "formats": ["binary32"], "#
      + #""reason": "it overflows"}]}"#
    let file = try TemporaryFile(".json", containing: issues)
    defer { file.remove() }
    let options = [
      "--law", "softmax-sum-one", "--format", "binary32", "--known-issues", file.path,
    ]
    let known = Session(options + ["--implementation", "naive"])
    #expect(known.status == .success)
    #expect(known.output.contains("✘ known  softmax-sum-one in binary32"))
    #expect(known.output.contains("it overflows"))
    let stale = Session(options + ["--cases", "5"])
    #expect(stale.status == .falsified)
    #expect(stale.output.contains("✘ stale  softmax-sum-one in binary32"))
  }

  @Test func `evaluates first what failed before, and tells what does not fail any more`() throws {
    let text = "softmax-sum-one:binary32 2 0x0p+0 0x1.9p+6\nsoftmax-sum-one:binary32 x\n"
    let damaged = try TemporaryFile(".txt", containing: text)
    defer { damaged.remove() }
    let refused = Session("--regressions", damaged.path)
    #expect(refused.status == .badData)
    #expect(refused.errors == "softmax-laws: \(damaged.path):2: 'x' is no drawn value\n")
    let lines = text.split(separator: "\n")[0] + "\nsoftmax-sum-one:binary32 #1\n"
    let file = try TemporaryFile(".txt", containing: String(lines))
    defer { file.remove() }
    let options = [
      "--law", "softmax-sum-one", "--format", "binary32", "--cases", "2", "--regressions",
      file.path,
    ]
    let sound = Session(options)
    #expect(sound.status == .success)
    #expect(sound.lines.contains("\(file.path):1: softmax-sum-one:binary32 does not fail any more"))
    #expect(sound.lines.contains("\(file.path):2: softmax-sum-one:binary32 makes no case any more"))
    let naive = Session(options + ["--implementation", "naive"])
    #expect(naive.status == .falsified)
    #expect(naive.output.contains("\n1 fail · 0 cases in "))
  }

  @Test func `refuses a bad file of known issues`() throws {
    let file = try TemporaryFile(".json", containing: "[")
    defer { file.remove() }
    let session = Session("--known-issues", file.path)
    #expect(session.status == .badData)
    #expect(
      session.errors
        == "softmax-laws: known issues '\(file.path)', line 1: the text ends where a value should be\n"
    )
    #expect(session.output == "")
  }

  @Test func `refuses a report that cannot be written`() {
    let path = TemporaryFile("").path + "/nowhere/r.jsonl"
    let session = Session("--report", path)
    #expect(session.status == .badData)
    #expect(session.errors == "softmax-laws: report '\(path)': cannot be written\n")
    #expect(session.output == "")
  }

  @Test func `names an implementation that there is not`() {
    let names = (Specimen.all.map(\.name) + ["libm", "reference", "certified"]).joined(
      separator: ", ")
    #expect(
      Session("--implementation", "nosuch").errors
        == "softmax-laws: there is no implementation 'nosuch', only \(names)\n")
    #expect(
      Session("--implementation", "textbok").errors
        == "softmax-laws: there is no implementation 'textbok', did you mean 'textbook'?\n")
  }
}
