import Arithmetic
import FixtureSupport
import ProcessBridge
import SoftmaxFamily
import Testing

@Suite("A conversation about raw numbers", .waiting)
struct ConnectionRawTests {
  /// What a program makes of numbers in binary32.
  private func answers(
    to numbers: [Float], by program: ProcessImplementation
  ) throws(CallFailure) -> [Float] {
    let room = UnsafeMutableBufferPointer<Float>.allocate(capacity: 2 * numbers.count)
    defer { room.deallocate() }
    room.initialize(repeating: 0)
    let asked = UnsafeMutableBufferPointer(rebasing: room[..<numbers.count])
    for (index, number) in numbers.enumerated() { asked[index] = number }
    let call = ArrayCall(
      .softmax, in: .binary32, rows: numbers.count / 2,
      [.init(shape: [2], values: UnsafeBufferPointer(asked))])
    let answers = UnsafeMutableBufferPointer(rebasing: room[numbers.count...])
    let wide = try program.implementation.evaluate(call, into: answers)
    return wide.map { $0.map { Float($0) } } ?? Array(answers)
  }

  private func failure(
    _ fault: String, mark: TemporaryFile? = nil
  ) throws -> (failure: CallFailure?, program: ProcessImplementation) {
    let program = try HostileProgram.start(
      fault, mark: mark, limits: Limits(call: .milliseconds(300)), takesRawNumbers: true)
    let result = Result { () throws(CallFailure) in try answers(to: [1, 2], by: program) }
    guard case .failure(let failure) = result else { return (nil, program) }
    return (failure, program)
  }

  @Test func `gives every bit back`() throws {
    let program = try HostileProgram.start("none", takesRawNumbers: true)
    defer { program.close() }
    let numbers: [Float] = [
      1, -0.0, .leastNonzeroMagnitude, -.greatestFiniteMagnitude, .infinity,
      Float(bitPattern: 0x7f80_0001), Float(bitPattern: 0xffc1_2345), .pi,
    ]
    // The second call is longer, the third shorter.
    for part in [numbers[..<4], numbers[...], numbers[2..<4]] {
      let answers = try answers(to: Array(part), by: program)
      #expect(answers.map(\.bitPattern) == part.map(\.bitPattern))
    }
    #expect(try answers(to: [], by: program).isEmpty)
  }

  @Test func `is one in text where the program takes no others`() throws {
    let program = try HostileProgram.start("none")
    defer { program.close() }
    #expect(program.implementation.arrays == nil)
    #expect(try answers(to: [1, -0.5], by: program) == [1, -0.5])
  }

  @Test(arguments: [
    ("forgets a number", "the answer to raw numbers has others than were asked for"),
    ("changes the shape", "the answer to raw numbers has others than were asked for"),
    ("says digits", "a wrong type of 'raw'"),
    ("mistakes the id", "was never made"),
    ("cuts its numbers short", "the numbers cannot be read"),
  ])
  func `ends where the program breaks it`(fault: String, words: String) throws {
    let mark = TemporaryFile()
    defer { mark.remove() }
    let (failure, program) = try failure(fault, mark: mark)
    defer { program.close() }
    guard case .brokeProtocol(let reason) = failure else {
      Issue.record("\(fault): \(String(describing: failure))")
      return
    }
    #expect(reason.contains(words), "\(reason)")
    // It goes on with another process, and with another file.
    #expect(try answers(to: [3, 4], by: program) == [3, 4])
  }

  @Test func `outlives a crash and a hang`() throws {
    for fault in ["crashes", "hangs"] {
      let mark = TemporaryFile()
      defer { mark.remove() }
      let (found, program) = try self.failure(fault, mark: mark)
      defer { program.close() }
      switch found {
      case .crashed(let reason): #expect(fault == "crashes" && reason.contains("signal 9"))
      default: #expect(found == .hung("no answer within 0.3 s") && fault == "hangs")
      }
      #expect(try answers(to: [3, 4], by: program) == [3, 4])
    }
  }

  @Test func `loses no process where a call is rejected`() throws {
    let mark = TemporaryFile()
    defer { mark.remove() }
    let (failure, program) = try failure("rejects raw numbers", mark: mark)
    defer { program.close() }
    #expect(failure == .rejected("out of luck"))
    let process = program.process
    #expect(try answers(to: [3, 4], by: program) == [3, 4])
    #expect(program.process == process)
  }
}
