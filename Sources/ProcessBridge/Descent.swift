import Foundation

/// A mark in the environment of a program, which all that it starts inherits.
///
/// A process that has left the program's group, as with `setsid(2)`, is known by it, even where its
/// parents are gone. It can be found where there is a `/proc` with the environments of processes, which is
/// on Linux. Who also starts anew with another environment is not found.
struct Descent: Sendable {
  /// The variable that holds the mark.
  static let variable = "SOFTMAX_LAWS_DESCENT"
  /// How often processes are looked for while there are some: they may be starting others.
  private static let rounds = 100

  /// The mark, which no other program has.
  let mark = UUID().uuidString

  /// The environment of this process, with the mark.
  var environment: [String] {
    var variables = ProcessInfo.processInfo.environment
    variables[Self.variable] = mark
    return variables.map { "\($0.key)=\($0.value)" }
  }

  /// Kills all processes with the mark, and those that they start meanwhile.
  func kill() {
    for _ in 0..<Self.rounds {
      let found = processes
      guard !found.isEmpty else { return }
      for process in found { _ = Foundation.kill(process, SIGKILL) }
      sched_yield()
    }
  }

  /// The processes with the mark; one that has ended has none.
  var processes: [pid_t] {
    #if os(Linux)
    // More than this is not looked through of an environment.
    var buffer = [CChar](repeating: 0, count: 1 << 18)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.filter { process in
      let count = Self.read("/proc/\(process)/environ", into: &buffer)
      return Self.holds("\(Self.variable)=\(mark)", buffer, count)
    }
    #else
    return []
    #endif
  }

  /// Reads what there is of a file that has no size, as far as there is room, and a zero after it.
  private static func read(_ path: String, into buffer: inout [CChar]) -> Int {
    let number = open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { return 0 }
    let file = Descriptor(number)
    return buffer.withUnsafeMutableBytes { buffer in
      var count = 0
      while let base = buffer.baseAddress, count < buffer.count - 1 {
        let more = Foundation.read(file.number, base + count, buffer.count - 1 - count)
        guard more > 0 else { break }
        count += more
      }
      buffer[count] = 0
      return count
    }
  }

  /// Whether one of the texts that are in a buffer, each with a zero after it, is this one.
  private static func holds(_ text: String, _ buffer: [CChar], _ count: Int) -> Bool {
    buffer.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return false }
      var place = 0
      while place < count {
        if strcmp(base + place, text) == 0 { return true }
        place += strlen(base + place) + 1
      }
      return false
    }
  }
}
