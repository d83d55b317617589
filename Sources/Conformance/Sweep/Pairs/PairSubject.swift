import Arithmetic
public import SoftmaxFamily

/// What a sweep of pairs asks: an implementation, or kernels that fill whole arrays.
public struct PairSubject: Sendable {
  /// The implementation.
  public let implementation: Implementation
  private let kernels: [SoftmaxFamily.Operation: SweepSubject.Kernel]

  /// Creates the subject that an implementation is, with kernels in place of its calls in binary16.
  ///
  /// A kernel takes pairs, one after the other, and gives one number or two for each.
  public init(
    _ implementation: Implementation, kernels: [SoftmaxFamily.Operation: SweepSubject.Kernel] = [:]
  ) {
    self.implementation = implementation
    self.kernels = kernels
  }

  /// Answers for many pairs; returns the answers as doubles where they are no values of binary16.
  func evaluate(
    _ operation: SoftmaxFamily.Operation, _ pairs: UnsafeBufferPointer<Float>,
    _ answers: UnsafeMutableBufferPointer<Float>
  ) throws(CallFailure) -> [Double]? {
    if let kernel = kernels[operation] {
      kernel(pairs, answers)
      return nil
    }
    let numbers = Call.Argument(shape: [2], values: pairs.map { Double($0) })
    let reply = try implementation.evaluate(
      Call(operation, in: .binary16, rows: pairs.count / 2, [numbers]))
    if let (_, message) = reply.rejected.min(by: { $0.key < $1.key }) { throw .rejected(message) }
    for (index, value) in reply.values.enumerated() { answers[index] = Float(value) }
    return reply.values.allSatisfy(Format.binary16.contains) ? nil : reply.values
  }
}
