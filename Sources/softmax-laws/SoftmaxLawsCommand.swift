import Conformance
import Foundation

/// The program `softmax-laws`.
@main
struct SoftmaxLawsCommand {
  static func main() {
    // A reader that closes the pipe early is no fault of the run.
    signal(SIGPIPE, SIG_IGN)
    Interruption.listen()
    let arguments = Array(CommandLine.arguments.dropFirst())
    exit(run(arguments, .standard, .ofProcess).rawValue)
  }

  /// Runs the program, and says on standard error why it could not.
  static func run(
    _ arguments: [String], _ terminal: Terminal, _ interruption: Interruption
  ) -> ExitStatus {
    do throws(Stop) {
      let invocation = try invocation(arguments)
      return try run(invocation, terminal.plain(invocation.isPlain), interruption)
    } catch {
      terminal.complain(error.message.harmless)
      return error.status
    }
  }

  private static func invocation(_ arguments: [String]) throws(Stop) -> Invocation {
    do throws(UsageError) {
      return try Invocation(arguments: arguments)
    } catch {
      throw Stop(message: "\(error) (see softmax-laws --help)", status: .usage)
    }
  }

  private static func run(
    _ invocation: Invocation, _ terminal: Terminal, _ interruption: Interruption
  ) throws(Stop) -> ExitStatus {
    switch invocation.command {
    case .check:
      return try CheckCommand(invocation, terminal, interruption).run()
    case .replay(let token):
      return try ReplayCommand(invocation, terminal, interruption, token: token).run()
    case .oracle(let operation, let arguments):
      return try OracleCommand(operation, arguments, terminal).run()
    case .mutants: return try MutantsCommand(invocation, terminal).run()
    case .sweep(let options):
      return try SweepCommand(invocation, options, terminal, interruption).run()
    case .list: ListCommand(invocation, terminal).run()
    case .help(let usage): terminal.print(usage.text)
    case .version: terminal.print("softmax-laws \(Suite.version)")
    }
    return .success
  }
}
