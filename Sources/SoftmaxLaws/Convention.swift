import Arithmetic
import SoftmaxFamily

/// One of several right answers to input where mathematics leaves the answer open.
struct Convention: Sendable {
  /// What it says: the answer to arguments, or `nil` for a rejection.
  let answer: @Sendable ([Tensor]) -> Tensor?

  /// A convention that gives an answer.
  static func answering(_ answer: @escaping @Sendable ([Tensor]) -> Tensor) -> Convention {
    Convention { answer($0) }
  }

  /// A convention that gives every entry of the first argument a value.
  static func filling(_ value: @escaping @Sendable (Ball, Tensor) -> Ball) -> Convention {
    Convention { arguments in arguments[0].map { value($0, arguments[0]) } }
  }

  /// The input is rejected.
  static let rejecting = Convention { _ in nil }

  /// NaN in every entry.
  static let nan = filling { _, _ in Ball(.nan) }

  /// Zero in every entry.
  static let zeros = filling { _, _ in 0 }

  /// One over the number of entries in every entry.
  static let uniform = filling { _, x in 1 / Ball(Double(x.count)) }
}

extension Finding {
  /// Says that the answers to several calls follow one convention, the same for all of them.
  ///
  /// The calls may be of several formats. Infinities, NaN and zeros are expected exactly, other
  /// numbers, which are probabilities of equal classes or their logarithms, within the error
  /// theorem for as many logits that are zero.
  ///
  /// - Throws: `CallFailure.rejected` where a call was rejected against every convention.
  static func follows(
    _ conventions: [Convention], _ calls: [(function: Function, arguments: [Tensor])]
  ) throws -> Finding {
    var answers: [Tensor?] = []
    for call in calls { answers.append(try call.function.attempt(call.arguments)) }
    var worst: Finding?
    for convention in conventions {
      let findings = zip(answers, calls).map { answer, call in
        matches(answer, convention.answer(call.arguments), call.function)
      }
      let finding = Finding.worst(findings)
      if !finding.isFalsified { return finding }
      worst = worst ?? finding
    }
    if answers.contains(where: { $0 == nil }), worst?.comparison == nil {
      throw CallFailure.rejected("where an answer is due")
    }
    return worst ?? .nothing
  }

  private static func matches(
    _ answer: Tensor?, _ expected: Tensor?, _ function: Function
  ) -> Finding {
    guard let answer, let expected else {
      let isRight = answer == nil && expected == nil
      return Finding(ratio: isRight ? 0 : .infinity, isVacuous: false, comparison: nil)
    }
    guard answer.shape == expected.shape else {
      return Finding(ratio: .infinity, isVacuous: false, comparison: nil)
    }
    let operation = function.operation == .logSoftmax ? Operation.logSoftmax : .softmax
    let isInexact = expected.elements.contains { $0.isReal && !$0.isZero }
    guard isInexact, let contract = function.contract else { return .identical(answer, expected) }
    let zeros = expected.flattened.map { _ in 0 }
    let bound = contract.bounds(operation, [zeros])[0]
    return .identical(
      answer,
      expected.map { value in
        guard value.isReal, !value.isZero else { return value }
        return value.widened(by: bound.bound(of: value.magnitudeBound))
      })
  }
}
