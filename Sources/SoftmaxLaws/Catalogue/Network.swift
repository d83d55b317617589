import Arithmetic
import SoftmaxFamily

/// The arguments of the dense classifier, and what laws change in them.
struct Network {
  var features: Tensor
  var targets: Tensor
  var w1: Tensor
  var b1: Tensor
  var w2: Tensor
  var b2: Tensor
  var w3: Tensor
  var b3: Tensor

  /// The arguments in the order of the operation.
  var arguments: [Tensor] { [features, targets] + layers }

  private var layers: [Tensor] { [w1, b1, w2, b2, w3, b3] }

  /// All parameters in the order of the gradient.
  var parameters: Tensor { Tensor(layers.flatMap(\.elements)) }

  /// The number of parameters before those of the head.
  private var hiddenCount: Int { layers.dropLast(2).reduce(0) { $0 + $1.count } }

  /// The places of the hidden layers' parameters in the gradient.
  var hiddenParameters: [Int] { Array(0..<hiddenCount) }

  /// The places of the head's parameters in the gradient.
  var headParameters: [Int] { Array(hiddenCount..<hiddenCount + w3.count + b3.count) }

  /// The sums over each of the six tensors of parameters.
  func layerSums(of values: Tensor) -> [Ball] {
    var start = 0
    return layers.map { layer in
      defer { start += layer.count }
      return values.selecting(Array(start..<start + layer.count)).sum.scalar
    }
  }

  /// The network on rows chosen from its own.
  func with(rows: [Int]) -> Network {
    var network = self
    network.features = Tensor(rows: rows.map(features.row))
    network.targets = targets.selecting(rows)
    return network
  }

  /// The network with one logit, the second of two less the first.
  var withOneLogit: Network {
    var network = self
    network.w3 = Tensor(rows: w3.rows, columns: 1) { i, _ in w3[i, 1] - w3[i, 0] }
    network.b3 = Tensor([b3[1] - b3[0]])
    return network
  }

  /// The network with a first unit that no row can activate.
  var withDeadUnit: Network {
    var network = self
    network.b1 = Tensor([-32.5] + b1.elements.dropFirst())
    return network
  }

  /// The places of the parameters into and out of the first unit in the gradient.
  var parametersOfFirstUnit: [Int] {
    let width = b1.count
    let into = (0..<w1.rows).map { $0 * width } + [w1.count]
    let out = (0..<b2.count).map { w1.count + width + $0 }
    return into + out
  }

  /// The network with the units of the first layer in reverse.
  var withReversedUnits: Network {
    let order = Array((0..<b1.count).reversed())
    var network = self
    network.w1 = Tensor(rows: w1.rows, columns: w1.columns) { w1[$0, order[$1]] }
    network.b1 = b1.selecting(order)
    network.w2 = Tensor(rows: order.map(w2.row))
    return network
  }
}

/// The loss of a network, as a function of laws.
struct NetworkLoss {
  let function: Function

  func callAsFunction(_ network: Network) throws -> Tensor {
    try function.answer(network.arguments).enclosure
  }
}

/// The gradient of a network, as a function of laws.
struct NetworkGradient {
  let function: Function

  func callAsFunction(_ network: Network) throws -> Tensor {
    try function.answer(network.arguments).enclosure
  }

  /// What was returned, to the last bit.
  func returned(_ network: Network) throws -> Tensor {
    try function.answer(network.arguments).returned
  }
}
