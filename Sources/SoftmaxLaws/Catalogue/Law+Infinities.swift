import Arithmetic
import SoftmaxFamily

/// Special values, second part: rows of −∞, rows with +∞, rows without entries.
extension Law {
  /// Calls of one operation with arguments of several lengths, in every format there is.
  private static func calls(
    _ functions: Functions, _ operation: Operation, _ rows: [[Tensor]]
  ) -> [(function: Function, arguments: [Tensor])] {
    let everywhere = [functions.subject(operation)] + functions.elsewhere(operation)
    return everywhere.flatMap { function in rows.map { (function, $0) } }
  }

  /// A row of `−∞` beside one of a single `−∞`, of the next length, and of a vector register's.
  private static func masked(like x: Tensor) -> [[Tensor]] {
    [x.count, 1, x.count + 1, 128].map { count in
      [Tensor(Array(repeating: -Double.infinity, count: count))]
    }
  }

  /// What the first entry is where it is finite and the others as they were: always a number.
  private static func unmasked(_ function: Function, _ x: Tensor) throws -> Finding {
    let returned = try function.returned(Tensor([0] + x.elements.dropFirst()))
    return .finite(Tensor(returned[0]))
  }

  private static func conventions(_ claim: Claims.FullyMasked?) -> [Convention] {
    switch claim {
    case .nan: [.nan]
    case .zeros: [.zeros]
    case .uniform: [.uniform]
    case .error: [.rejecting]
    case nil: [.nan, .zeros, .uniform, .rejecting]
    }
  }

  /// A row without any mass has the distribution that is claimed, or one of those in use.
  ///
  /// NaN, zeros, uniform or a rejection: the same for all lengths and formats.
  public static let softmaxFullyMasked = Law(
    "softmax-fully-masked", "softmax((−∞, …, −∞)) follows one convention", "convention",
    of: [.softmax], forAll: .zeros
  ) { functions, x in
    let (softmax, rows) = (functions.subject(.softmax), masked(like: x))
    let claim = softmax.contract?.claims.fullyMasked
    return .all(
      try .follows(conventions(claim), calls(functions, .softmax, rows)),
      try unmasked(softmax, rows[0][0]))
  }

  /// Log-softmax of no mass is NaN, `−∞`, minus the logarithm of the count, or rejected.
  public static let logsoftmaxFullyMasked = Law(
    "logsoftmax-fully-masked", "logSoftmax((−∞, …, −∞)) follows one convention", "convention",
    of: [.logSoftmax], forAll: .zeros
  ) { functions, x in
    let infinite = Convention.filling { _, _ in Ball(-.infinity) }
    let uniform = Convention.filling { _, x in -Ball(Double(x.count)).logarithm() }
    let (logSoftmax, rows) = (functions.subject(.logSoftmax), masked(like: x))
    let claim = logSoftmax.contract?.claims.fullyMasked
    let conventions: [Convention] =
      switch claim {
      case .nan: [.nan]
      // The logarithm of zero; or NaN, where only probabilities are mended.
      case .zeros: [infinite, .nan]
      case .uniform: [uniform, .nan]
      case .error: [.rejecting]
      case nil: [.nan, infinite, uniform, .rejecting]
      }
    return .all(
      try .follows(conventions, calls(functions, .logSoftmax, rows)),
      try unmasked(logSoftmax, rows[0][0]))
  }

  /// The gradient of log-sum-exp where it is `−∞` is NaN, or zeros.
  public static let lseGradientFullyMasked = Law(
    "lse-gradient-fully-masked", "∇ logSumExp((−∞, …, −∞)) follows one convention", "convention",
    of: [.logSumExpGradient], forAll: .zeros
  ) { functions, x in
    let (gradient, rows) = (functions.subject(.logSumExpGradient), masked(like: x))
    let claim = gradient.contract?.claims.fullyMaskedGradient
    return .all(
      try .follows(conventions(claim), calls(functions, .logSumExpGradient, rows)),
      try unmasked(gradient, rows[0][0]))
  }

