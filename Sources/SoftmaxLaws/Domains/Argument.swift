public import SoftmaxFamily

/// A value that a law is stated for, that an operation takes and a report shows.
public protocol Argument: Sendable {
  /// The numbers, with their shape.
  var tensor: Tensor { get }
}

extension Argument {
  /// The numbers in storage order.
  public var numbers: [Double] { tensor.values }
}

extension Tensor: Argument {
  /// The tensor itself; for an input its elements are exact.
  public var tensor: Tensor { self }
}

extension [Int]: Argument {
  /// The integers as a vector.
  public var tensor: Tensor { Tensor(map(Double.init)) }
}
