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
