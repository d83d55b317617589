import Arithmetic
import SoftmaxFamily
import SoftmaxReference

/// Where certified values come from: one of the two arithmetics.
struct Oracle: Sendable {
  /// The certified value of an operation.
  let certify: @Sendable (Operation, [Tensor]) throws(ShapeMismatch) -> Tensor

  /// The reference.
  static let reference = Oracle { operation, arguments throws(ShapeMismatch) in
    try Reference.evaluate(operation, arguments)
  }

  /// An operation as laws see it, answering with certified balls.
  func function(_ operation: Operation) -> Function {
    Function(operation, contract: nil) { arguments throws(CallFailure) in
      do throws(ShapeMismatch) {
        let value = try certify(operation, arguments)
        return Function.Answer(returned: value, enclosure: value)
      } catch {
        throw .unsupported(error.description)
      }
    }
  }
}
