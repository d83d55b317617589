import Arithmetic
public import SoftmaxFamily

extension Definition {
  /// The value of an operation in the second arithmetic, as sharp as the first one's; `nil` for an
  /// operation without a definition here.
  ///
  /// The number of bits is doubled until every entry is known to 100 of them, or 3072 are not enough:
  /// a sum of logarithms that vanishes without being zero term by term stays open. What is infinite
  /// or NaN follows rules, not calculations, and is the reference's.
  ///
  /// - Throws: `ShapeMismatch` where the arguments do not fit the operation's signature.
  public static func certify(
    _ operation: Operation, _ arguments: [Tensor]
  ) throws(ShapeMismatch) -> Tensor? {
    let reference = try Reference.evaluate(operation, arguments)
    var bits = 192
    while let values = try evaluate(operation, arguments, bits: bits) {
      let isSharp = zip(values, reference.elements).allSatisfy { value, ball in
        !ball.isReal || value.isSharp(bits: 100)
      }
      guard isSharp || bits >= 3072 else {
        bits *= 2
        continue
      }
      return Tensor(
        shape: reference.shape,
        zip(values, reference.elements).map { $1.isReal ? Ball(enclosing: $0) : $1 })
    }
    return nil
  }
}
