import FixtureSupport
import Foundation
import Testing

@testable import ProcessBridge

@Suite("A started program", .waiting)
struct SpawnTests {
  @Test func `is the leader of a process group of its own`() throws {
    let child = try ChildProcess(["cat"], closing: .seconds(2))
    #expect(getpgid(child.id) == child.id)
    #expect(getpgid(child.id) != getpgrp())
  }

  @Test func `dies of a broken pipe although this process does not`() throws {
    var child = try ChildProcess(["sh", "-c", "kill -PIPE $$; exit 5"], closing: .seconds(2))
    var log = BoundedText(capacity: 80)
    #expect(child.waitForEnd(within: .seconds(60), log: &log))
    #expect(child.finish() == .signalled(SIGPIPE))
  }

  @Test func `cannot be one that does not exist or must not run`() {
    #expect(throws: SystemError(code: ENOENT)) {
      _ = try ChildProcess(["no-such-program"], closing: .zero)
    }
    #expect(throws: SystemError(code: EACCES)) {
      _ = try ChildProcess(["/dev/null"], closing: .zero)
    }
  }

  @Test(arguments: [
    (0x0000 as Int32, "exit status 0"), (0x0300, "exit status 3"), (0x000b, "segmentation fault"),
    (0x0086, "abort"),
  ])
  func `ends with a status in words`(status: Int32, words: String) {
    #expect(ExitStatus(waitStatus: status).description.hasPrefix(words))
  }
}
