import SoftmaxFamily

/// The formulas as printed, without a shift: right until an exponential over- or underflows.
enum Naive<Scalar: ElementaryScalar> {
  /// `e^x/Σe^x`.
  static func softmax(_ x: [Scalar]) -> [Scalar] {
    let exponentials = x.map(\.exponential)
    let sum = exponentials.reduce(0, +)
    return exponentials.map { $0 / sum }
  }

  /// The formulas under the names of the family.
  static var functions: SwiftFunctions<Scalar> {
    var functions = SwiftFunctions<Scalar>()
    functions.softmax = { softmax($0) }
    functions.scaledSoftmax = { x, scale in softmax(x.map { scale * $0 }) }
    functions.logSumExp = { $0.reduce(0) { $0 + $1.exponential }.logarithm }
    functions.logSoftmax = { softmax($0).map(\.logarithm) }
    functions.logSumExpGradient = { softmax($0) }
    functions.sigmoid = { $0.map { $0.exponential / (1 + $0.exponential) } }
    functions.logSigmoid = { $0.map { -(1 + (-$0).exponential).logarithm } }
    functions.softplus = { $0.map { (1 + $0.exponential).logarithm } }
    functions.reducedSoftmax = { eta, scale in softmax([0] + eta.map { scale * $0 }) }
    functions.binaryCrossEntropyWithLogits = { targets, logits in
      zip(targets, logits).reduce(0) { sum, pair in
        let y = 1 / (1 + (-pair.1).exponential)
        return sum - pair.0 * y.logarithm - (1 - pair.0) * (1 - y).logarithm
      }
    }
    functions.categoricalCrossEntropyWithLogits = { targets, logits in
      zip(targets, logits).reduce(0) { sum, rows in
        zip(rows.0, softmax(rows.1)).reduce(sum) { $0 - $1.0 * $1.1.logarithm }
      }
    }
    return functions
  }
}
