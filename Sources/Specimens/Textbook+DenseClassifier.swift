import SoftmaxFamily

/// The dense classifier, forwards and backwards.
extension Textbook {
  private static func layer(_ x: [Scalar], _ weights: [[Scalar]], _ biases: [Scalar]) -> [Scalar] {
    biases.indices.map { unit in
      zip(x, weights).reduce(biases[unit]) { $0 + $1.0 * $1.1[unit] }
    }
  }

  private static func relu(_ x: [Scalar]) -> [Scalar] { x.map { max($0, 0) } }

  /// The features, both hidden layers and the logits of one row.
  private static func forward(_ row: [Scalar], _ network: DenseClassifier<Scalar>) -> [[Scalar]] {
    let first = relu(layer(row, network.w1, network.b1))
    let second = relu(layer(first, network.w2, network.b2))
    return [row, first, second, layer(second, network.w3, network.b3)]
  }

  /// The mean of the cross-entropies with logits, binary for one logit and categorical for two.
  static func denseClassifierLoss(_ network: DenseClassifier<Scalar>) -> Scalar {
    let losses = zip(network.features, network.targets).map { row, t in
      let logits = forward(row, network)[3]
      return logits.count == 1
        ? binaryCrossEntropyWithLogits([t], logits)
        : categoricalCrossEntropyWithLogits([[1 - t, t]], [logits])
    }
    return losses.reduce(0, +) / Scalar(network.features.count)
  }

  /// The derivatives of the loss by the outputs of all three layers, for one row.
  private static func backward(
    _ values: [[Scalar]], _ t: Scalar, _ network: DenseClassifier<Scalar>
  ) -> [[Scalar]] {
    let logits = values[3]
    let head =
      logits.count == 1
      ? [sigmoid(logits[0]) - t]
      : categoricalCrossEntropyWithLogitsGradient([[1 - t, t]], [logits])[0]
    let second = back(head, network.w3, values[2])
    return [back(second, network.w2, values[1]), second, head]
  }

  private static func back(
    _ errors: [Scalar], _ weights: [[Scalar]], _ units: [Scalar]
  ) -> [Scalar] {
    zip(units, weights).map { $0 > 0 ? dot($1, errors) : 0 }
  }

  /// The gradient of the loss by all weights and biases, layer by layer.
  static func denseClassifierGradient(_ network: DenseClassifier<Scalar>) -> [Scalar] {
    let values = network.features.map { forward($0, network) }
    let errors = zip(values, network.targets).map { backward($0, $1, network) }
    let widths = [network.b1.count, network.b2.count, network.b3.count]
    let heights = [network.w1.count, network.w2.count, network.w3.count]
    var gradient: [Scalar] = []
    for layer in 0..<3 {
      for i in 0..<heights[layer] {
        for j in 0..<widths[layer] {
          gradient.append(zip(values, errors).reduce(0) { $0 + $1.0[layer][i] * $1.1[layer][j] })
        }
      }
      for j in 0..<widths[layer] { gradient.append(errors.reduce(0) { $0 + $1[layer][j] }) }
    }
    return gradient.map { $0 / Scalar(network.features.count) }
  }
}
