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
      arguments.allSatisfy { $0.values.count == rows * $0.shape.elementCount },
      "an argument holds as many numbers as its shape and the rows ask for")
    self.operation = operation
    self.format = format
    self.rows = rows
    self.arguments = arguments
  }

  /// One row of the call, as a call.
  public func row(_ index: Int) -> Call {
    rows > 1 ? Call(operation, in: format, arguments(ofRow: index)) : self
  }

  /// The arguments of one row.
  func arguments(ofRow row: Int) -> [Argument] {
    arguments.map { argument in
      let size = argument.values.count / rows
      return Argument(
        shape: argument.shape, values: Array(argument.values[row * size..<(row + 1) * size]))
    }
  }
}
