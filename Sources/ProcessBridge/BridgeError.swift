import Arithmetic
import SoftmaxFamily

/// Why a program cannot be checked: it does not start, or does not keep to the protocol at once.
public enum BridgeError: Error, Sendable, Equatable {
  /// No program was named.
  case noCommand
  /// The program cannot be started.
  case cannotStart(command: String, reason: String)
  /// The program ended before it was ready.
  case ended(command: String, stage: String, how: String)
  /// The program did not answer within the time for the start.
  case silent(command: String, stage: String, limit: Duration)
  /// A line broke the protocol.
  case brokeProtocol(stage: String, reason: String)
  /// The program says that there is nothing to check.
  case refused(String)
  /// The hello has not the form of one.
  case badHello(String)
  /// The hello is of another version of the protocol.
  case wrongProtocol(String)
  /// An operation is offered in a format that does not exist.
  case unknownFormat(operation: String, format: String)
  /// A claim has a value that it cannot have.
  case badClaim(name: String, value: String, wanted: String)
  /// The program does not give back the bits that it was sent.
  case damagedEcho(format: Format, sent: String, received: String)
}

extension BridgeError: CustomStringConvertible {
  /// The reason, in one line.
  public var description: String {
    switch self {
    case .noCommand: "no command was given"
    case .cannotStart(let command, let reason): "cannot start \(excerpt(command)): \(reason)"
    case .ended(let command, let stage, let how): "\(excerpt(command)) \(how), before \(stage)"
    case .silent(let command, let stage, let limit):
      "\(excerpt(command)) was silent for \(limit.text), before \(stage)"
    case .brokeProtocol(let stage, let reason): "the protocol is broken at \(stage): \(reason)"
    case .refused(let reason): reason
    case .badHello(let reason): "the hello is wrong: \(reason)"
    case .wrongProtocol(let version): "the hello is of protocol \(version), not 1"
    case .unknownFormat(let operation, let format):
      "the hello offers '\(operation)' in the unknown format \(excerpt(format)), not one of "
        + Format.allCases.map(\.rawValue).joined(separator: ", ")
    case .badClaim(let name, let value, let wanted):
      "the claim '\(name)' is \(value), not \(wanted)"
    case .damagedEcho(let format, let sent, let received):
      "the echo of \(format.rawValue) turns \(sent) into \(excerpt(received))"
    }
  }

  /// What the error is to a call that had to start the program again.
  var callFailure: CallFailure {
    switch self {
    case .noCommand, .cannotStart, .ended: .crashed("started again, \(self)")
    case .silent: .hung("started again, \(self)")
    case .brokeProtocol, .refused, .badHello, .wrongProtocol, .unknownFormat, .badClaim,
      .damagedEcho:
      .brokeProtocol("started again, \(self)")
    }
  }

  /// The error that a breakdown is while the program starts.
  init(_ breakdown: Breakdown, command: String, stage: String, limit: Duration) {
    switch breakdown {
    case .ended(let how): self = .ended(command: command, stage: stage, how: how)
    case .silent: self = .silent(command: command, stage: stage, limit: limit)
    case .broken(let reason): self = .brokeProtocol(stage: stage, reason: reason)
    }
  }
}
