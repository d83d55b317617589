import Arithmetic
import SoftmaxFamily

/// Special values, sixth part: sparse maps of rows that have no answer, and `α = 1`.
extension Law {
  /// Calls of a sparse map with rows, in every format there is; with `α = 3/2` where it is asked for.
  private static func calls(
    _ functions: Functions, _ operation: Operation, _ rows: [Tensor]
  ) -> [(function: Function, arguments: [Tensor])] {
    let everywhere = [functions.subject(operation)] + functions.elsewhere(operation)
    return everywhere.flatMap { function in
      rows.map { (function, operation == .entmax ? [$0, 1.5] : [$0]) }
    }
  }

  /// The law that rows are answered by one of several conventions, and numbers in their place by numbers.
  private static func undefined(
    _ name: String, _ statement: String, of operation: Operation, forAll rows: Domain<Tensor>,
    follows conventions: [Convention], _ make: @escaping @Sendable (Tensor) -> [Tensor]
  ) -> Law {
    Law(name, statement, "convention", of: [operation], forAll: rows.named("z")) {
      functions, z throws in
      let numbers = make(z)[0].map { $0.isReal ? $0 : 0 }
      let call = calls(functions, operation, [numbers])[0]
      return .all(
        try .follows(conventions, calls(functions, operation, make(z))),
        .finite(try call.function.answer(call.arguments).returned))
    }
  }

  private static func notANumber(_ name: String, of operation: Operation) -> Law {
    undefined(
      name, "\(operation.rawValue) of a row with NaN in it is NaN, in every entry, or rejected",
      of: operation, forAll: .logitsWithNaN, follows: [.nan, .rejecting]
    ) { [$0] }
  }

  /// A row without any score is no distribution, whatever its length.
  private static func fullyMasked(_ name: String, of operation: Operation) -> Law {
    undefined(
      name, "\(operation.rawValue)((−∞, …, −∞)) is NaN, in every entry, or rejected",
      of: operation, forAll: .zeros, follows: [.nan, .rejecting]
    ) { z in
      [z.count, 1, z.count + 1].map { Tensor(Array(repeating: -Double.infinity, count: $0)) }
    }
  }

  /// In the limit the entries `+∞` share the mass; `∞ − ∞` is NaN.
  private static func infinite(_ name: String, of operation: Operation) -> Law {
    let limit = Convention.filling { entry, z in
      let count = z.elements.count { $0.isInfinite && $0.isPositive }
      return entry.isInfinite && entry.isPositive ? 1 / Ball(Double(count)) : 0
    }
    return undefined(
      name, "\(operation.rawValue) of a row with +∞ follows one convention",
      of: operation, forAll: .infiniteLogits, follows: [.nan, limit, .rejecting]
    ) { [$0] }
  }

  /// NaN goes through sparsemax, where sorting can lose it.
  public static let sparsemaxNaN = notANumber("sparsemax-nan", of: .sparsemax)
  /// NaN goes through 1.5-entmax, where sorting can lose it.
  public static let entmax15NaN = notANumber("entmax15-nan", of: .entmax15)
  /// NaN goes through α-entmax, where halving can lose it.
  public static let entmaxNaN = notANumber("entmax-nan", of: .entmax)

  /// Sparsemax of no score at all.
  public static let sparsemaxFullyMasked = fullyMasked("sparsemax-fully-masked", of: .sparsemax)
  /// 1.5-entmax of no score at all.
  public static let entmax15FullyMasked = fullyMasked("entmax15-fully-masked", of: .entmax15)
  /// α-entmax of no score at all.
  public static let entmaxFullyMasked = fullyMasked("entmax-fully-masked", of: .entmax)

  /// Sparsemax of scores that are `+∞`.
  public static let sparsemaxInfinite = infinite("sparsemax-infinite", of: .sparsemax)
  /// 1.5-entmax of scores that are `+∞`.
  public static let entmax15Infinite = infinite("entmax15-infinite", of: .entmax15)
  /// α-entmax of scores that are `+∞`.
  public static let entmaxInfinite = infinite("entmax-infinite", of: .entmax)

  /// For `α = 1` entmax is softmax, its limit; NaN and a rejection are accepted, as `1/(α − 1)` is infinite.
  public static let entmaxAlphaOne = Law(
    "entmax-alpha-one", "entmax_1(z) = softmax(z), NaN or rejected",
    "Peters–Niculae–Martins; convention",
    of: [.entmax], forAll: .smallLogits.named("z")
  ) { functions, z in
    let entmax = functions.subject(.entmax)
    guard let returned = try entmax.attempt([z, 1]), !returned.elements.allSatisfy(\.isNaN) else {
      let others: [(function: Function, arguments: [Tensor])] = [
        (entmax, [z, 1]), (entmax, [Tensor([1, -1, 2] as [Double]), 1]),
      ]
      return .all(
        try .follows([.nan, .rejecting], others), .finite(try entmax.returned(z, 1.5)))
    }
    return .equal(try entmax(z, 1), try functions.certified(.softmax)(z))
  }
}
