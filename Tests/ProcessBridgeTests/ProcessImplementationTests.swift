import Arithmetic
import FixtureSupport
import Foundation
import ProcessBridge
import SoftmaxFamily
import Testing

@Suite("A program behind the process protocol", .waiting)
struct ProcessImplementationTests {
  @Test func `is an implementation with the name, claims and operations of its hello`() throws {
    let program = try ProcessImplementation(
      command: HostileProgram.adapter("textbook_adapter.py"))
    defer { program.close() }
    let textbook = program.implementation
    #expect(textbook.name == "textbook")
    #expect(textbook.language == "python")
    #expect(textbook.claims.sigmoid == .twoBranch)
    #expect(textbook.claims.subnormals == .gradual)
    #expect(textbook.operations[.softmax] == [.binary64])
    #expect(textbook.operations[.entropy] == nil)
    #expect(program.otherOperations.isEmpty)
  }

  @Test func `answers calls of any number of rows`() throws {
    let program = try ProcessImplementation(
      command: HostileProgram.adapter("textbook_adapter.py"))
    defer { program.close() }
    let call = Call(
      .scaledSoftmax, in: .binary64, rows: 2,
      [.init(shape: [2], values: [3, 3, 0, 0]), .init(shape: [], values: [2, -1])])
    let reply = try program.implementation.evaluate(call)
    #expect(reply == Reply(shape: [2], values: [0.5, 0.5, 0.5, 0.5]))
  }

  @Test func `rejects rows one by one`() throws {
    let program = try ProcessImplementation(
      command: HostileProgram.adapter("textbook_adapter.py"))
    defer { program.close() }
    let call = Call(
      .logSumExp, in: .binary64, rows: 3,
      [.init(shape: [2], values: [0, -.infinity, -.infinity, -.infinity, 7, -.infinity])])
    let empty = Call(.softmax, in: .binary64, rows: 2, [.init(shape: [0], values: [])])
    #expect(try program.implementation.evaluate(call).rejected == [:])
    #expect(
      try program.implementation.evaluate(empty).rejected
        == [0: "max() arg is an empty sequence", 1: "max() arg is an empty sequence"])
  }

  @Test func `gives numbers back bit by bit`() throws {
    let program = try HostileProgram.start("none")
    defer { program.close() }
    let reply = try program.implementation.evaluate(HostileProgram.call)
    #expect(
      reply.values.map(\.bitPattern) == HostileProgram.call.arguments[0].values.map(\.bitPattern))
  }

  @Test func `may print what it likes`() throws {
    let program = try HostileProgram.start("is noisy")
    defer { program.close() }
    #expect(HostileProgram.failure(by: program) == nil)
    #expect(program.log.hasSuffix("computing softmax\n@softmax-lawyers\n"))
  }

  @Test func `may write more to standard error than a pipe holds`() throws {
    let program = try HostileProgram.start("floods standard error")
    defer { program.close() }
    #expect(HostileProgram.failure(by: program) == nil)
    #expect(program.log.utf8.count == 1 << 16)
  }

  @Test func `is gone after it was closed, and so is what it started`() throws {
    let fifo = TemporaryFile()
    defer { fifo.remove() }
    #expect(mkfifo(fifo.path, 0o600) == 0)
    let reading = open(fifo.path, O_RDONLY | O_NONBLOCK)
    defer { close(reading) }
    let program = try HostileProgram.start("leaves a child", mark: fifo)
    let process = try #require(program.process)
    #expect(isRunning(process))
    program.close()
    #expect(!isRunning(process))
    var event = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
    #expect(poll(&event, 1, 10_000) == 1)
    #expect(event.revents & Int16(POLLHUP) != 0)
  }

  @Test func `is gone when nobody refers to it any more`() throws {
    var program: ProcessImplementation? = try HostileProgram.start("none")
    let process = try #require(program?.process)
    program = nil
    #expect(!isRunning(process))
  }

  @Test func `is killed if it ignores everything else`() throws {
    let program = try HostileProgram.start(
      "ignores signals", limits: Limits(closing: .milliseconds(300)))
    let process = try #require(program.process)
    program.close()
    #expect(program.log.hasSuffix("deaf\n"))
    #expect(!isRunning(process))
  }

  @Test func `answers nothing after it was closed`() throws {
    let program = try HostileProgram.start("none")
    program.close()
    program.close()
    #expect(HostileProgram.failure(by: program) == .crashed("the program was told to end"))
  }

  @Test(.exiting) func `leaves no descriptor open`() async {
    await #expect(processExitsWith: .success) {
      func descriptors() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/dev/fd").count
      }
      try HostileProgram.start("none").close()
      let before = try descriptors()
      for fault in ["none", "exits", "crashes", "answers too much", "closes its output"] {
        let program = try HostileProgram.start(
          fault, limits: Limits(closing: .milliseconds(100)))
        _ = HostileProgram.failure(by: program)
        program.close()
      }
      _ = HostileProgram.startError(["no-such-program"])
      exit(try descriptors() == before ? EXIT_SUCCESS : EXIT_FAILURE)
    }
  }
}
