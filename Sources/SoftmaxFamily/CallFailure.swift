/// Why a call gave no numbers.
public enum CallFailure: Error, Sendable, Equatable {
  /// The operation or the format is not offered in this form.
  case unsupported(String)
  /// The implementation rejected a valid input, with its message.
  case rejected(String)
  /// The implementation answered with the wrong number of values or the wrong shape.
  case malformed(String)
  /// The implementation's process ended.
  case crashed(String)
  /// The implementation did not answer in time.
  case hung(String)
  /// The implementation broke the process protocol.
  case brokeProtocol(String)
}

extension CallFailure: CustomStringConvertible {
  /// The reason, in words.
  public var description: String {
    switch self {
    case .unsupported(let reason): "not offered: \(reason)"
    case .rejected(let message): "rejected a valid input: \(message)"
    case .malformed(let reason): reason
    case .crashed(let reason), .hung(let reason), .brokeProtocol(let reason): reason
    }
  }
}

extension CallFailure {
  /// The same failure with more words.
  public func adding(_ words: String) -> CallFailure {
    switch self {
    case .unsupported(let reason): .unsupported(reason + words)
    case .rejected(let reason): .rejected(reason + words)
    case .malformed(let reason): .malformed(reason + words)
    case .crashed(let reason): .crashed(reason + words)
    case .hung(let reason): .hung(reason + words)
    case .brokeProtocol(let reason): .brokeProtocol(reason + words)
    }
  }
}
