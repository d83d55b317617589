import Arithmetic
import SoftmaxFamily
import SoftmaxReference

/// Where certified values come from: one of the two arithmetics.
struct Oracle: Sendable {
  /// The certified value of an operation.
  let certify: @Sendable (Operation, [Tensor]) throws(ShapeMismatch) -> Tensor

  /// The reference, which remembers the latest values.
  static var reference: Oracle { reference(remembering: CertifiedMemory()) }

  /// The reference, with a memory for its values.
  static func reference(remembering memory: some CertifiedValueMemory) -> Oracle {
    Oracle { operation, arguments throws(ShapeMismatch) in
      if let known = memory.value(of: operation, arguments) { return known }
      let value = try Reference.evaluate(operation, arguments)
      memory.note(value, of: operation, arguments)
      return value
    }
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
