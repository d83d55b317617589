import Arithmetic
import SoftmaxFamily

/// The network: two layers with relu and a head, one logit with binary or two with categorical
/// cross-entropy.
extension Law {
  /// The loss is within its error theorem, T7 or T8 of computed logits.
  public static let networkLossOracle = accuracy(
    "network-loss-oracle", "L = mean −t log y − (1 − t) log(1 − y) of relu, relu and a head",
    source: "Bishop 4.90 and 4.108; T7, T8",
    of: .denseClassifierLoss, forAll: .networkFeatures, .networkTargets, .firstWeights,
    .firstBiases, .secondWeights, .secondBiases, .headWeights, .headBiases)

  /// The gradient is within its error theorem, T10 in the head and backwards from there.
  public static let networkGradientOracle = accuracy(
    "network-gradient-oracle", "∇L by backpropagation",
    source: "Bishop 5.53–5.56; T10",
    of: .denseClassifierGradient, forAll: .networkFeatures, .networkTargets, .firstWeights,
    .firstBiases, .secondWeights, .secondBiases, .headWeights, .headBiases)

  /// A softmax of two logits and a sigmoid of their difference train the hidden layers alike.
  public static let kerasHiddenGradient = network(
    "keras-hidden-gradient",
    "Dense(2, softmax) and Dense(1, sigmoid) with w = W_2 − W_1: same loss, same hidden gradients",
    source: "∂L/∂h = (p − t)(W_2 − W_1)", head: .featuresOfTwoLogits
  ) { loss, gradient, network in
    let single = network.withOneLogit
    return .all(
      .equal(try loss(network), try loss(single)),
      .equal(
        try gradient(network).selecting(network.hiddenParameters),
        try gradient(single).selecting(single.hiddenParameters), beside: 1))
  }

  /// A step of gradient descent moves the difference of two logits twice as far as one logit.
  public static let networkSgdDoubleStep = network(
    "network-sgd-double-step", "∂L/∂W_2 − ∂L/∂W_1 = 2 ∂L/∂w for the heads of two logits and of one",
    source: "chain rule", head: .featuresOfTwoLogits
  ) { loss, gradient, network in
    let single = network.withOneLogit
    let pairs = try gradient(network).selecting(network.headParameters)
    let steps = Tensor((0..<pairs.count / 2).map { pairs[2 * $0 + 1] - pairs[2 * $0] })
    return .equal(
      steps, 2 * (try gradient(single).selecting(single.headParameters)), beside: 1)
  }

  /// The two logits of a softmax pull in opposite directions, equally hard.
  public static let networkHeadGradientSums = network(
    "network-head-gradient-sums", "∂L/∂W_1 + ∂L/∂W_2 = 0 in a head of two logits",
    source: "shift invariance of softmax", head: .featuresOfTwoLogits
  ) { loss, gradient, network in
    let pairs = try gradient(network).selecting(network.headParameters)
    let sums = Tensor((0..<pairs.count / 2).map { pairs[2 * $0] + pairs[2 * $0 + 1] })
    return .equal(sums, 0, beside: pairs.appending(1))
  }

  /// Loss and gradient are means over the rows.
  public static let networkMeanOverRows = network(
    "network-mean-over-rows", "L and ∇L are means over the rows", source: "definition"
  ) { loss, gradient, network in
    let count = Tensor(Double(network.features.rows))
    func isMean(_ function: (Network) throws -> Tensor) throws -> Finding {
      let parts = try (0..<network.features.rows).map { try function(network.with(rows: [$0])) }
      return .equal(
        try function(network), parts.dropFirst().reduce(parts[0], +) / count, beside: 1)
    }
    return .all(try isMean { try loss($0) }, try isMean { try gradient($0) })
  }

  /// The order of the rows does not matter, nor how often all of them are repeated.
  public static let networkRowPermutation = network(
    "network-row-permutation", "reversed and repeated rows leave L and ∇L unchanged",
    source: "the mean is symmetric"
  ) { loss, gradient, network in
    let rows = Array((0..<network.features.rows).reversed())
    let other = network.with(rows: rows + rows)
    return .all(
      .equal(try loss(other), try loss(network)),
      .equal(try gradient(other), try gradient(network), beside: 1))
  }

  /// A unit that no row activates has no gradient, neither into it nor out of it.
  public static let networkDeadRelu = network(
    "network-dead-relu", "the gradients into and out of a unit that is never active are 0",
    source: "relu′ = 0 there"
  ) { loss, gradient, network in
    let dead = network.withDeadUnit
    return .equal(try gradient.returned(dead).selecting(dead.parametersOfFirstUnit), 0)
  }

  /// What a layer of relu takes in is what it hands on, as relu is homogeneous.
  public static let networkLayerBalance = network(
    "network-layer-balance",
    "⟨W_l, ∂L/∂W_l⟩ + ⟨b_l, ∂L/∂b_l⟩ = ⟨W_{l+1}, ∂L/∂W_{l+1}⟩ for the hidden layers l",
    source: "x relu′(x) = relu(x)"
  ) { loss, gradient, network in
    let products = network.parameters * (try gradient(network))
    let sums = network.layerSums(of: products)
    return .equal(
      Tensor([sums[0] + sums[1], sums[2] + sums[3]]), Tensor([sums[2], sums[4]]),
      beside: products.appending(1))
  }

  /// The units of a hidden layer have no order.
  public static let networkUnitPermutation = network(
    "network-unit-permutation", "permuting the units of a hidden layer leaves L unchanged",
    source: "a sum has no order"
  ) { loss, gradient, network in
    .equal(try loss(network.withReversedUnits), try loss(network))
  }

  /// Makes a law about loss and gradient of a network.
  private static func network(
    _ name: String, _ statement: String, source: String,
    head features: Domain<Tensor> = .networkFeatures,
    says body: @escaping @Sendable (NetworkLoss, NetworkGradient, Network) throws -> Finding
  ) -> Law {
    Law(
      name, statement, source: source, of: .denseClassifierLoss, .denseClassifierGradient,
      forAll: features, .networkTargets, .firstWeights, .firstBiases, .secondWeights,
      .secondBiases, .headWeights, .headBiases
    ) { loss, gradient, x, t, w1, b1, w2, b2, w3, b3 in
      try body(
        NetworkLoss(function: loss), NetworkGradient(function: gradient),
        Network(features: x, targets: t, w1: w1, b1: b1, w2: w2, b2: b2, w3: w3, b3: b3))
    }
  }
}
