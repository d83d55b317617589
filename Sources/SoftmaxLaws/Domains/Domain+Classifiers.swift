import Arithmetic
import PropertyEngine
import SoftmaxFamily

/// Weights of logistic regression, drawn with features and targets (G14).
extension Domain<Tensor> {
  /// Weights, halves of integers; `features` and `labels` follow.
  static let regressionWeights = regression(classes: 2...3)

  /// Weights of two classes.
  static let weightsOfTwo = regression(classes: 2...2)

  /// Weights, drawn with others of the same shape, which follow the labels.
  static let pairedWeights = regression(classes: 2...3) { source, shape in
    source.integers(shape, in: -4...4, step: 1 / 2)
  }

  /// Weights, drawn with a vector for each class to multiply a Hessian with.
  static let weightsAndVector = regression(classes: 2...3) { source, shape in
    source.integers(shape, in: -2...2)
  }

  /// Weights, drawn with a shift that all classes share.
  static let weightsToShift = regression(classes: 2...3) { source, shape in
    source.integers([shape[1]], in: -4...4)
  }

  /// Weights with features of which the first is always one.
  static let weightsWithIntercept = Domain("W", "halves of integers, a row for each class") {
    source, frame throws(Discard) in
    let weights = try regression(classes: 2...3).draw(from: &source, in: &frame)
    let features = frame.companions[0]
    frame.companions[0] = Tensor(rows: features.rows, columns: features.columns) {
      $1 == 0 ? 1 : features[$0, $1]
    }
    return weights
  }

  private static func regression(
    classes: ClosedRange<Int>,
    extra: @escaping @Sendable (inout ChoiceSource, [Int]) -> Tensor? = { _, _ in nil }
  ) -> Domain {
    Domain("W", "halves of integers, a row for each class") { source, frame throws(Discard) in
      let shape = [source.integer(in: classes), source.integer(in: 1...3)]
      let rows = source.count(in: 1...33)
      let reach = source.reach(far: 12)
      let weights = source.integers(shape, in: -reach...reach, step: 1 / 2)
      let features = source.integers([rows, shape[1]], in: -2...2)
      let isSoft = source.flag(oneIn: 3)
      let targets =
        isSoft
        ? Tensor(rows: (0..<rows).map { _ in source.eighths(shape[0]) })
        : source.labels(rows, shape[0])
      frame.count = rows
      frame.companions = [features, targets] + (extra(&source, shape).map { [$0] } ?? [])
      return weights
    }
  }

  /// The weights of one of two classes, drawn with rows that they separate.
  static let separatingWeights = Domain("w", "integers, not all zero") {
    source, frame throws(Discard) in
    let d = source.integer(in: 1...3)
    let first = Double(source.integer(in: 1...3))
    let rest = source.integers([d - 1], in: -3...3)
    let weights = Tensor([Ball(first)] + rest.elements)
    let rows = source.integer(in: 1...4)
    let labels = source.labels(rows, 2)
    var features: [Tensor] = []
    for row in 0..<rows {
      let drawn = source.integers([d], in: -2...2)
      // A row on the boundary is moved off it, one on the wrong side to the other.
      let clear = drawn.dot(weights).scalar.isZero ? drawn + weights : drawn
      let isPositive = clear.dot(weights).scalar.isPositive
      features.append(isPositive == labels[row, 1].isPositive ? clear : -clear)
    }
    frame.count = rows
    frame.companions = [Tensor(rows: features), labels]
    return weights
  }

  /// The features drawn with the weights, a row for each observation.
  static let features = companion("Φ", "integers, a row for each observation")

  /// The targets drawn with the weights, a row for each observation.
  static let labels = companion("T", "rows with the sum one")

  /// The weights drawn with others.
  static let otherWeights = companion("V", "halves of integers, a row for each class")

  /// The vector drawn with the weights, a row for each class.
  static let classVector = companion("V", "integers, a row for each class")

  /// The shift drawn with the weights.
  static let commonShift = companion("c", "integers")
}

/// Networks whose units are dyadic numbers, none of them at the kink of relu.
///
/// Integers and half integers add up to the units of the first layer, quarters to those of the second:
/// the biases keep all of them from zero.
extension Domain<Tensor> {
  /// Features of a network; all its other arguments follow.
  static let networkFeatures = network(logits: 1...2)

  /// The same with a head of two logits.
  static let featuresOfTwoLogits = network(logits: 2...2)

  private static func network(logits: ClosedRange<Int>) -> Domain {
    Domain("X", "integers, a row for each observation") { source, frame throws(Discard) in
      let widths = [
        source.integer(in: 1...3), source.integer(in: 1...3), source.integer(in: 1...2),
        source.integer(in: logits),
      ]
      let rows = source.count(in: 1...18)
      let features = source.integers([rows, widths[0]], in: -2...2)
      let steps: [Double] = [1, 1, 0x1p-4]
      let offsets: [Double] = [0.5, 0.25, 0]
      var parameters: [Tensor] = []
      for layer in 0..<3 {
        let reach = layer == 1 ? 1 : layer == 0 ? 2 : 8
        let shape = [widths[layer], widths[layer + 1]]
        parameters.append(source.integers(shape, in: -reach...reach, step: steps[layer]))
        let biases = source.integers([shape[1]], in: -2...2)
        parameters.append(biases + Tensor(offsets[layer]))
      }
      frame.count = rows
      frame.companions = [source.integers([rows], in: 0...1)] + parameters
      return features
    }
  }

  /// The targets of a network.
  static let networkTargets = companion("t", "zeros and ones")
  /// The weights of the first layer.
  static let firstWeights = companion("W₁", "integers")
  /// The biases of the first layer.
  static let firstBiases = companion("b₁", "integers and a half")
  /// The weights of the second layer.
  static let secondWeights = companion("W₂", "integers")
  /// The biases of the second layer.
  static let secondBiases = companion("b₂", "integers and a quarter")
  /// The weights of the head.
  static let headWeights = companion("W₃", "sixteenths, a column for each logit")
  /// The biases of the head.
  static let headBiases = companion("b₃", "integers")
}
