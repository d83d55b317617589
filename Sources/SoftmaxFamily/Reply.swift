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

  /// The numbers of one row.
  ///
  /// - Precondition: the reply is one to so many rows, at least one, and has been checked.
  public func row(_ index: Int, of rows: Int) -> Tensor {
    let size = values.count / rows
    return Tensor(shape: shape, exact: values[index * size..<(index + 1) * size])
  }
}
