import Arithmetic
import FixtureSupport
import Foundation
import ProcessBridge
import SoftmaxFamily
import Testing

@Suite("A conversation with a program", .waiting)
struct ConnectionTests {
  // MARK: - The start

  @Test func `does not begin without a program`() {
    #expect(HostileProgram.startError([])?.description == "no command was given")
    #expect(
      HostileProgram.startError(["no-such-program", "-v"])?.description
        == "cannot start 'no-such-program': no such file or directory")
  }

  @Test func `does not begin with a program that ends at once`() throws {
    let command = ["sh", "-c", "echo cannot load the library >&2; exit 3"]
    #expect(
      HostileProgram.startError(command)?.description
        == "'sh -c echo cannot load the library >&2; exit 3' ended with exit status 3, "
        + "its last words 'cannot load the library', before its hello")
  }

  @Test func `does not begin with half a line`() throws {
    let command = ["sh", "-c", #"printf '@softmax-laws {"hel'"#]
    let error = try #require(HostileProgram.startError(command))
    #expect(
      error.description.hasSuffix(
        "ended in the middle of a line with exit status 0, before its hello"))
  }

  @Test func `does not begin with a silent program`() {
    let error = HostileProgram.startError(
      ["sleep", "1000"], limits: Limits(startUp: .milliseconds(300)))
    #expect(error?.description == "'sleep 1000' was silent for 0.3 s, before its hello")
  }

  @Test func `does not begin with a program that talks of other things without end`() {
    let error = HostileProgram.startError(
      ["yes"], limits: Limits(startUp: .milliseconds(300)))
    #expect(error?.description == "'yes' was silent for 0.3 s, before its hello")
  }

  @Test func `does not begin with another protocol`() {
    let command = ["sh", "-c", #"echo '@softmax-laws {"hello":{"protocol":2}}'; read bye"#]
    #expect(
      HostileProgram.startError(command)?.description == "the hello is of protocol 2, not 1")
  }

  @Test func `does not begin with a hello of any length`() throws {
    let error = HostileProgram.startError(
      HostileProgram.adapter("hostile_adapter.py", "says an endless hello"))
    #expect(
      error?.description == "the protocol is broken at its hello: a line is longer than "
        + "1048576 bytes, more than the answer can need")
  }

  @Test func `does not begin with damaged bits`() {
    #expect(
      HostileProgram.startError(HostileProgram.adapter("hostile_adapter.py", "quiets NaNs"))?
        .description == "the echo of binary32 turns 7f800001 into '7fc00001'")
  }

  @Test func `does not begin without an echo`() {
    #expect(
      HostileProgram.startError(HostileProgram.adapter("hostile_adapter.py", "refuses the echo"))?
        .description
        == "the protocol is broken at the echo of binary32: no 'bits' but 'what is an echo?'")
  }

  // MARK: - A call

  /// What comes of the first call of a program with a fault that a second process lacks.
  private func failureBeforeRestart(_ fault: String) throws -> CallFailure? {
    let mark = TemporaryFile()
    defer { mark.remove() }
    let program = try HostileProgram.start(fault, mark: mark)
    defer { program.close() }
    let first = try #require(program.process)
    let failure = HostileProgram.failure(by: program)
    #expect(!isRunning(first))
    #expect(HostileProgram.failure(by: program) == nil, "a new process answers")
    #expect(program.process != first)
    return failure
  }

  @Test func `survives a crash`() throws {
    #expect(
      try failureBeforeRestart("crashes")
        == .crashed("the program ended with kill (signal 9), its last words 'out of luck'"))
  }

  @Test func `survives the end of the program`() throws {
    let failure = try failureBeforeRestart("exits")
    guard case .crashed(let reason) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(reason.hasPrefix("the program ended with exit status 7, its last words 'process "))
  }

  @Test func `survives a lost output`() throws {
    let mark = TemporaryFile()
    defer { mark.remove() }
    let program = try HostileProgram.start(
      "closes its output", mark: mark, limits: Limits(closing: .milliseconds(100)))
    defer { program.close() }
    #expect(
      HostileProgram.failure(by: program)
        == .brokeProtocol("the program closed its standard output and did not end"))
    #expect(HostileProgram.failure(by: program) == nil)
  }

  @Test func `survives a wrong id`() throws {
    #expect(
      try failureBeforeRestart("mistakes the id")
        == .brokeProtocol("request 1002 was never made"))
  }

  @Test func `survives two answers at once`() throws {
    #expect(
      try failureBeforeRestart("answers twice at once")
        == .brokeProtocol("request 2 is answered twice"))
  }

  @Test func `notices a second answer at the next call at the latest`() throws {
    let mark = TemporaryFile()
    defer { mark.remove() }
    let program = try HostileProgram.start("answers twice", mark: mark)
    defer { program.close() }
    let failures = [
      HostileProgram.failure(by: program), HostileProgram.failure(by: program),
    ]
    #expect(failures.contains(.brokeProtocol("request 2 is answered twice")))
    #expect(HostileProgram.failure(by: program) == nil)
  }

  @Test func `survives a line that is too long`() throws {
    #expect(
      try failureBeforeRestart("answers too much")
        == .brokeProtocol("a line is longer than 66112 bytes, more than the answer can need"))
  }

  @Test func `survives digits that are none`() throws {
    #expect(
      try failureBeforeRestart("damages digits")
        == .brokeProtocol("digit 1 of the bits is no lower-case hexadecimal: 'F800'"))
  }

  @Test func `goes on with the same process after a malformed answer`() throws {
    let mark = TemporaryFile()
    defer { mark.remove() }
    let program = try HostileProgram.start("forgets a number", mark: mark)
    defer { program.close() }
    let process = program.process
    #expect(
      HostileProgram.failure(by: program)
        == .malformed("softmax returned 3 numbers where 4 were expected"))
    #expect(HostileProgram.failure(by: program) == nil)
    #expect(program.process == process)
  }

  @Test(arguments: ["hangs", "floods its log"])
  func `gives up a call that takes too long`(fault: String) throws {
    let program = try HostileProgram.start(fault, limits: Limits(call: .milliseconds(300)))
    defer { program.close() }
    let process = try #require(program.process)
    let failure = HostileProgram.failure(by: program)
    #expect(failure == .hung("no answer within 0.3 s"))
    #expect(!isRunning(process))
  }

  // MARK: - Restarts

  @Test func `is taken up again as often as the budget allows`() throws {
    let program = try HostileProgram.start("crashes", limits: Limits(restarts: 2))
    defer { program.close() }
    let failures = (0..<5).map { _ in HostileProgram.failure(by: program) }
    let crash = CallFailure.crashed(
      "the program ended with kill (signal 9), its last words 'out of luck'")
    let refusal = CallFailure.crashed("the restart budget of 2 is used up")
    #expect(failures == [crash, crash, crash, refusal, refusal])
  }

  @Test func `is not taken up again with another program`() throws {
    let mark = TemporaryFile()
    defer { mark.remove() }
    let program = try HostileProgram.start("changes its name", mark: mark)
    defer { program.close() }
    let deadly = Call(.softmax, in: .binary32, [.init(shape: [1], values: [-.infinity])])
    #expect(HostileProgram.failure(of: deadly, by: program) != nil)
    #expect(
      HostileProgram.failure(by: program)
        == .brokeProtocol("started again, the program says another hello"))
  }

  @Test func `tells why it is not taken up again`() throws {
    let mark = TemporaryFile()
    defer { mark.remove() }
    let script = """
      if [ -e \(mark.path) ]; then echo broken >&2; exit 4; fi
      touch \(mark.path)
      exec \(Python.command) \(HostileProgram.adapters.path())/hostile_adapter.py exits
      """
    let program = try ProcessImplementation(command: ["sh", "-c", script])
    defer { program.close() }
    #expect(HostileProgram.failure(by: program) != nil)
    guard case .crashed(let reason) = HostileProgram.failure(by: program) else {
      Issue.record("a program that cannot be started again has crashed")
      return
    }
    #expect(reason.hasPrefix("started again, 'sh -c if [ -e "))
    #expect(reason.hasSuffix("ended with exit status 4, its last words 'broken', before its hello"))
  }
}
