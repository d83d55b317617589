import Arithmetic
public import SoftmaxFamily

/// What a sweep asks: an implementation, or functions that fill whole arrays.
public struct SweepSubject: Sendable {
  /// Fills an array of binary32 numbers with a function's values at those of another.
  public typealias Kernel =
    @Sendable (UnsafeBufferPointer<Float>, UnsafeMutableBufferPointer<Float>) -> Void

  /// Answers for many inputs of a format; returns the answers as doubles where they are no values of it.
  typealias Evaluation =
    @Sendable (
      ElementwiseFunction, Format, UnsafeBufferPointer<Float>, UnsafeMutableBufferPointer<Float>
    ) throws(CallFailure) -> [Double]?

  /// The implementation.
  public let implementation: Implementation
  let evaluate: Evaluation

  init(_ implementation: Implementation, evaluate: @escaping Evaluation) {
    self.implementation = implementation
    self.evaluate = evaluate
  }

  /// Creates the subject that an implementation is, called for many inputs at once.
  public init(_ implementation: Implementation) {
    self.init(implementation) { function, format, inputs, answers throws(CallFailure) in
      try Self.answer(implementation, function, format, inputs, answers)
    }
  }

  /// Creates the subject that an implementation is, with kernels in place of calls in binary32.
  public init(_ implementation: Implementation, kernels: [ElementwiseFunction: Kernel]) {
    self.init(implementation) { function, format, inputs, answers throws(CallFailure) in
      if format == .binary32, let kernel = kernels[function] {
        kernel(inputs, answers)
        return nil
      }
      return try Self.answer(implementation, function, format, inputs, answers)
    }
  }

  private static func answer(
    _ implementation: Implementation, _ function: ElementwiseFunction, _ format: Format,
    _ inputs: UnsafeBufferPointer<Float>, _ answers: UnsafeMutableBufferPointer<Float>
  ) throws(CallFailure) -> [Double]? {
    let reply = try implementation.evaluate(function.call(inputs.map { Double($0) }, in: format))
    if let (_, message) = reply.rejected.min(by: { $0.key < $1.key }) {
      throw .rejected(message)
    }
    var isNarrow = true
    for (index, value) in reply.values.enumerated() {
      let narrow = Float(value)
      answers[index] = narrow
      if Double(narrow) != value, !value.isNaN { isNarrow = false }
    }
    if isNarrow, format != .binary32 { isNarrow = reply.values.allSatisfy(format.contains) }
    return isNarrow ? nil : reply.values
  }
}
