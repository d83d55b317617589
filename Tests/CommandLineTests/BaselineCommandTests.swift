import Foundation
import Testing

@testable import softmax_laws

@Suite("A recorded baseline")
struct BaselineCommandTests {
  private let options = ["--law", "softmax-sum-one", "--format", "binary32", "--cases", "20"]

  @Test func `is compared with what there is now`() throws {
    let file = TemporaryFile(".json")
    defer { file.remove() }
    let record = Session(["record", "--baseline", file.path] + options)
    #expect(record.status == .success)
    #expect(record.lines.last?.hasPrefix("recorded in ") == true)
    let text = try String(contentsOfFile: file.path, encoding: .utf8)
    #expect(text.contains(#""law":"softmax-sum-one""#))
    let same = Session(["check", "--baseline", file.path] + options)
    #expect(same.status == .success && !same.output.contains("worse"))
    let worse = text.replacing(/"ratio":0\.\d+/, with: "\"ratio\":1e-9")
    try Data(worse.utf8).write(to: URL(filePath: file.path))
    let session = Session(["check", "--quiet", "--baseline", file.path] + options)
    #expect(session.status == .falsified)
    #expect(session.output.contains("worse     softmax-sum-one in binary32  was "))
    #expect(session.detail("replay")?.hasPrefix("softmax-laws replay softmax-sum-one:") == true)
  }

  @Test func `of another implementation, or that is damaged, is refused`() throws {
    let file = TemporaryFile(".json")
    defer { file.remove() }
    #expect(Session(["record", "--baseline", file.path] + options).status == .success)
    let other = Session(["--baseline", file.path, "--implementation", "naive"] + options)
    #expect(other.status == .badData)
    #expect(
      other.errors
        == "softmax-laws: baseline '\(file.path)', line 5: is of 'textbook', not of 'naive'\n")
    #expect(other.output == "")
    try Data("{\n\"suite\": 1}".utf8).write(to: URL(filePath: file.path))
    let damaged = Session(["--baseline", file.path] + options)
    #expect(damaged.status == .badData)
    #expect(damaged.errors.hasPrefix("softmax-laws: baseline '\(file.path)', line 1: there is no "))
  }

  @Test func `needs a file`() {
    let session = Session("record", "--cases", "2")
    #expect(session.status == .usage)
    #expect(session.errors.contains("'record' needs '--baseline FILE'"))
  }
}
