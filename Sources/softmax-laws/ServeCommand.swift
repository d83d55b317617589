import Foundation
import ProcessBridge
import SoftmaxFamily

/// `softmax-laws serve`: a built-in implementation or a C library behind the process protocol.
struct ServeCommand {
  private let invocation: Invocation
  private let terminal: Terminal

  init(_ invocation: Invocation, _ terminal: Terminal) {
    self.invocation = invocation
    self.terminal = terminal
  }

  /// Answers requests on standard input until there are no more.
  ///
  /// Standard output is kept for the answers: what a library prints there goes to standard error.
  func run() throws(Stop) -> ExitStatus {
    // Before anything of the library runs.
    let numbers = invocation.isRaw ? NumberMapping() : nil
    let channel = dup(STDOUT_FILENO)
    defer { _ = close(channel) }
    _ = dup2(STDERR_FILENO, STDOUT_FILENO)
    try server(channel).run(input: STDIN_FILENO, output: channel, numbers: numbers)
    return .success
  }

  private func server(_ channel: Int32) throws(Stop) -> Server {
    guard let library = invocation.library else {
      let name = invocation.implementation ?? "textbook"
      guard let implementation = try Target.builtIn(name) else {
        throw Stop(message: "certified balls have no bits to be served", status: .usage)
      }
      return Server(implementation)
    }
    // The library's crash is told by how this process ends, without this runtime's report of it.
    for number in [SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP] { signal(number, SIG_DFL) }
    do throws(CLibraryError) {
      return Server(try CLibrary(path: library))
    } catch {
      // Who asks for a hello gets the reason whole; the end of this process is cut short there.
      Server.refuse(error.description, output: channel)
      throw Stop(message: error.description, status: .implementationFailed)
    }
  }
}
