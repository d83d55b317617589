import Foundation
import SoftmaxFamily

/// The textbook with one small fault, as real implementations have had them.
struct Mutant: Sendable {
  /// What the fault is.
  let name: String
  /// The laws that have to see it.
  let laws: [String]
  /// The implementation with the fault, in binary32 and binary64.
  let implementation: Implementation

  init(
    _ name: String, in operation: SoftmaxFamily.Operation, seenBy laws: String...,
    function: @escaping @Sendable (_ arguments: [[Double]], _ shape: [Int]) -> [Double]
  ) {
    self.name = name
    self.laws = laws
    implementation = .textbook(but: operation, name, function)
  }

  /// A fault in a function of one vector.
  init(
    _ name: String, in operation: SoftmaxFamily.Operation, seenBy laws: String...,
    vector: @escaping @Sendable ([Double]) -> [Double]
  ) {
    self.name = name
    self.laws = laws
    implementation = .textbook(but: operation, name) { arguments, _ in vector(arguments[0]) }
  }
}

/// The stable algorithms in doubles, to be made wrong.
private enum Right {
  static func exponentials(_ x: [Double], less maximum: Double) -> [Double] {
    x.map { exp($0 - maximum) }
  }

  static func quotients(_ x: [Double], by sum: Double) -> [Double] { x.map { $0 / sum } }

  static func softmax(_ x: [Double], scale: Double = 1) -> [Double] {
    let scaled = x.map { scale * $0 }
    let exponentials = exponentials(scaled, less: scaled.max() ?? 0)
    return quotients(exponentials, by: exponentials.reduce(0, +))
  }

  static func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  static func softplus(_ x: Double) -> Double { max(x, 0) + log1p(exp(-abs(x))) }

  /// `x − max − log Σ e^{x − max}`, for whatever is taken for the maximum.
  static func logSoftmax(_ x: [Double], maximum: Double? = nil) -> [Double] {
    let maximum = maximum ?? x.max() ?? 0
    let logarithm = log(exponentials(x, less: maximum).reduce(0, +))
    return x.map { ($0 - maximum) - logarithm }
  }

  /// `scale g_i (δ_ij − g_j)`.
  static func jacobian(_ g: [Double], scale: Double) -> [Double] {
    g.indices.flatMap { i in
      g.indices.map { j in
        let other: Double = (i == j ? 1 : 0) - g[j]
        return scale * g[i] * other
      }
    }
  }

  /// The sum of a function of the entries of two vectors.
  static func sum(
    _ arguments: [[Double]], _ term: (_ target: Double, _ prediction: Double) -> Double
  ) -> [Double] {
    [zip(arguments[0], arguments[1]).reduce(0) { $0 + term($1.0, $1.1) }]
  }

  /// What a function makes of each row of two matrices.
  static func rows<Result>(
    _ arguments: [[Double]], _ shape: [Int], _ function: ([Double], [Double]) -> Result
  ) -> [Result] {
    (0..<shape[0]).map { row in
      let slice = row * shape[1]..<(row + 1) * shape[1]
      return function(Array(arguments[0][slice]), Array(arguments[1][slice]))
    }
  }
}

extension Mutant {
  /// Faults in softmax.
  static let ofSoftmax: [Mutant] = [
    Mutant("the maximum starts at zero", in: .softmax, seenBy: "softmax-oracle") { x in
      let maximum = max(x.max() ?? 0, 0)
      // Too small numbers vanish in binary32 too.
      let exponentials = Right.exponentials(x, less: maximum).map { Double(Float($0)) }
      return Right.quotients(exponentials, by: exponentials.reduce(0, +))
    },
    Mutant("the sum starts at the second entry", in: .softmax, seenBy: "softmax-sum-one") { x in
      let exponentials = Right.exponentials(x, less: x.max() ?? 0)
      return Right.quotients(exponentials, by: exponentials.dropFirst().reduce(0, +))
    },
    Mutant("padding counts as zeros", in: .softmax, seenBy: "softmax-sum-one") { x in
      let padding = Array(repeating: 0.0, count: (4 - x.count % 4) % 4)
      return Array(Right.softmax(x + padding).prefix(x.count))
    },
    Mutant("powers of two", in: .softmax, seenBy: "softmax-odds-ratio") { x in
      Right.softmax(x, scale: 0.6931471805599453)
    },
    Mutant("the difference is flipped", in: .softmax, seenBy: "softmax-order-preserving") { x in
      Right.softmax(x, scale: -1)
    },
    Mutant("softmax twice", in: .softmax, seenBy: "softmax-odds-ratio", "softmax-of-log-p") { x in
      Right.softmax(Right.softmax(x))
    },
    Mutant("the logarithm is returned", in: .softmax, seenBy: "softmax-nonneg-le-one") { x in
      Right.logSoftmax(x)
    },
    Mutant("exp flushed past thirteen", in: .softmax, seenBy: "softmax-oracle") { x in
      let exponentials = Right.exponentials(x, less: x.max() ?? 0).map { $0 < 2.26e-6 ? 0 : $0 }
      return Right.quotients(exponentials, by: exponentials.reduce(0, +))
    },
    Mutant("masked by a finite number", in: .softmax, seenBy: "softmax-masked") { x in
      Right.softmax(x.map { $0 == -.infinity ? -10 : $0 })
    },
  ]

