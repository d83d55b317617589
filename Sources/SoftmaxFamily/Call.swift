public import Arithmetic

/// One evaluation of an operation on any number of rows of one shape.
public struct Call: Sendable, Equatable {
  /// An argument of a call: the numbers of all its rows, one row after the other.
  public struct Argument: Sendable, Equatable {
    /// The shape of one row's value; a scalar has none.
    public let shape: [Int]
    /// The numbers, values of the call's format, `rows × product(shape)` of them.
    public let values: [Double]

    /// Creates an argument from its shape and numbers.
    public init(shape: [Int], values: [Double]) {
      self.shape = shape
      self.values = values
    }
  }

  /// The operation called.
  public let operation: Operation
  /// The format of every number.
  public let format: Format
  /// The number of independent rows.
  public let rows: Int
  /// The arguments in the order of the operation's signature.
  public let arguments: [Argument]

  /// Creates a call.
  ///
  /// - Precondition: every argument holds the numbers that its shape and the rows ask for.
  public init(_ operation: Operation, in format: Format, rows: Int = 1, _ arguments: [Argument]) {
    precondition(
      arguments.allSatisfy { $0.values.count == rows * $0.shape.reduce(1, *) },
      "an argument holds as many numbers as its shape and the rows ask for")
    self.operation = operation
    self.format = format
    self.rows = rows
    self.arguments = arguments
  }

  /// One row of the call, as a call.
  public func row(_ index: Int) -> Call {
    let slices = arguments.map { argument in
      let size = argument.shape.reduce(1, *)
      return Argument(
        shape: argument.shape, values: Array(argument.values[index * size..<(index + 1) * size]))
    }
    return Call(operation, in: format, slices)
  }
}

/// What an implementation gave back for a call: untrusted numbers.
public struct Reply: Sendable, Equatable {
  /// The shape of one row's result, as the implementation says.
  public let shape: [Int]
  /// The numbers of all rows.
  public let values: [Double]
  /// Rows that the implementation rejected, with its message; their numbers mean nothing.
  public let rejected: [Int: String]

  /// Creates a reply.
  public init(shape: [Int], values: [Double], rejected: [Int: String] = [:]) {
    self.shape = shape
    self.values = values
    self.rejected = rejected
  }
}

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
