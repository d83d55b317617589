import Foundation

/// The program `softmax-laws`.
@main
struct SoftmaxLawsCommand {
  static func main() {
    // A reader that closes the pipe early is no fault of the run.
    signal(SIGPIPE, SIG_IGN)
    let terminal = Terminal()
    exit(run(Array(CommandLine.arguments.dropFirst()), terminal).rawValue)
  }

  /// Runs the program, and says on standard error why it could not.
  static func run(_ arguments: [String], _ terminal: Terminal) -> ExitStatus {
    do {
      let invocation = try Invocation(arguments: arguments)
      return try run(invocation, terminal.plain(invocation.isPlain))
    } catch let error as UsageError {
      terminal.complain("\(error); see softmax-laws --help")
      return .usage
    } catch let stop as Stop {
      terminal.complain(stop.message)
      return stop.status
    } catch {
      terminal.complain("\(error)")
      return .internalFault
    }
  }

  private static func run(_ invocation: Invocation, _ terminal: Terminal) throws -> ExitStatus {
    switch invocation.command {
    case .check: try CheckCommand(invocation, terminal).run()
    case .list: ListCommand(invocation, terminal).run()
    case .replay(let token): try ReplayCommand(invocation, terminal, token: token).run()
    case .oracle(let operation, let arguments):
      try OracleCommand(operation, arguments, terminal).run()
    case .help: help(terminal)
    case .version: version(terminal)
    }
  }

  private static func version(_ terminal: Terminal) -> ExitStatus {
    terminal.print("softmax-laws \(Usage.version)")
    return .success
  }

  private static func help(_ terminal: Terminal) -> ExitStatus {
    terminal.print(Usage.text)
    return .success
  }
}
