import SoftmaxFamily

/// The dense classifier, forwards and backwards.
struct Network<Scalar: ElementaryScalar>: Sendable {
  /// The loss of a target at the logits of a row.
  let loss: @Sendable (_ target: Scalar, _ logits: [Scalar]) -> Scalar
  /// Its derivatives by the logits.
  let gradient: @Sendable (_ target: Scalar, _ logits: [Scalar]) -> [Scalar]
  /// How terms are added.
  let summation: Summation<Scalar>

  /// The mean of the losses.
  func meanLoss(_ network: DenseClassifier<Scalar>) -> Scalar {
    let losses = zip(network.features, network.targets).map { row, t in
      loss(t, forward(row, network)[3])
    }
    return summation.sum(losses) / Scalar(network.features.count)
  }

  /// The gradient of the loss by all weights and biases, layer by layer.
  func meanGradient(_ network: DenseClassifier<Scalar>) -> [Scalar] {
    let values = network.features.map { forward($0, network) }
    let errors = zip(values, network.targets).map { backward($0, $1, network) }
    let widths = [network.b1.count, network.b2.count, network.b3.count]
    let heights = [network.w1.count, network.w2.count, network.w3.count]
    var gradient: [Scalar] = []
    for layer in 0..<3 {
      for i in 0..<heights[layer] {
        for j in 0..<widths[layer] {
          gradient.append(
            summation.dot(values.map { $0[layer][i] }, errors.map { $0[layer][j] }))
        }
      }
      for j in 0..<widths[layer] { gradient.append(summation.sum(errors.map { $0[layer][j] })) }
    }
    return gradient.map { $0 / Scalar(network.features.count) }
  }

  /// The features, both hidden layers and the logits of one row.
  private func forward(_ row: [Scalar], _ network: DenseClassifier<Scalar>) -> [[Scalar]] {
    let first = relu(layer(row, network.w1, network.b1))
    let second = relu(layer(first, network.w2, network.b2))
    return [row, first, second, layer(second, network.w3, network.b3)]
  }

  private func layer(_ x: [Scalar], _ weights: [[Scalar]], _ biases: [Scalar]) -> [Scalar] {
    biases.indices.map { unit in
      summation.sum([biases[unit]] + zip(x, weights).map { $0 * $1[unit] })
    }
  }

  private func relu(_ x: [Scalar]) -> [Scalar] { x.map { max($0, 0) } }

  /// The derivatives of the loss by the outputs of all three layers, for one row.
  private func backward(
    _ values: [[Scalar]], _ t: Scalar, _ network: DenseClassifier<Scalar>
  ) -> [[Scalar]] {
    let head = gradient(t, values[3])
    let second = back(head, network.w3, values[2])
    return [back(second, network.w2, values[1]), second, head]
  }

  private func back(
    _ errors: [Scalar], _ weights: [[Scalar]], _ units: [Scalar]
  ) -> [Scalar] {
    zip(units, weights).map { $0 > 0 ? summation.dot($1, errors) : 0 }
  }
}

extension Textbook {
  /// The network with cross-entropy of logits, binary for one logit and categorical for two.
  static var network: Network<Scalar> {
    Network(
      loss: { t, logits in
        logits.count == 1
          ? binaryCrossEntropyWithLogits([t], logits)
          : categoricalCrossEntropyWithLogits([[1 - t, t]], [logits])
      },
      gradient: { t, logits in
        logits.count == 1
          ? [sigmoid(logits[0]) - t]
          : categoricalCrossEntropyWithLogitsGradient([[1 - t, t]], [logits])[0]
      }, summation: .inOrder)
  }
}
