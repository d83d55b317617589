import Foundation

/// Starts a program in a process group of its own, so that all it starts can be ended with it.
///
/// The program is looked up in `PATH`; signals that this process ignores or blocks are
/// back to normal in it, and it inherits no descriptor but those given. The environment is that of this
/// process, with the mark of a descent.
///
/// - Throws: `SystemError` where there is no such program or it cannot be run.
func spawn(
  _ command: [String], _ descent: Descent, input: borrowing Descriptor,
  output: borrowing Descriptor, errors: borrowing Descriptor, numbers: borrowing NumberFile?
) throws(SystemError) -> pid_t {
  #if canImport(Darwin)
  var actions: posix_spawn_file_actions_t?
  var attributes: posix_spawnattr_t?
  let closing = POSIX_SPAWN_CLOEXEC_DEFAULT
  #else
  var actions = posix_spawn_file_actions_t()
  var attributes = posix_spawnattr_t()
  let closing: Int32 = 0
  #endif
  posix_spawn_file_actions_init(&actions)
  posix_spawnattr_init(&attributes)
  defer {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }
  posix_spawn_file_actions_adddup2(&actions, input.number, 0)
  posix_spawn_file_actions_adddup2(&actions, output.number, 1)
  posix_spawn_file_actions_adddup2(&actions, errors.number, 2)
  for number in heritableDescriptors { posix_spawn_file_actions_addclose(&actions, number) }
  if numbers.number >= 0 {
    posix_spawn_file_actions_adddup2(&actions, numbers.number, NumberFile.inheritedNumber)
  }
  var signals = sigset_t()
  sigemptyset(&signals)
  posix_spawnattr_setsigmask(&attributes, &signals)
  sigaddset(&signals, SIGPIPE)
  posix_spawnattr_setsigdefault(&attributes, &signals)
  posix_spawnattr_setpgroup(&attributes, 0)
  let flags = Int32(POSIX_SPAWN_SETPGROUP) | Int32(POSIX_SPAWN_SETSIGMASK)
  posix_spawnattr_setflags(
    &attributes, Int16(flags | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(closing)))

  var id: pid_t = 0
  let code = withCStrings(command) { arguments in
    withCStrings(descent.environment) { variables in
      posix_spawnp(&id, command[0], &actions, &attributes, arguments, variables)
    }
  }
  guard code == 0 else { throw SystemError(code: code) }
  return id
}

/// The open descriptors but the standard ones that a program would inherit, whoever opened them.
private var heritableDescriptors: [Int32] {
  #if canImport(Darwin)
  return []  // The flag for it closes them all.
  #else
  let names = (try? FileManager.default.contentsOfDirectory(atPath: "/dev/fd")) ?? []
  return names.compactMap { Int32($0) }.filter {
    let flags = fcntl($0, F_GETFD)
    return $0 > 2 && flags >= 0 && flags & FD_CLOEXEC == 0
  }
  #endif
}

/// Lends texts as C strings, followed by a null pointer.
private func withCStrings<Result>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = texts.map { strdup($0) }
  defer { pointers.forEach { free($0) } }
  return body(pointers + [nil])
}

/// How a process ended.
enum ExitStatus: Equatable, CustomStringConvertible {
  /// It returned a number.
  case exited(Int32)
  /// A signal ended it.
  case signalled(Int32)
  /// Nobody knows, because something else in this process collected the status.
  case unknown

  /// Reads the status that `waitpid(2)` gives.
  init(waitStatus: Int32) {
    let signal = waitStatus & 0x7f
    self = signal == 0 ? .exited(waitStatus >> 8 & 0xff) : .signalled(signal)
  }

  /// The exit status or the signal, in words.
  var description: String {
    switch self {
    case .exited(let status): "exit status \(status)"
    case .signalled(let number):
      Self.names[number].map { "\($0) (signal \(number))" }
        ?? "signal \(number)"
    case .unknown: "an unknown exit status"
    }
  }

  private static let names: [Int32: String] = [
    SIGABRT: "abort", SIGBUS: "bus error", SIGFPE: "arithmetic exception",
    SIGILL: "illegal instruction", SIGKILL: "kill", SIGSEGV: "segmentation fault",
    SIGTERM: "termination",
  ]
}
