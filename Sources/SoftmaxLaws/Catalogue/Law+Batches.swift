import Arithmetic
import SoftmaxFamily

/// Chapter 1L, second part: the same row alone, in a batch, at another place, after other calls.
extension Law {
  /// The answer to a row does not depend on the other rows of the call, nor on their order.
  ///
  /// To the last bit where that is claimed; each place is within the error theorem in any case.
  private static func batch<each Value: Argument>(
    _ name: String, of operation: Operation, forAll domains: repeat Domain<each Value>
  ) -> Law {
    Law(
      name, "\(operation.rawValue) of a row in a batch, at any place, is that of the row alone",
      "the rows of a call are independent", of: [operation], forAll: repeat each domains
    ) { (functions, values: repeat each Value) throws in
      var inputs: [Tensor] = []
      repeat inputs.append((each values).tensor)
      let rows = rows(of: inputs, operation)
      let subject = functions.subject(operation)
      let together = try subject.answers(rows)
      let reordered = try subject.answers(rows.reversed())
      var findings: [Finding] = []
      for (row, places) in zip(rows, zip(together, reordered.reversed())) {
        let truth = try functions.certified(operation).answer(row).enclosure
        let alone =
          subject.isBatchInvariant ? try subject.answer(row, delivered: .separate).returned : nil
        for place in [places.0, places.1] {
          findings.append(.equal(place.enclosure, truth))
          if let alone { findings.append(.identical(place.returned, alone)) }
        }
      }
      return .worst(findings)
    }
  }

  /// The same call gives the same bits, whatever was called in between.
  ///
  /// Where an implementation claims not to be deterministic, bits may differ, but both answers are
  /// enclosures of one number.
  private static func purity<each Value: Argument>(
    _ name: String, of operation: Operation, forAll domains: repeat Domain<each Value>
  ) -> Law {
    Law(
      name, "\(operation.rawValue) of the same arguments is the same, after other calls",
      "a function has one value", of: [operation], forAll: repeat each domains
    ) { (functions, values: repeat each Value) throws in
      var inputs: [Tensor] = []
      repeat inputs.append((each values).tensor)
      let rows = rows(of: inputs, operation)
      let subject = functions.subject(operation)
      let first = try subject.answer(rows[0], delivered: .inTurn)
      for row in rows.dropFirst() { _ = try subject.answer(row, delivered: .inTurn) }
      let again = try subject.answer(rows[0], delivered: .inTurn)
      return .all(
        .equal(again.enclosure, first.enclosure),
        subject.isDeterministic ? .identical(again.returned, first.returned) : .nothing)
    }
  }

  /// The arguments of each row, with matrices of one row where the operation takes matrices.
  private static func rows(of inputs: [Tensor], _ operation: Operation) -> [[Tensor]] {
    let parameters = operation.signature.parameters
    return (0..<(inputs.first?.shape[0] ?? 0)).map { row in
      zip(inputs, parameters).map { input, parameter in
        let slice = input.slice(row)
        return parameter.dimensions.count == 2 && slice.shape.count == 1 ? slice.asRow : slice
      }
    }
  }

  /// The rows of a batch of softmax are independent.
  public static let batchSoftmax = batch(
    "batch-softmax", of: .softmax, forAll: .batchLogits.inRows())
  /// The rows of a batch of log-softmax are independent.
  public static let batchLogSoftmax = batch(
    "batch-logsoftmax", of: .logSoftmax, forAll: .batchLogits.inRows())
  /// The rows of a batch of log-sum-exp are independent.
  public static let batchLse = batch(
    "batch-lse", of: .logSumExp, forAll: .batchLogits.inRows())
  /// Each row of a batch has a scale of its own.
  public static let batchScaledSoftmax = batch(
    "batch-scaled-softmax", of: .scaledSoftmax, forAll: .batchLogits.inRows(), .scale.inRows())
  /// The rows of a batch of sigmoids are independent.
  public static let batchSigmoid = batch("batch-sigmoid", of: .sigmoid, forAll: .numbers.inRows())
  /// The rows of a batch of softplus are independent.
  public static let batchSoftplus = batch(
    "batch-softplus", of: .softplus, forAll: .numbers.inRows())
  /// The rows of a batch of reduced softmax are independent.
  public static let batchSoft = batch(
    "batch-soft", of: .reducedSoftmax, forAll: .batchLogits.named("η").inRows(), .scale.inRows())
  /// The rows of a batch of vector-Jacobian products are independent.
  public static let batchVjp = batch(
    "batch-vjp", of: .softmaxVectorJacobianProduct,
    forAll: .fewLogits.inRows(), .cotangent.inRows())
  /// The rows of a batch of Jacobians are independent.
  public static let batchJacobian = batch(
    "batch-jacobian", of: .softmaxJacobian, forAll: .veryFewLogits.inRows(), .scale.inRows())
  /// The losses of a batch are independent.
  public static let batchBce = batch(
    "batch-bce", of: .binaryCrossEntropyWithLogits,
    forAll: .targets.inRows(), .numbers.named("z").inRows())
  /// The losses of a batch are independent.
  public static let batchCce = batch(
    "batch-cce", of: .categoricalCrossEntropyWithLogits,
    forAll: .masses.inRows(), .moderateLogits.inRows())
  /// The gradients of a batch are independent.
  public static let batchCceGradient = batch(
    "batch-cce-gradient", of: .categoricalCrossEntropyWithLogitsGradient,
    forAll: .masses.inRows(), .moderateLogits.inRows())
  /// Softmax has no memory.
  public static let puritySoftmax = purity(
    "purity-softmax", of: .softmax, forAll: .batchLogits.inRows())
  /// Log-sum-exp has no memory.
  public static let purityLse = purity(
    "purity-lse", of: .logSumExp, forAll: .batchLogits.inRows())
  /// The sigmoid has no memory.
  public static let puritySigmoid = purity(
    "purity-sigmoid", of: .sigmoid, forAll: .numbers.inRows())
  /// The vector-Jacobian product has no memory.
  public static let purityVjp = purity(
    "purity-vjp", of: .softmaxVectorJacobianProduct,
    forAll: .fewLogits.inRows(), .cotangent.inRows())
  /// Cross-entropy has no memory.
  public static let purityCce = purity(
    "purity-cce", of: .categoricalCrossEntropyWithLogits,
    forAll: .masses.inRows(), .moderateLogits.inRows())
}
