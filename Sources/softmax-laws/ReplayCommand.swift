import Arithmetic
import Conformance
import PropertyEngine
import SoftmaxLaws

/// `softmax-laws replay`.
struct ReplayCommand {
  private let invocation: Invocation
  private let terminal: Terminal
  private let law: Law
  private let format: Format
  private let choices: [UInt64]

  /// Reads the token.
  ///
  /// - Throws: `Stop` if it is damaged, or names no law or no format.
  init(_ invocation: Invocation, _ terminal: Terminal, token: String) throws(Stop) {
    self.invocation = invocation
    self.terminal = terminal
    let token = try Self.read(token)
    let parts = token.label.split(separator: ":", maxSplits: 1).map(String.init)
    guard let law = Catalogue.law(named: parts[0]) else {
      throw Stop(message: "there is no law '\(parts[0])'", status: .usage)
    }
    guard parts.count == 2, let format = Format(rawValue: parts[1]) else {
      throw Stop(message: "replay token '\(token.text)' names no format", status: .usage)
    }
    self.law = law
    self.format = format
    choices = token.choices
  }

  private static func read(_ text: String) throws(Stop) -> ReplayToken {
    do throws(ReplayTokenError) {
      return try ReplayToken(parsing: text)
    } catch {
      throw Stop(message: error.description, status: .usage)
    }
  }

  /// Runs the case again and prints everything about it.
  func run() throws -> ExitStatus {
    let target = try Target(invocation)
    defer { target.close() }
    let check = Check(target.check)
    let (verdict, counterexample) = check.replay(law, in: format, choices: choices)
    terminal.print("\(law.name) in \(format.rawValue)  \(law.statement)")
    guard let counterexample else {
      terminal.complain("the choices of the token make no case of '\(law.name)'")
      return .usage
    }
    if !counterexample.message.isEmpty { terminal.print("    \(counterexample.message)") }
    let text = FailureText(terminal, replayOptions: Target.options(invocation))
    text.print(FailureReport.lines(counterexample, in: format))
    terminal.print("    \("verdict".padded(to: 11))\(verdict.rawValue)")
    return status(verdict)
  }

  private func status(_ verdict: LawResult.Verdict) -> ExitStatus {
    switch verdict {
    case .holds, .known, .vacuous: .success
    case .unsupported: .nothingChecked
    case .crashed, .hung, .protocol: .implementationFailed
    case .fails, .stale, .nondeterministic, .error: .falsified
    }
  }
}
