import Arithmetic
import FixtureSupport
import Foundation
import ProcessBridge
import SoftmaxFamily
import Synchronization
import Testing

@Suite("A hostile program") struct HostileSubjectTests {
  @Test(.exiting) func `gets the right verdict within its limits, and leaves nothing behind`() async
  {
    let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
      try? HostileProgram.start("none").close()
      let before = try Resources()
      let problems = Mutex<[String]>([])
      let all = HostileSubject.all
      // Most of the time goes into waiting for those that hang.
      let next = Mutex(0)
      DispatchQueue.concurrentPerform(iterations: 12) { _ in
        while true {
          let index = next.withLock { next in
            defer { next += 1 }
            return next
          }
          guard index < all.count else { return }
          if let problem = all[index].problem() { problems.withLock { $0.append(problem) } }
        }
      }
      let after = try Resources()
      if after.descriptors != before.descriptors || after.children != [] {
        problems.withLock { $0.append("before \(before), after \(after)") }
      }
      if after.memory - before.memory > 64 << 20 {
        problems.withLock { $0.append("\(after.memory - before.memory) bytes more") }
      }
      let text = problems.withLock { $0 }.map { $0 + "\n" }.joined()
      FileHandle.standardError.write(Data(text.utf8))
      FileHandle.standardError.write(Data("\(all.count) programs\n".utf8))
      exit(EXIT_SUCCESS)
    }
    let words = result.map { String(decoding: $0.standardErrorContent, as: UTF8.self) } ?? ""
    #expect(words == "\(HostileSubject.all.count) programs\n")
  }

  @Test func `is in the table, whatever it does`() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = HostileSubject.command("--list")
    let output = Foundation.Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let faults = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    let elsewhere = [
      "offers nothing", "says more than is asked", "crashes at NaN", "hangs at NaN",
      "answers in reverse", "waits at NaN", "waits at its end",
    ]
    #expect(faults.count > 90)
    #expect(Set(faults) == Set(HostileSubject.all.map(\.fault) + elsewhere))
  }
}

/// What this process holds.
private struct Resources: CustomStringConvertible {
  /// The number of open descriptors.
  let descriptors: Int
  /// The processes it has started and not collected.
  let children: [Int]
  /// The most memory it ever had, in bytes.
  let memory: Int

  init() throws {
    descriptors = try FileManager.default.contentsOfDirectory(atPath: "/dev/fd").count
    #if os(Linux)
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    memory = peak.flatMap { Int($0.filter(\.isNumber)) }.map { $0 * 1024 } ?? .max
    let tasks = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")
    children = tasks.flatMap { task in
      let text = (try? String(contentsOfFile: "/proc/self/task/\(task)/children", encoding: .utf8))
      return (text ?? "").split(separator: " ").compactMap { Int($0) }
    }
    #else
    memory = 0
    children = []
    #endif
  }

  var description: String { "\(descriptors) descriptors, children \(children)" }
}
