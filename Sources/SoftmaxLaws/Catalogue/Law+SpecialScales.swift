import Arithmetic
import SoftmaxFamily

/// Special values, fifth part: scales that are no positive number.
extension Law {
  /// With the scale zero all classes are alike; NaN and a rejection are accepted.
  public static let scaleZero = Law(
    "scale-zero", "softmax_0(x) = (1/n, …, 1/n) for finite x", "0·x = 0; convention",
    of: [.scaledSoftmax], forAll: .smallLogits
  ) { functions, x in
    let rows = [[x, 0], [Tensor([1, -1, 2] as [Double]), 0]]
    return .all(
      try .follows([.uniform, .nan, .rejecting], special(functions, rows)),
      .finite(try functions.subject(.scaledSoftmax).returned(x, 1)))
  }

  /// A scale that is NaN leaves nothing known; it may be rejected.
  public static let scaleNaN = Law(
    "scale-nan", "softmax_NaN(x) = (NaN, …, NaN)", "IEEE 754; convention",
    of: [.scaledSoftmax], forAll: .smallLogits
  ) { functions, x in
    .all(
      try .follows([.nan, .rejecting], special(functions, [[x, Tensor(.nan)]])),
      .finite(try functions.subject(.scaledSoftmax).returned(x, 1)))
  }

  /// A negative scale turns the order around; NaN and a rejection are accepted.
  public static let scaleNegative = Law(
    "scale-negative", "softmax_{−λ}(x) = softmax_λ(−x)", "definition; convention",
    of: [.scaledSoftmax], forAll: .smallLogits, .moderateScale
  ) { functions, x, scale in
    let subject = functions.subject(.scaledSoftmax)
    guard let returned = try subject.attempt([x, -scale]), !returned.elements.allSatisfy(\.isNaN)
    else {
      return .all(
        try .follows([.nan, .rejecting], special(functions, [[x, -scale], [-x, -scale]])),
        .finite(try subject.returned(x, scale)))
    }
    return .equal(try subject(x, -scale), try functions.certified(.scaledSoftmax)(-x, scale))
  }

  /// With an infinite scale the greatest entries share the mass, in the limit.
  ///
  /// Computed, `∞·0` and `∞ − ∞` are NaN: in every entry, in the greatest ones, or where `λx` is `+∞`.
  public static let scaleInfinite = Law(
    "scale-infinite",
    "softmax_∞(x) is 1/k at the k greatest entries, or follows another convention",
    "limit; convention", of: [.scaledSoftmax], forAll: .smallLogits
  ) { functions, x in
    let limit = Convention.answering { arguments in
      let greatest = Set(arguments[0].indicesOfGreatest)
      let share = 1 / Ball(Double(greatest.count))
      return Tensor(arguments[0].elements.indices.map { greatest.contains($0) ? share : 0 })
    }
    let ofDifferences = Convention.answering { arguments in
      let greatest = Set(arguments[0].indicesOfGreatest)
      return Tensor(
        arguments[0].elements.indices.map { greatest.contains($0) ? Ball(.nan) : 0 })
    }
    let ofProducts = Convention.filling { entry, x in
      let isDefined = x.elements.allSatisfy { !$0.isZero } && x.max.scalar.isPositive
      return isDefined && !entry.isPositive ? 0 : Ball(.nan)
    }
    let rows = [[x, Tensor(.infinity)], [Tensor([1, -1, 2] as [Double]), Tensor(.infinity)]]
    return .all(
      try .follows(
        [limit, .nan, ofDifferences, ofProducts, .rejecting], special(functions, rows)),
      .finite(try functions.subject(.scaledSoftmax).returned(x, 1)))
  }

  private static func special(
    _ functions: Functions, _ rows: [[Tensor]]
  ) -> [(function: Function, arguments: [Tensor])] {
    let everywhere = [functions.subject(.scaledSoftmax)] + functions.elsewhere(.scaledSoftmax)
    return everywhere.flatMap { function in
      rows.map { row in (function, row.map { rounded($0, for: function) }) }
    }
  }

  /// An argument as the format of a function has it: a number too small for it is zero there, and
  /// `∞·0` is not `∞` times the number.
  private static func rounded(_ argument: Tensor, for function: Function) -> Tensor {
    guard let format = function.contract?.format else { return argument }
    return argument.map { Ball(format.rounded($0)) }
  }
}
