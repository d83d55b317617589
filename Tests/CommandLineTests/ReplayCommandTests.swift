import Testing

@testable import softmax_laws

@Suite("A replay")
struct ReplayCommandTests {
  /// A check that the naive formulas fail, for all the tests here.
  private static let check = Session(
    "check", "--implementation", "naive", "--law", "softmax-sum-one", "--format", "binary32")

  @Test func `shows the failure that a check has shown`() throws {
    let check = Self.check
    let command = try #require(check.detail("replay"))
    let words = command.split(separator: " ").map(String.init)
    #expect(words.first == "softmax-laws")
    let replay = Session(Array(words.dropFirst()))
    #expect(replay.status == .falsified)
    #expect(replay.detail("verdict") == "fails")
    let details = check.lines.filter { $0.hasPrefix("    ") }
    #expect(details.count > 4)
    #expect(
      replay.lines.filter { $0.hasPrefix("    ") && !$0.hasPrefix("    regimes") }.dropLast()
        == details[...])
  }

  @Test func `shows a case that holds too`() throws {
    let session = Session("replay", try token())
    #expect(session.status == .success)
    #expect(session.detail("verdict") == "holds")
    #expect(session.lines[0].hasPrefix("softmax-sum-one in binary32  "))
  }

  @Test func `of a program says what it did`() throws {
    let program = try Adapter.hostile("crashes")
    let session = Session(["replay", try token(), "--"] + program)
    #expect(session.status == .implementationFailed)
    #expect(session.detail("verdict") == "crashed")
    #expect(session.detail("because")?.contains("'out of luck'") == true)
    #expect(session.lines.last == "    | out of luck")
  }

  @Test func `of what is not offered checks nothing`() throws {
    let program = try Adapter.command("textbook_adapter.py")
    let session = Session(["replay", try token(), "--"] + program)
    #expect(session.status == .nothingChecked)
  }

  @Test(arguments: [
    ("nosuch", "replay token 'nosuch' has no label, which ends with a colon"),
    (
      "softmax-sum-one:binary32:00",
      "replay token 'softmax-sum-one:binary32:00' has no checksum, "
        + "which begins with a dash"
    ),
    ("::00-FM", "replay token '::00-FM' names no law"),
    ("softmax-sum-one:00-9B", "replay token 'softmax-sum-one:00-9B' names no format"),
  ])
  func `names a token that is of no use`(token: String, message: String) {
    let session = Session("replay", token)
    #expect(session.status == .usage)
    #expect(session.errors == "softmax-laws: \(message)\n")
  }

  @Test func `names a token that is damaged`() throws {
    let token = try token()
    let damaged = token.dropLast() + (token.hasSuffix("0") ? "1" : "0")
    let session = Session("replay", String(damaged))
    #expect(session.status == .usage)
    #expect(session.errors.hasPrefix("softmax-laws: replay token '\(damaged)' is damaged: "))
  }

  /// The token of a case that the naive formulas fail.
  private func token() throws -> String {
    let words = try #require(Self.check.detail("replay")).split(separator: " ")
    return String(try #require(words.dropFirst(2).first))
  }
}
