import Arithmetic
import Conformance
import PropertyEngine
import SoftmaxLaws

/// `softmax-laws replay`.
struct ReplayCommand {
  private let invocation: Invocation
  private let terminal: Terminal
  private let interruption: Interruption
  private let law: Law
  private let format: Format
  private let choices: [UInt64]

  /// Reads the token.
  ///
  /// - Throws: `Stop` if it is damaged, or names no law or no format.
  init(
    _ invocation: Invocation, _ terminal: Terminal, _ interruption: Interruption, token: String
  ) throws(Stop) {
    self.invocation = invocation
    self.terminal = terminal
    self.interruption = interruption
    let token = try Self.read(token)
    let name = String(token.label.prefix { $0 != ":" })
    guard let law = Catalogue.law(named: name) else {
      throw Stop(message: "replay token '\(token.text)' names no law", status: .usage)
    }
    guard let format = Format(rawValue: String(token.label.dropFirst(name.count + 1))) else {
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
  func run() throws(Stop) -> ExitStatus {
    let target = try Target(invocation, interruption)
    defer { target.close() }
    let check = Check(target.check)
    let (verdict, counterexample) = check.replay(law, in: format, choices: choices)
    if let status = interruption.status { return status }
    guard let counterexample else {
      throw Stop(
        message: "the choices of the token make no case of '\(law.name)'", status: .usage)
    }
    let diagnosis = Diagnosis(of: check, among: KnownFault.all)
    print(
      verdict == .fails ? diagnosis.applied(to: counterexample, in: format) : counterexample,
      verdict)
    let status = status(verdict)
    if status == .implementationFailed { target.printLog(terminal) }
    return status
  }

  private func print(_ counterexample: Counterexample, _ verdict: LawResult.Verdict) {
    terminal.print("\(law.name) in \(format.rawValue)  \(law.statement)")
    let message = counterexample.message.harmless
    if !message.isEmpty { terminal.print("    \("because".padded(to: 11))\(message)") }
    let text = FailureText(terminal, replayOptions: Target.options(invocation))
    text.print(FailureReport.lines(counterexample, in: format))
    for (name, value) in counterexample.arguments {
      let regimes = Regime.regimes(of: value.tensor, in: format)
      let list = Regime.allCases.filter(regimes.contains).map(\.rawValue)
      terminal.print("    \("regimes \(name)".padded(to: 11))\(list.joined(separator: ", "))")
    }
    terminal.print("    \("verdict".padded(to: 11))\(verdict.rawValue)")
  }

  private func status(_ verdict: LawResult.Verdict) -> ExitStatus {
    switch verdict {
    case .holds, .known: .success
    case .unsupported, .vacuous: .nothingChecked
    case .crashed, .hung, .protocol: .implementationFailed
    case .fails, .stale, .nondeterministic, .error: .falsified
    }
  }
}
