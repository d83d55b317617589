/// The functions of a number or a row that the others of the family are made of, to be exchanged.
///
/// What is exchanged is used by all that is built on it: another exp is another softmax, and
/// another softmax another gradient of cross-entropy. Untouched it is the textbook.
struct Kernels<Scalar: ElementaryScalar>: Sendable {
  typealias Number = @Sendable (Scalar) -> Scalar
  typealias Reduction = @Sendable ([Scalar]) -> Scalar
  typealias RowFunction<Result> = @Sendable (Kernels, [Scalar]) -> Result
  typealias NumberFunction = @Sendable (Kernels, Scalar) -> Scalar

  /// `e^x`.
  var exponential: Number = { $0.exponential }
  /// `log x`.
  var logarithm: Number = { $0.logarithm }
  /// `log(1 + x)`.
  var logarithmOfOnePlus: Number = { $0.logarithmOfOnePlus }
  /// The greatest entry; `−∞` if there is none, NaN if one is.
  var maximum: Reduction = { x in x.contains { $0.isNaN } ? .nan : x.max() ?? -.infinity }
  /// The sum of the entries of a row.
  var sum: Reduction = { $0.reduce(0, +) }
  /// How all other sums are taken.
  var summation = Summation<Scalar>.inOrder
  /// `w/Σw`.
  var normalization: RowFunction<[Scalar]> = { kernels, weights in
    let sum = kernels.sum(weights)
    return weights.map { $0 / sum }
  }
  /// `softmax(x)`.
  var softmaxOfRow: RowFunction<[Scalar]> = { kernels, x in
    kernels.normalized(kernels.weights(x, less: kernels.maximum(x)))
  }
  /// `logSumExp(x)`.
  var logSumExpOfRow: RowFunction<Scalar> = { kernels, x in
    let maximum = kernels.maximum(x)
    guard maximum.isFinite else { return maximum }
    return maximum + kernels.logarithm(kernels.sum(kernels.weights(x, less: maximum)))
  }
  /// `logSoftmax(x)`.
  var logSoftmaxOfRow: RowFunction<[Scalar]> = { kernels, x in
    let maximum = kernels.maximum(x)
    let logarithm = kernels.logarithm(kernels.sum(kernels.weights(x, less: maximum)))
    return x.map { ($0 - maximum) - logarithm }
  }
  /// `σ(x)`.
  var sigmoidOfNumber: NumberFunction = { kernels, x in
    let t = kernels.exponential(-abs(x))
    return x < 0 ? t / (1 + t) : 1 / (1 + t)
  }
  /// `log(1 + e^x)`.
  var softplusOfNumber: NumberFunction = { kernels, x in
    max(x, 0) + kernels.logarithmOfOnePlus(kernels.exponential(-abs(x)))
  }
}

extension Kernels {
  /// `e^{x − c}`, entry by entry.
  func weights(_ x: [Scalar], less c: Scalar) -> [Scalar] { x.map { exponential($0 - c) } }

  /// `w/Σw`.
  func normalized(_ weights: [Scalar]) -> [Scalar] { normalization(self, weights) }

  /// `softmax(x)`; empty for no logits.
  func softmax(_ x: [Scalar]) -> [Scalar] { x.isEmpty ? [] : softmaxOfRow(self, x) }

  /// `logSumExp(x)`.
  func logSumExp(_ x: [Scalar]) -> Scalar { logSumExpOfRow(self, x) }

  /// `logSoftmax(x)`; empty for no logits.
  func logSoftmax(_ x: [Scalar]) -> [Scalar] { x.isEmpty ? [] : logSoftmaxOfRow(self, x) }

  /// `σ(x)`.
  func sigmoid(_ x: Scalar) -> Scalar { sigmoidOfNumber(self, x) }

  /// `log(1 + e^x)`.
  func softplus(_ x: Scalar) -> Scalar { softplusOfNumber(self, x) }
}
