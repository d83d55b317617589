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
    let pattern = Data("\(Self.variable)=\(mark)".utf8)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.filter { process in
      Self.contents(of: "/proc/\(process)/environ").range(of: pattern) != nil
    }
    #else
    return []
    #endif
  }

  /// What can be read of a file that has no size.
  private static func contents(of path: String) -> Data {
    let number = open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { return Data() }
    let file = Descriptor(number)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var contents = Data()
    while case .moved(let count) = file.read(into: &buffer) { contents += buffer[..<count] }
    return contents
  }
}
