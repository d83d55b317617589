import FixtureSupport
import Foundation
import Testing

@testable import softmax_laws

@Suite("A check of a program", .waiting)
struct CheckOfProgramsTests {
  private let laws = ["--law", "softmax-sum-one", "--law", "softmax-positive", "--cases", "5"]

  @Test func `holds for honest ones`() throws {
    let session = Session(laws + ["--"] + (try Adapter.command("textbook_adapter.py")))
    #expect(session.status == .success)
    #expect(session.lines[0].hasPrefix("textbook "))
    #expect(session.lines[1].hasPrefix("claims algorithm shiftDiv"))
  }

  @Test func `checks nothing in a format that is not offered`() throws {
    let file = TemporaryFile(".jsonl")
    defer { file.remove() }
    let program = try Adapter.hostile("none")
    let session = Session(
      laws + ["--format", "binary64", "--report", file.path, "--"] + program)
    #expect(session.status == .nothingChecked)
    #expect(session.lines[1] == "claims nothing")
    #expect(session.output.contains("\n2 not offered · 0 cases in "))
    #expect(try Report(file).verdicts == ["unsupported", "unsupported"])
  }

  @Test(arguments: [
    ("crashes", "crashed", "its last words 'out of luck'"),
    ("exits", "crashed", "the program ended with exit status 7"),
    ("hangs", "hung", "no answer within 0.3"),
    ("forgets a number", "protocol", "softmax returned 1 numbers where 2 were expected"),
    ("damages digits", "protocol", "is no lower-case hexadecimal: '"),
    ("mistakes the id", "protocol", "was never made"),
    ("answers too much", "protocol", "more than the answer can need"),
  ])
  func `goes on where it breaks down`(fault: String, verdict: String, message: String) throws {
    let file = TemporaryFile(".jsonl")
    defer { file.remove() }
    let program = try Adapter.hostile(fault)
    let session = Session(
      laws + ["--time-limit", "0.3", "--report", file.path, "--"] + program)
    #expect(session.status == .implementationFailed)
    #expect(session.errors == "")
    #expect(session.detail("because")?.contains(message) == true)
    let replay = try #require(session.detail("replay"))
    #expect(replay.hasSuffix(" \(fault.shellWord)"))
    #expect(replay.contains(" --time-limit 0.3 -- \(program[0].shellWord) "))
    #expect(session.lines.count { $0 == "the last lines of the program's log:" } == 1)
    let report = try Report(file)
    #expect(report.lines.count == 4)
    #expect(report.verdicts == [verdict, verdict])
    #expect(report.summary?[verdict] == 2)
    let words = report.results.compactMap { $0["message"] as? String }
    #expect(words.count == 2 && words.allSatisfy { $0.contains(message) })
  }

  // Only where many cases have one shape does a call have more than eight rows.
  @Test(arguments: [
    ("errs once", "30"), ("is right once", "30"), ("tires", "30"), ("wakes late", "30"),
    ("errs in company", "30"), ("errs alone", "30"), ("alternates", "30"), ("errs rarely", "30"),
    ("errs in large calls", "200"),
  ])
  func `is red for a softmax that chooses when to be right`(fault: String, cases: String) throws {
    let program = try Adapter.command("hostile_softmax.py") + [fault]
    let laws = ["softmax-oracle", "purity-softmax"].flatMap { ["--law", $0] }
    let session = Session(laws + ["--cases", cases, "--quiet", "--"] + program)
    #expect(session.status == .falsified)
  }

  @Test func `is green for the same softmax without a fault`() throws {
    let program = try Adapter.command("hostile_softmax.py") + ["none"]
    let session = Session(["--law", "softmax-oracle", "--cases", "40", "--"] + program)
    #expect(session.status == .success)
  }

  @Test func `explains a breakdown once where it comes again`() throws {
    let lines = Session(laws + ["--"] + (try Adapter.hostile("crashes"))).lines
    let failures = lines.filter { $0.hasPrefix("✘ crashed") }
    #expect(failures.count == 2)
    #expect(failures.first?.hasPrefix("✘ crashed  softmax-sum-one in binary32  Σ") == true)
    #expect(
      failures.last?.hasPrefix("✘ crashed  softmax-positive in binary32: the program ended ")
        == true)
    #expect(lines.count { $0.hasPrefix("    because ") } == 1)
  }

  @Test(arguments: [
    ("dies at start", " ended with exit status 3, its last words 'cannot load the library'"),
    ("quiets NaNs", "the echo of binary32 turns 7f800001 into '7fc00001'"),
    ("refuses the echo", "no 'bits' but 'what is an echo?'"),
    ("says half a line", "in the middle of a line"),
  ])
  func `ends in one line where it does not start`(fault: String, message: String) throws {
    let session = Session(laws + ["--"] + (try Adapter.hostile(fault)))
    #expect(session.status == .implementationFailed)
    #expect(session.output == "")
    #expect(session.errors.hasPrefix("softmax-laws: "))
    #expect(session.errors.contains(message))
    #expect(session.errors.filter { $0 == "\n" }.count == 1)
  }

  @Test func `says that there is none`() {
    let session = Session("check", "--", "/nowhere/program")
    #expect(session.status == .implementationFailed)
    #expect(
      session.errors
        == "softmax-laws: cannot start '/nowhere/program': no such file or directory\n")
  }
}