  /// Entries `+∞` share the mass in the limit; `∞ − ∞` is NaN.
  public static let softmaxInfinite = Law(
    "softmax-infinite", "softmax of a row with +∞ follows one convention", "convention",
    of: [.softmax], forAll: .infiniteLogits
  ) { functions, x in
    let limit = Convention.filling { entry, x in
      let count = x.elements.count { $0.isInfinite && $0.isPositive }
      return entry.isInfinite && entry.isPositive ? 1 / Ball(Double(count)) : 0
    }
    // e^∞/e^∞ for the infinite entries alone.
    let quotient = Convention.filling { entry, _ in
      Ball(entry.isInfinite && entry.isPositive ? .nan : 0)
    }
    let claim = functions.subject(.softmax).contract?.claims.infiniteLogits
    let conventions =
      claim.map { $0 == .nan ? [.nan] : [limit] } ?? [.nan, limit, quotient, .rejecting]
    // The infinite entries alone, and a single one, are answered in the same way.
    let rows = [x, Tensor(x.elements.filter(\.isInfinite)), Tensor([Ball(.infinity)])]
    return .all(
      try .follows(conventions, calls(functions, .softmax, rows.map { [$0] })),
      .finite(try functions.subject(.softmax).returned(x.map { $0.isReal ? $0 : 0 })))
  }

  /// Beside `+∞` a finite entry has the logarithm `−∞`, or `∞ − ∞` makes all of them NaN.
  public static let logsoftmaxInfinite = Law(
    "logsoftmax-infinite", "logSoftmax of a row with +∞ follows one convention", "convention",
    of: [.logSoftmax], forAll: .infiniteLogits
  ) { functions, x in
    let limit = Convention.filling { entry, x in
      let count = x.elements.count { $0.isInfinite && $0.isPositive }
      let isGreatest = entry.isInfinite && entry.isPositive
      return isGreatest ? -Ball(Double(count)).logarithm() : Ball(-.infinity)
    }
    // x − logSumExp(x), which is ∞ − ∞ for the infinite entries alone.
    let difference = Convention.filling { entry, _ in
      Ball(entry.isInfinite && entry.isPositive ? .nan : -.infinity)
    }
    let claim = functions.subject(.logSoftmax).contract?.claims.infiniteLogits
    let conventions =
      claim.map { $0 == .nan ? [.nan, difference] : [limit] } ?? [
        .nan, difference, limit, .rejecting,
      ]
    return .all(
      try .follows(conventions, calls(functions, .logSoftmax, [[x]])),
      .finite(try functions.subject(.logSoftmax).returned(x.map { $0.isReal ? $0 : 0 })))
  }

  /// Log-sum-exp of a row with `+∞` is `+∞`, whatever else there is.
  public static let lseInfinite = Law(
    "lse-infinite", "logSumExp of a row with +∞ is +∞", source: "max x ≤ logSumExp(x)",
    of: .logSumExp,
    forAll: .infiniteLogits
  ) { logSumExp, x in
    .identical(try logSumExp.returned(x), Tensor(.infinity))
  }

  /// Softmax of nothing is nothing, or rejected.
  public static let softmaxEmpty = empty("softmax-empty", of: .softmax, is: nothing)
  /// Log-softmax of nothing is nothing, or rejected.
  public static let logsoftmaxEmpty = empty("logsoftmax-empty", of: .logSoftmax, is: nothing)
  /// The sigmoid of nothing is nothing, or rejected.
  public static let sigmoidEmpty = empty("sigmoid-empty", of: .sigmoid, is: nothing)
  /// Log-sum-exp of nothing is `−∞`, the neutral element, or rejected.
  public static let lseEmpty = empty("lse-empty", of: .logSumExp, is: Tensor(-.infinity))

  private static let nothing = Tensor([] as [Double])

  /// What is made of an input without entries, and that an input with entries is answered after it.
  private static func empty(
    _ name: String, of operation: Operation, is value: Tensor
  ) -> Law {
    Law(
      name, "\(operation.rawValue) of an empty row is \(value.shape.isEmpty ? "−∞" : "empty")",
      "convention", of: [operation], forAll: .smallLogits
    ) { functions, x in
      let subject = functions.subject(operation)
      let answering = Convention.answering { _ in value }
      let claim = subject.contract?.claims.empty
      let conventions = claim.map { $0 == .empty ? [answering] : [.rejecting] }
      let rows = calls(functions, operation, [[nothing]])
      return .all(
        try .follows(conventions ?? [answering, .rejecting], rows),
        .finite(try subject.returned(x)))
    }
  }
}
