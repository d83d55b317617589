import Arithmetic
import SoftmaxFamily

/// Chapter 1L, third part: entries that count for nothing, and the other formats.
extension Law {
  /// A row padded with masked entries has the probabilities of the row, and zeros.
  public static let paddedSoftmax = Law(
    "padded-softmax", "softmax(x, −∞, …, −∞) = (softmax(x), 0, …, 0)", source: "e^{−∞} = 0",
    of: .softmax,
    forAll: .logits, .padding
  ) { softmax, x, padding in
    let answer = try softmax.answer([x.appending(padding)])
    let (kept, added) = parts(answer, of: x)
    return .all(.equal(kept, try softmax(x)), .identical(added, 0))
  }

  /// A row padded with masked entries has the log-probabilities of the row, and −∞.
  public static let paddedLogSoftmax = Law(
    "padded-logsoftmax", "logSoftmax(x, −∞, …, −∞) = (logSoftmax(x), −∞, …, −∞)",
    source: "log 0 = −∞",
    of: .logSoftmax,
    forAll: .logits, .padding
  ) { logSoftmax, x, padding in
    let answer = try logSoftmax.answer([x.appending(padding)])
    let (kept, added) = parts(answer, of: x)
    return .all(.equal(kept, try logSoftmax(x)), .identical(added, Tensor(-.infinity)))
  }

  /// A row padded with masked entries has the log-sum-exp of the row.
  public static let paddedLse = Law(
    "padded-lse", "logSumExp(x, −∞, …, −∞) = logSumExp(x), from either side",
    source: "e^{−∞} = 0",
    of: .logSumExp,
    forAll: .logits, .padding
  ) { logSumExp, x, padding in
    let value = try logSumExp(x)
    return .all(
      .equal(try logSumExp(x.appending(padding)), value),
      .equal(try logSumExp(padding.appending(x)), value))
  }

  /// A row padded with masked entries has the gradient of the row, and zeros.
  public static let paddedVjp = Law(
    "padded-vjp", "Jᵀv at (x, −∞, …, −∞) is Jᵀv at x, and zeros", source: "g = 0 there",
    of: .softmaxVectorJacobianProduct,
    forAll: .fewLogits, .cotangent, .padding
  ) { product, x, v, padding in
    let extra = padding.map { _ in 1 }
    let answer = try product.answer([x.appending(padding), v.appending(extra)])
    let (kept, added) = parts(answer, of: x)
    return .all(.equal(kept, try product(x, v)), .identical(added, 0))
  }

  /// What an answer says of the row, and what it returned for the padding.
  private static func parts(
    _ answer: Function.Answer, of x: Tensor
  ) -> (kept: Tensor, added: Tensor) {
    (
      Tensor(Array(answer.enclosure.elements.prefix(x.count))),
      Tensor(Array(answer.returned.elements.dropFirst(x.count)))
    )
  }

  /// The formats agree with each other, each within its own bounds.
  ///
  /// An implementation in one format only is compared with the certified value.
  private static func refinement<each Value: Argument>(
    _ name: String, of operation: Operation, forAll domains: repeat Domain<each Value>
  ) -> Law {
    Law(
      name, "\(operation.rawValue) in one format agrees with that in another",
      "triangle inequality", of: [operation], forAll: repeat each domains
    ) { (functions, values: repeat each Value) throws in
      var inputs: [Tensor] = []
      repeat inputs.append((each values).tensor)
      let subject = functions.subject(operation)
      var findings: [Finding] = []
      let elsewhere = functions.elsewhere(operation)
      for other in elsewhere.isEmpty ? [functions.certified(operation)] : elsewhere {
        // Numbers of both formats, so that neither rounds its arguments.
        let common = inputs.map(other.rounded)
        findings.append(
          .equal(try subject.answer(common).enclosure, try other.answer(common).enclosure))
      }
      return .worst(findings)
    }
  }

  /// Softmax in one format agrees with softmax in another.
  public static let precisionRefinementSoftmax = refinement(
    "precision-refinement-softmax", of: .softmax, forAll: .tameLogits)
  /// Log-sum-exp in one format agrees with log-sum-exp in another.
  public static let precisionRefinementLse = refinement(
    "precision-refinement-lse", of: .logSumExp, forAll: .tameLogits)
  /// The sigmoid in one format agrees with the sigmoid in another.
  public static let precisionRefinementSigmoid = refinement(
    "precision-refinement-sigmoid", of: .sigmoid, forAll: .smallNumbers)
}
