import Foundation
import Testing

@testable import ProcessBridge

@Suite("The descent of a program") struct DescentTests {
  @Test func `is a mark of its own beside the environment of this process`() {
    let (one, other) = (Descent(), Descent())
    #expect(one.mark != other.mark)
    #expect(one.environment.contains("\(Descent.variable)=\(one.mark)"))
    let path = ProcessInfo.processInfo.environment["PATH"]
    #expect(one.environment.contains("PATH=\(path ?? "")"))
    #expect(one.environment.count(where: { $0.hasPrefix("\(Descent.variable)=") }) == 1)
  }

  #if os(Linux)
  @Test func `finds and kills whoever has the mark, and nobody else`() throws {
    let descent = Descent()
    #expect(descent.processes == [])
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "echo ready; read line"]
    process.environment = ["PATH": "/usr/bin:/bin", Descent.variable: descent.mark]
    let input = Foundation.Pipe()
    let output = Foundation.Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    // Before a program has begun, it has no environment yet.
    #expect(output.fileHandleForReading.availableData == Data("ready\n".utf8))
    #expect(Descent().processes == [])
    #expect(descent.processes == [process.processIdentifier])
    descent.kill()
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == SIGKILL)
    #expect(descent.processes == [])
  }
  #endif
}