  /// Faults in log-softmax and log-sum-exp.
  static let ofLogarithms: [Mutant] = [
    Mutant("the maximum skips the first entry", in: .logSoftmax, seenBy: "logsoftmax-finite") { x in
      Right.logSoftmax(x, maximum: x.dropFirst().max() ?? -.infinity)
    },
    Mutant("the logarithm of softmax", in: .logSoftmax, seenBy: "logsoftmax-finite") { x in
      Right.softmax(x).map { log($0) }
    },
    Mutant("no shift", in: .logSumExp, seenBy: "lse-extreme-finite", "lse-le-max-ln-n") { x in
      [log(Right.exponentials(x, less: 0).reduce(0, +))]
    },
    Mutant(
      "the maximum is never added back", in: .logSumExp,
      seenBy: "lse-shift-equivariance", "lse-ge-max", "lse-singleton"
    ) { x in
      [log(Right.exponentials(x, less: x.max() ?? 0).reduce(0, +))]
    },
  ]

  /// Faults in functions of one number.
  static let ofScalars: [Mutant] = [
    Mutant("e^x/(1 + e^x)", in: .sigmoid, seenBy: "sigmoid-oracle", "sigmoid-range") { x in
      x.map { exp($0) / (1 + exp($0)) }
    },
    Mutant("σ clamped at sixteen", in: .sigmoid, seenBy: "sigmoid-tail") { x in
      x.map { Right.sigmoid(min(max($0, -16), 16)) }
    },
    Mutant("log(1 + e^x)", in: .softplus, seenBy: "softplus-oracle", "softplus-extremes") { x in
      x.map { log(1 + exp($0)) }
    },
    Mutant("linear above ten", in: .softplus, seenBy: "softplus-oracle") { x in
      x.map { $0 > 10 ? $0 : Right.softplus($0) }
    },
    Mutant("log σ naively", in: .logSigmoid, seenBy: "logsigmoid-softplus") { x in
      x.map { log(Right.sigmoid($0)) }
    },
    Mutant("σ′ of x for σ", in: .sigmoidDerivative, seenBy: "sigmoid-derivative") { x in
      x.map { $0 * (1 - $0) }
    },
  ]

  /// Faults in losses and their gradients.
  static let ofLosses: [Mutant] = [
    Mutant("logits clamped to 100", in: .binaryCrossEntropyWithLogits, seenBy: "bce-hard-labels") {
      arguments, _ in
      Right.sum(arguments) { target, logit in
        let z = min(max(logit, -100), 100)
        return Right.softplus(z) - target * z
      }
    },
    Mutant("the loss of rounded σ", in: .binaryCrossEntropyWithLogits, seenBy: "bce-extreme-finite")
    {
      arguments, _ in
      Right.sum(arguments) { target, logit in
        let y = Right.sigmoid(logit)
        let other = (1 - target) * log(1 - y)
        return -target * log(y) - other
      }
    },
    Mutant("log(y + ε)", in: .categoricalCrossEntropy, seenBy: "cce-prob-oracle") { arguments, _ in
      Right.sum(arguments) { target, y in -target * log(y + 1e-3) }
    },
    Mutant("the mean of rows", in: .categoricalCrossEntropyWithLogits, seenBy: "cce-oracle") {
      arguments, shape in
      let losses = Right.rows(arguments, shape) { targets, logits in
        Right.sum([targets, Right.logSoftmax(logits)]) { -$0 * $1 }[0]
      }
      return [losses.reduce(0, +) / Double(shape[0])]
    },
    Mutant(
      "targets taken to sum to one", in: .categoricalCrossEntropyWithLogitsGradient,
      seenBy: "cce-gradient-mass", "cce-gradient-sum-zero"
    ) { arguments, shape in
      Right.rows(arguments, shape) { targets, logits in
        zip(Right.softmax(logits), targets).map { $0 - $1 }
      }.flatMap { $0 }
    },
  ]

  /// Faults in derivatives, and in the reduced softmax and its inverse.
  static let ofDerivatives: [Mutant] = [
    Mutant(
      "only the diagonal", in: .softmaxVectorJacobianProduct,
      seenBy: "vjp-ones", "vjp-formula", "vjp-basis-rows"
    ) { arguments, _ in
      zip(Right.softmax(arguments[0]), arguments[1]).map { $1 * $0 * (1 - $0) }
    },
    Mutant("λ is missing", in: .softmaxJacobian, seenBy: "softmax-jacobian-formula") {
      arguments, _ in
      Right.jacobian(Right.softmax(arguments[0], scale: arguments[1][0]), scale: 1)
    },
    Mutant("a factor of two", in: .softmaxJacobian, seenBy: "jacobian-inf-norm-half") {
      arguments, _ in
      let scale = arguments[1][0]
      return Right.jacobian(Right.softmax(arguments[0], scale: scale), scale: 2 * scale)
    },
    Mutant(
      "the pivot is missing", in: .inverseReducedSoftmax,
      seenBy: "invsoft-left-inverse", "invsoft-right-inverse"
    ) { arguments, _ in
      arguments[0].dropFirst().map { log($0) / arguments[1][0] }
    },
    Mutant("another pivot", in: .inverseReducedSoftmax, seenBy: "invsoft-left-inverse") {
      arguments, _ in
      let last = arguments[0].last ?? 1
      return arguments[0].dropLast().map { log($0 / last) / arguments[1][0] }
    },
    Mutant("the pivot's logit is one", in: .reducedSoftmax, seenBy: "soft-definition") {
      arguments, _ in
      Right.softmax([1 / arguments[1][0]] + arguments[0], scale: arguments[1][0])
    },
  ]
}
