import FixtureSupport
import Foundation
import Testing

@testable import softmax_laws

/// The program itself, as one process among others, in the midst of a conversation.
@Suite("A signal", .waiting) struct InterruptionOfProgramsTests {
  private static let first = ["--law", "softmax-permutation", "--cases", "2"]
  private static let precious = "written down before\n"

  /// A run of `softmax-laws` with a program that says by a named pipe where it is, and holds it open.
  private final class Run {
    let report = TemporaryFile(".jsonl")
    let baseline: TemporaryFile
    private let pipe = TemporaryFile("")
    private let process = Process()
    private let reading: Int32

    /// Starts the program, by a shell that runs a line first.
    init(_ fault: String, _ laws: [String], after line: String = ":") throws {
      baseline = try TemporaryFile(".json", containing: InterruptionOfProgramsTests.precious)
      guard mkfifo(pipe.path, 0o600) == 0 else { throw Problem(description: "no named pipe") }
      reading = open(pipe.path, O_RDONLY | O_NONBLOCK)
      let program = try Adapter.command("hostile_subject.py") + [fault, pipe.path]
      process.executableURL = URL(filePath: "/bin/sh")
      let options = ["record", "--baseline", baseline.path, "--report", report.path]
      process.arguments =
        ["-c", line + #"; exec "$@""#, "sh", OwnProgram.path] + options + laws + ["--"] + program
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
    }

    deinit {
      close(reading)
      [report, baseline, pipe].forEach { $0.remove() }
    }

    /// Waits until the program says that it has come to where it stays.
    func waitForProgram() -> Bool { waits(for: Int16(POLLIN)) && read(reading, &word, 4) == 4 }

    /// Waits until nothing is left of the program, which holds the pipe as long as it lives.
    func waitForEndOfProgram() -> Bool { waits(for: Int16(POLLHUP)) }

    private var word = [UInt8](repeating: 0, count: 4)

    private func waits(for event: Int16) -> Bool {
      var descriptor = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
      return poll(&descriptor, 1, 60_000) == 1 && descriptor.revents & event != 0
    }

    func send(_ signals: Int32...) {
      for signal in signals { kill(process.processIdentifier, signal) }
    }

    /// The exit status, when the run has ended.
    func status() -> Int32 {
      process.waitUntilExit()
      return process.terminationReason == .exit ? process.terminationStatus : -1
    }

    /// What the baseline holds that the run was to write.
    func baselineText() throws -> String {
      try String(contentsOf: URL(filePath: baseline.path), encoding: .utf8)
    }
  }

  @Test(arguments: [
    (SIGHUP, 129 as Int32, "SIGHUP"), (SIGINT, 130, "SIGINT"), (SIGTERM, 143, "SIGTERM"),
  ])
  func `ends a run in the midst of a call`(signal: Int32, status: Int32, name: String) throws {
    let run = try Run("waits at NaN", Self.first + ["--law", "softmax-nan"])
    try #require(run.waitForProgram())
    run.send(signal)
    #expect(run.status() == status)
    #expect(run.waitForEndOfProgram())
    let report = try Report(run.report)
    #expect(report.results.compactMap { $0["law"] as? String } == ["softmax-permutation"])
    #expect(report.verdicts == ["holds"])
    let end = try #require(report.lines.last?["interrupted"] as? [String: Any])
    #expect(end["signal"] as? String == name)
    #expect(try run.baselineText() == Self.precious)
  }

  @Test func `of a closed terminal is nothing to what is to outlive it`() throws {
    let run = try Run("waits at NaN", Self.first + ["--law", "softmax-nan"], after: "trap '' HUP")
    try #require(run.waitForProgram())
    run.send(SIGHUP, SIGTERM)
    #expect(run.status() == 143)
    let end = try #require(try Report(run.report).lines.last?["interrupted"] as? [String: Any])
    #expect(end["signal"] as? String == "SIGTERM")
  }

  @Test func `that is the second ends it at once, though the program is deaf`() throws {
    let run = try Run("waits at its end", Self.first)
    try #require(run.waitForProgram())
    run.send(SIGINT, SIGTERM)
    #expect([130, 143].contains(run.status()))
    #expect(run.waitForEndOfProgram())
    #expect(try Report(run.report).verdicts == ["holds"])
  }
}
