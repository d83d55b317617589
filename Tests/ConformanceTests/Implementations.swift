import Arithmetic
import SoftmaxFamily
import Specimens

extension Implementation {
  /// The textbook with one operation computed otherwise, in binary32 or binary64.
  ///
  /// The function is given the numbers of every argument and the shape of the first.
  static func textbook(
    but operation: Operation, _ name: String,
    _ function: @escaping @Sendable ([[Double]], [Int]) -> [Double]
  ) -> Implementation {
    answering(name, formats: [.binary32, .binary64]) { call throws(CallFailure) in
      let correct = try Specimen.textbook.evaluate(call)
      guard call.operation == operation else { return correct }
      let values = function(call.arguments.map(\.values), call.arguments[0].shape)
      return Reply(shape: correct.shape, values: values.map(call.format.rounded))
    }
  }

  /// An implementation of every operation, with the claims of the textbook.
  static func answering(
    _ name: String, formats: [Format] = [.binary32],
    _ evaluate: @escaping @Sendable (Call) throws(CallFailure) -> Reply
  ) -> Implementation {
    Implementation(
      name, claims: Specimen.textbook.claims,
      operations: Dictionary(uniqueKeysWithValues: Operation.allCases.map { ($0, formats) }),
      evaluate: evaluate)
  }

  /// An implementation that returns the same number everywhere, in the right shape.
  static func constant(_ value: Double) -> Implementation {
    answering("constant") { call throws(CallFailure) in
      let correct = try Specimen.textbook.evaluate(call)
      return Reply(shape: correct.shape, values: correct.values.map { _ in value })
    }
  }

  /// An implementation that fails in one way whatever is asked.
  static func failing(_ failure: CallFailure) -> Implementation {
    answering("failing") { _ throws(CallFailure) in throw failure }
  }
}
