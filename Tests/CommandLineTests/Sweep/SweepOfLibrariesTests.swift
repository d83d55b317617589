import Arithmetic
import Conformance
import FixtureSupport
import Foundation
import ProcessBridge
import SoftmaxFamily
import Testing

@testable import softmax_laws

@Suite("A sweep of a C library", .waiting)
struct SweepOfLibrariesTests {
  private static func sweep(_ fault: String?, _ more: String...) throws -> Session {
    let options = fault.map { ["-D" + $0] } ?? []
    let library =
      options.isEmpty
      ? try Compiler.library("sweep_library.c")
      : try Compiler.library("sweep_library.c", options[0])
    return Session(["sweep", "sigmoid", "--library", library, "--format", "bfloat16"] + more)
  }

  /// The lines of a result without its time.
  private static func findings(_ session: Session) -> [String] {
    session.lines.dropFirst(2).filter { !$0.hasPrefix("    time ") }
  }

  @Test func `finds what a sweep of the same library in this process does`() throws {
    let session = try Self.sweep(nil, "--jobs", "2")
    #expect(session.status == .success)
    #expect(session.output.contains("✔ holds  sigmoid in bfloat16  all 65,536 inputs\n"))
    let library = try CLibrary(path: try Compiler.library("sweep_library.c"))
    let sweep = Sweep(.sigmoid, in: .bfloat16, of: library.implementation)
    let result = SweepResult(sweep, sweep.run(jobs: 2), seconds: 0)
    let printed = Transcript()
    let terminal = Terminal(output: printed.append, errors: printed.append, showsProgress: false)
    SweepText(terminal, isQuiet: false).print(result)
    let lines = printed.text.split(separator: "\n").map(String.init)
    #expect(Self.findings(session) == lines.filter { !$0.hasPrefix("    time ") })
    #expect(result.tally.inputs == 65_536)
  }

  @Test func `asks in binary32 what is asked in text`() throws {
    let library = try Compiler.library("sweep_library.c")
    let program = try ProcessImplementation(
      command: [OwnProgram.path, "serve", "--library", library, "--raw"], takesRawNumbers: true)
    defer { program.close() }
    let numbers: [Float] = (0..<300).map { Float(bitPattern: $0 &* 0x0dab_cdef) } + [.nan, -0.0]
    let raw = try answers(to: numbers, by: program.implementation)
    let text = try answers(to: numbers, by: program.implementation.answeringArrays(by: nil))
    let own = try answers(
      to: numbers, by: try CLibrary(path: library).implementation)
    #expect(program.implementation.arrays != nil)
    #expect(raw == text && raw == own)
  }

  /// The encodings of the answers, NaN as one.
  private func answers(to numbers: [Float], by implementation: Implementation) throws -> [UInt32] {
    var answers = numbers
    let wide = try numbers.withUnsafeBufferPointer { numbers in
      try answers.withUnsafeMutableBufferPointer { answers in
        let call = ArrayCall(
          .sigmoid, in: .binary32, [.init(shape: [numbers.count], values: numbers)])
        return try implementation.evaluate(call, into: answers)
      }
    }
    #expect(wide == nil)
    return answers.map { $0.isNaN ? 0x7fc0_0000 : $0.bitPattern }
  }

  @Test(arguments: [
    ("CRASHES", "crashed", "the program ended with segmentation fault (signal 11), at 3"),
    ("HANGS", "hung", "no answer within 0.2 s, at 3"),
    ("OVERRUNS", "protocol", "softmax_laws_eval wrote beyond the end of the result, at 3"),
    ("FORGETS", "protocol", "softmax_laws_eval returned 0 where 1 numbers were expected, at 3"),
  ])
  func `finds the one input at which it breaks down`(
    fault: String, verdict: String, reason: String
  ) throws {
    // The block of the numbers from 2 on.
    let session = try Self.sweep(fault, "--time-limit", "0.2", "--shard", "5/16")
    #expect(session.status == .implementationFailed)
    #expect(session.output.contains("✘ \(verdict)  sigmoid in bfloat16"))
    #expect(session.detail("reason") == reason)
  }

  @Test
  func `takes an input that is not offered, beside others that are, for one that is rejected`()
    throws
  {
    let session = try Self.sweep("REFUSES", "--shard", "5/16")
    #expect(session.status == .falsified)
    #expect(session.output.contains("✘ error  sigmoid in bfloat16"))
    #expect(
      session.detail("reason")
        == "rejected a valid input: softmax_laws_eval returned -7, at 3")
  }

  @Test func `finds the one wrong answer`() throws {
    let session = try Self.sweep("LIES")
    #expect(session.status == .falsified)
    #expect(session.detail("failing") == "1 inputs")
    #expect(session.detail("simplest")?.hasSuffix("3 (4040)") == true)
  }

  @Test func `is not misled by a library that writes on what it was given to read`() throws {
    #expect(
      try Self.findings(Self.sweep("SCRIBBLES")) == Self.findings(Self.sweep(nil)))
  }

  @Test func `is in text where the suite gives no file of numbers`() throws {
    let library = try Compiler.library("sweep_library.c")
    let session = Session(
      "sweep", "sigmoid", "--format", "bfloat16", "--shard", "1/8", "--", OwnProgram.path, "serve",
      "--library", library, "--raw")
    #expect(session.status == .success)
  }
}
