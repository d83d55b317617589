import Foundation
import Synchronization

@testable import softmax_laws

/// One run of the program in this process: its exit status, and what it printed.
struct Session {
  let status: ExitStatus
  let output: String
  let errors: String

  /// The lines of standard output.
  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// Runs the program, with a function that sees each text printed.
  init(
    _ arguments: [String], environment: [String: String] = [:],
    interruption: Interruption = Interruption(), showsProgress: Bool = false,
    watching watch: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    let output = Transcript()
    let errors = Transcript()
    let terminal = Terminal(
      output: {
        output.append($0)
        watch($0)
      }, errors: errors.append, showsProgress: showsProgress)
    status = SoftmaxLawsCommand.run(arguments, terminal, interruption, environment)
    self.output = output.text
    self.errors = errors.text
  }

  init(_ arguments: String...) { self.init(arguments) }

  /// The text after a label in the details of a failure.
  func detail(_ label: String) -> String? {
    lines.first { $0.hasPrefix("    \(label) ") }
      .map { $0.dropFirst(4 + label.count).drop { $0 == " " } }.map(String.init)
  }
}

/// What is written to a stream.
final class Transcript: Sendable {
  private let written = Mutex("")

  var text: String { written.withLock { $0 } }

  @Sendable func append(_ text: String) { written.withLock { $0 += text } }
}
