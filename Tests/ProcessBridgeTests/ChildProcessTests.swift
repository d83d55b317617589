import FixtureSupport
import Foundation
import Testing

@testable import ProcessBridge

@Suite("A child process", .waiting)
struct ChildProcessTests {
  private static let later = ContinuousClock.now + .seconds(60)

  /// The message that a shell script answers a request with, or why there is none.
  private func message(_ script: String, request: [UInt8] = []) throws -> String {
    var child = try ChildProcess(["sh", "-c", script], closing: .milliseconds(100))
    var log = BoundedText(capacity: 80)
    _ = child.post(request)
    let line = try child.message(noLongerThan: 100, until: Self.later, log: &log)
    return String(decoding: line, as: UTF8.self)
  }

  @Test func `answers what it reads`() throws {
    let script = #"read line; echo "@softmax-laws $line"; read line"#
    #expect(try message(script, request: Array("hello\n".utf8)) == "hello")
  }

  @Test func `is heard though it has ended`() throws {
    #expect(try message("echo @softmax-laws bye") == "bye")
  }

  @Test func `need not read what it is sent`() throws {
    let request = [UInt8](repeating: 0x20, count: 1 << 20)
    #expect(try message("exec <&-; echo @softmax-laws no; read line", request: request) == "no")
  }

  @Test func `may leave programs behind that hold its pipes`() throws {
    #expect(throws: Breakdown.ended("ended with exit status 3")) {
      try message("sleep 1000 & exit 3")
    }
  }

  @Test func `ends by a signal in words`() throws {
    #expect(throws: Breakdown.ended("ended with termination (signal 15)")) {
      try message("kill -TERM $$; read line")
    }
  }

  @Test(arguments: [0, 1 << 20])
  func `has until the deadline, whether it reads or not`(size: Int) throws {
    var child = try ChildProcess(["sleep", "1000"], closing: .zero)
    var log = BoundedText(capacity: 80)
    let request = [UInt8](repeating: 0x20, count: size)
    var error: Breakdown?
    do {
      _ = child.post(request)
      _ = try child.message(noLongerThan: 100, until: .now + .milliseconds(100), log: &log)
    } catch let breakdown {
      error = breakdown
    }
    #expect(error == .silent)
  }
}
