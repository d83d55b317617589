import Conformance
import FixtureSupport
import Foundation
import SoftmaxLaws
import Testing

@testable import softmax_laws

@Suite("Jobs", .waiting) struct JobsTests {
  /// The output of a check without the time it took.
  private func lines(_ arguments: [String], jobs: Int) -> [String] {
    Session(arguments + ["--jobs", "\(jobs)"]).lines.map { line in
      String(line.prefix { $0 != "·" || !line.contains(" cases in ") })
    }
  }

  /// The same, for a program, whose command comes last.
  private func lines(_ arguments: [String], _ program: [String], jobs: Int) -> [String] {
    Session(arguments + ["--jobs", "\(jobs)", "--"] + program).lines.map { line in
      String(line.prefix { $0 != "·" || !line.contains(" cases in ") })
    }
  }

  @Test func `print the same, in the same order, however many there are`() {
    let arguments = [
      "--law", "sigmoid-*", "--cases", "5", "--implementation", "naive", "--format", "binary16",
      "--format", "binary64",
    ]
    let one = lines(arguments, jobs: 1)
    #expect(one.count > 20)
    let isSame = lines(arguments, jobs: 4) == one
    #expect(isSame)
  }

  @Test func `write the same reports`() throws {
    func results(jobs: Int) throws -> [String] {
      let file = TemporaryFile(".jsonl")
      defer { file.remove() }
      _ = Session([
        "--law", "lse-*", "--cases", "3", "--jobs", "\(jobs)", "--report", file.path,
      ])
      return try Report(file).results.map { result in
        var result = result
        result["seconds"] = nil
        let data = try JSONSerialization.data(withJSONObject: result, options: .sortedKeys)
        return String(decoding: data, as: UTF8.self)
      }
    }
    let isSame = try results(jobs: 3) == results(jobs: 1)
    #expect(isSame)
  }

  @Test func `have a process each`() throws {
    let arguments = ["--law", "softmax-*", "--cases", "3", "--format", "binary64"]
    let program = try Adapter.command("textbook_adapter.py")
    let one = lines(arguments, program, jobs: 1)
    #expect(one.count > 10)
    let isSame = lines(arguments, program, jobs: 3) == one
    #expect(isSame)
  }

  @Test func `use up one budget, at the same result however many there are`() throws {
    let arguments = ["--law", "*softmax*", "--cases", "2", "--format", "binary32"]
    let program = try Adapter.command("hostile_subject.py") + ["exits"]
    let one = lines(arguments, program, jobs: 1)
    let refusals = one.filter { $0.contains("the restart budget of 20 is used up") }
    let losses = one.filter { $0.contains("ended with exit status 7") }
    #expect(losses.count == Jobs.restarts + 1)
    #expect(refusals.count > 3)
    let isSame = lines(arguments, program, jobs: 2) == one
    #expect(isSame)
  }

  @Test func `end at an interruption`() throws {
    let interruption = Interruption()
    let session = Session(
      ["--cases", "2", "--format", "binary32", "--jobs", "3"], interruption: interruption
    ) { text in
      if text.hasPrefix("softmax-oracle ") { interruption.note(SIGINT) }
    }
    #expect(session.status == .interrupted)
    #expect(session.output.contains("\n1 hold · 2 cases"))
  }
}
