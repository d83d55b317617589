public import Arithmetic

/// A call whose numbers lie in arrays of binary32, which has every value of a format of at most 32 bits.
///
/// It must not outlive its arrays. Who asks for millions of numbers asks in this way.
public struct ArrayCall {
  /// An argument of a call.
  public struct Argument {
    /// The shape of one row's value.
    public let shape: [Int]
    /// The numbers of all rows, one row after the other.
    public let values: UnsafeBufferPointer<Float>

    /// Creates an argument from its shape and numbers.
    public init(shape: [Int], values: UnsafeBufferPointer<Float>) {
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
  /// - Precondition: the format is not binary64, and every argument holds as many numbers as its shape and the rows ask for.
  public init(_ operation: Operation, in format: Format, rows: Int = 1, _ arguments: [Argument]) {
    precondition(format != .binary64, "numbers of binary64 do not fit")
    precondition(
      arguments.allSatisfy { $0.values.count == rows * $0.shape.elementCount },
      "an argument holds as many numbers as its shape and the rows ask for")
    self.operation = operation
    self.format = format
    self.rows = rows
    self.arguments = arguments
  }

  /// The same call with its numbers as doubles.
  var call: Call {
    Call(
      operation, in: format, rows: rows,
      arguments.map { Call.Argument(shape: $0.shape, values: $0.values.map { Double($0) }) })
  }
}

extension Implementation {
  /// Fills an array with the answers to a call whose numbers lie in arrays, values of its format.
  ///
  /// Returns whether it answers such a call in this way; if not, nothing is written.
  public typealias ArrayFunction =
    @Sendable (ArrayCall, UnsafeMutableBufferPointer<Float>) throws(CallFailure) -> Bool

  /// The same implementation, which answers calls with arrays by a function where that answers them.
  public func answeringArrays(by function: ArrayFunction?) -> Implementation {
    var implementation = self
    implementation.arrays = function
    return implementation
  }

  /// Answers a call whose numbers lie in arrays.
  ///
  /// - Returns: The answers as doubles, if they are no values of the call's format.
  /// - Throws: `CallFailure` where there is no answer, or one of the wrong shape or length, or a row is rejected.
  /// - Precondition: there is room for as many numbers as a right answer has.
  public func evaluate(
    _ call: ArrayCall, into answers: UnsafeMutableBufferPointer<Float>
  ) throws(CallFailure) -> [Double]? {
    let shape = try resultShape(of: call.operation, in: call.format, call.arguments.map(\.shape))
    precondition(
      answers.count == call.rows * shape.elementCount, "an answer has the room that it needs")
    if let arrays, try arrays(call, answers) { return nil }
    let reply = try evaluate(call.call)
    if let (_, message) = reply.rejected.min(by: { $0.key < $1.key }) { throw .rejected(message) }
    for (index, value) in reply.values.enumerated() { answers[index] = Float(value) }
    return reply.values.allSatisfy { $0.isNaN || call.format.contains($0) } ? nil : reply.values
  }
}
