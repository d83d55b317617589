import Conformance
import Foundation

/// The program `softmax-laws`.
@main
struct SoftmaxLawsCommand {
  static func main() {
    // A reader that closes the pipe early is no fault of the run.
    signal(SIGPIPE, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    // A server waits for its input most of the time, and has nothing to write before it ends.
    if arguments.first != Command.serve.name { Interruption.listen() }
    let environment = ProcessInfo.processInfo.environment
    let status = run(arguments, .standard, .ofProcess, environment)
    // What its end has killed may have let the run come to an end of its own.
    Interruption.ofProcess.yieldToSecondSignal()
    exit(status.rawValue)
  }

  /// Runs the program, and says on standard error why it could not.
  static func run(
    _ arguments: [String], _ terminal: Terminal, _ interruption: Interruption,
    _ environment: [String: String] = [:]
  ) -> ExitStatus {
    do throws(Stop) {
      let invocation = try invocation(arguments, environment)
      return try run(invocation, terminal.plain(invocation.isPlain), interruption)
    } catch {
      terminal.complain(error.message.harmless)
      return error.status
    }
  }

  private static func invocation(
    _ arguments: [String], _ environment: [String: String]
  ) throws(Stop) -> Invocation {
    do throws(UsageError) {
      return try Invocation(arguments: arguments, environment: environment)
    } catch {
      throw Stop(message: "\(error) (see softmax-laws --help)", status: .usage)
    }
  }

  private static func run(
    _ invocation: Invocation, _ terminal: Terminal, _ interruption: Interruption
  ) throws(Stop) -> ExitStatus {
    switch invocation.command {
    case .check, .record:
      return try CheckCommand(invocation, terminal, interruption).run()
    case .replay(let token):
      return try ReplayCommand(invocation, terminal, interruption, token: token).run()
    case .oracle(let operation, let arguments):
      return try OracleCommand(operation, arguments, terminal).run()
    case .merge(let paths):
      return try MergeCommand(invocation, terminal, paths: paths).run()
    case .mutants: return try MutantsCommand(invocation, terminal).run()
    case .serve: return try ServeCommand(invocation, terminal).run()
    case .sweep(let operation):
      return try SweepCommand(invocation, terminal, interruption, operation: operation).run()
    case .list: ListCommand(invocation, terminal).run()
    case .help(let usage): terminal.print(usage.text)
    case .version: terminal.print("softmax-laws \(Suite.version)")
    }
    return .success
  }
}
