import FixtureSupport
import Foundation
import Testing

@testable import softmax_laws

@Suite("A check of a C library", .waiting)
struct CheckOfLibrariesTests {
  private func check(_ path: String, _ laws: String..., more: [String] = []) -> Session {
    let selection = laws.flatMap { ["--law", $0] }
    return Session(["check", "--library", path, "--cases", "3"] + selection + more)
  }

  @Test func `holds for the example, which offers what it computes`() throws {
    let library = try Compiler.library("example_library.c")
    let session = check(library, "softmax-sum-one", "softplus-oracle", "entropy-oracle")
    #expect(session.status == .success)
    #expect(session.lines[0].hasPrefix("example 1.0 c · "))
    #expect(session.lines[1].hasPrefix("claims summation sequential, algorithm shiftDiv"))
    #expect(session.output.contains("\n4 hold, 2 not offered · "))
  }

  @Test func `replays a case`() throws {
    let library = try Compiler.library(
      "hostile_library.c", #"-DHELLO="{\"operations\":{\"sigmoidDerivative\":[\"binary64\"]}}""#)
    let session = check(library, "sigmoid-derivative")
    #expect(session.status == .falsified)
    let replay = try #require(session.detail("replay"))
    #expect(replay.hasSuffix(" --library \(library)"))
    let token = try #require(replay.split(separator: " ").dropFirst(2).first)
    let again = Session(["replay", String(token), "--library", library])
    #expect(again.status == .falsified)
    #expect(again.detail("got") == "nan")
  }

  /// The laws of the operations that have a fault, the verdict, and what is said of it.
  private static let faults = [
    ("lse-oracle", "crashed", "the program ended with segmentation fault (signal 11)"),
    ("logsoftmax-oracle", "crashed", "the program ended with abort (signal 6)"),
    ("entropy-oracle", "protocol", "softmax_laws_eval returned 0 where 1 numbers were expected"),
    ("sigmoid-oracle", "hung", "no answer within 0.2 s"),
    (
      "logit-oracle", "protocol",
      "softmax_laws_eval returned 2147483647 where 1 numbers were expected"
    ),
    ("softplus-oracle", "protocol", "softmax_laws_eval wrote beyond the end of the result"),
    ("logsigmoid-oracle", "crashed", "the program ended with segmentation fault (signal 11)"),
    ("softplus-derivative", "crashed", "the program ended with exit status 0"),
  ]

  /// What the hostile library says of itself, so that it is asked for little else.
  private static var hello: String {
    let operations = [
      "softmax", "logSumExp", "logSoftmax", "entropy", "sigmoid", "logit", "softplus",
      "logSigmoid", "softplusDerivative",
    ].map { #""\#($0)":["binary32"]"# }.joined(separator: ",")
    let text = #"{"operations":{\#(operations)}}"#
    return "-DHELLO=\"" + text.replacing("\"", with: "\\\"") + "\""
  }

  @Test func `goes on where it breaks down`() throws {
    let library = try Compiler.library("hostile_library.c", Self.hello)
    let report = TemporaryFile(".jsonl")
    defer { report.remove() }
    let laws = ["softmax-sum-one"] + Self.faults.map(\.0)
    let session = Session(
      ["check", "--library", library, "--cases", "3", "--time-limit", "0.2", "--report"]
        + [report.path] + laws.flatMap { ["--law", $0] })
    #expect(session.status == .implementationFailed)
    #expect(session.lines.contains { $0.hasPrefix("softmax-sum-one ") && $0.contains("✔") })
    let results = try Report(report).results
    for (law, verdict, message) in Self.faults {
      let result = results.first { $0["law"] as? String == law }
      #expect(result?["verdict"] as? String == verdict, "\(law)")
      #expect((result?["message"] as? String)?.hasPrefix(message) == true, "\(law)")
    }
    #expect(session.output.contains("\n    | to standard output\n"), "is in its log")
  }

  @Test(arguments: [
    ([#"-DHELLO="{\"operations\":{\"softmax\":[\"binary32\"]}}""#], ""),
    (["-DHELLO=\"rubbish\""], "returns no JSON object: 'rubbish'"),
    (
      ["-DHELLO=\"{\\\"claims\\\":{\\\"monotone\\\":3}}\""],
      "the claim 'monotone' is 3, not true or false"
    ),
  ])
  func `ends in one line where its hello is wrong`(options: [String], message: String) throws {
    let library = try Compiler.library("hostile_library.c", options[0])
    let session = check(library, "softmax-sum-one", more: ["--format", "binary32"])
    #expect(session.status == (message.isEmpty ? .success : .implementationFailed))
    #expect(
      session.errors
        == (message.isEmpty
          ? "" : "softmax-laws: 'softmax_laws_hello' of the library '\(library)': \(message)\n"))
  }

  @Test func `ends in one line where it is none`() throws {
    let missing = check("/nowhere/lib.so", "softmax-sum-one")
    #expect(missing.status == .implementationFailed)
    #expect(
      missing.errors.hasPrefix("softmax-laws: cannot load the library '/nowhere/lib.so': "))
    let text = Adapter.folder.appending(path: "README.md").path()
    #expect(
      check(text, "softmax-sum-one").errors.hasPrefix(
        "softmax-laws: cannot load the library '\(text)': "))
    let other = try Compiler.library("hostile_library.c", "-Dsoftmax_laws_eval=something_else")
    #expect(
      check(other, "softmax-sum-one").errors
        == "softmax-laws: the library '\(other)' has no symbol 'softmax_laws_eval'\n")
    #expect(
      check(try Compiler.library("hostile_library.c", "-DDIES_AT_START"), "softmax-sum-one").errors
        .contains(" ended with abort (signal 6), before its hello\n"))
  }
}
