import Arithmetic

/// The dense classifier: two layers with relu, and a head of one or two logits.
extension Contract {
  /// The errors of the mean loss, or of its gradient.
  ///
  /// Running error analysis: every sum of products carries the errors of its factors and its own
  /// `γ`, none where it is exact. relu passes an error on. Where the sign of a unit is not certain the
  /// gradient has no bound, as one side of the kink is as right as the other.
  func denseClassifier(_ operation: Operation, _ arguments: [Tensor]) -> [ErrorBound] {
    let inner = unrounded
    let layers = [2, 4, 6].map { DenseLayer(weights: arguments[$0], biases: arguments[$0 + 1]) }
    let passes = (0..<arguments[0].rows).map { n in
      inner.forward(arguments[0].row(n).values, target: arguments[1].values[n], layers)
    }
    let bounds =
      operation == .denseClassifierLoss
      ? [inner.meanLoss(passes)] : inner.meanGradient(passes, layers)
    return bounds.map(stored)
  }

  private func forward(
    _ features: [Double], target: Double, _ layers: [DenseLayer]
  ) -> DensePass {
    let x = features.map { Approximation($0) }
    let first = layers[0].outputs(of: x, under: self)
    let active = first.map(\.rectified)
    let second = layers[1].outputs(of: active, under: self)
    let last = second.map(\.rectified)
    return DensePass(
      inputs: [x, active, last], units: [first, second], target: target,
      logits: layers[2].outputs(of: last, under: self))
  }

  /// The error of the mean of the losses: that of their sum, and a quotient or a reciprocal.
  private func meanLoss(_ passes: [DensePass]) -> ErrorBound {
    let sum =
      passes.first?.logits.count == 1
      ? binaryLoss(passes)
      : categoricalCrossEntropy(passes.map(categoricalLoss), mayTakeProbabilities: true)
    let size = passes.reduce(0) { $0 + $1.lossReach }
    let mean = 1 / Double(passes.count)
    return ErrorBound(
      relative: Upper.compound(sum.relative, Upper.compound(2 * u, sumError(passes.count))),
      absolute: (sum.absolute * (1 + 3 * u) + 3 * u * size) * mean + tiny)
  }

  /// A row with two logits; the weight of the first class is `1 − t`, rounded unless it is exact.
  private func categoricalLoss(_ pass: DensePass) -> LogitLoss {
    LogitLoss(
      targets: [1 - pass.target, pass.target], logits: pass.logits, row: row(pass.logits))
  }

  /// T7 of logits that were computed: the slope of the loss is at most `1 + |t|`.
  ///
  /// Without a claim it may also be `−t log σ − (1 − t) log(1 − σ)`, wherever `1 − σ` is no zero.
  private func binaryLoss(_ passes: [DensePass]) -> ErrorBound {
    var bound = binaryCrossEntropyWithLogits(
      passes.map(\.target), passes.map { $0.logits[0].value.value })
    for pass in passes {
      let (t, z) = (pass.target, pass.logits[0])
      let moved = (1 + abs(t)) * z.error * (1 + bound.relative)
      let likelihood = claims.sigmoid == nil ? likelihoodError(t, z) : 0
      bound.absolute += moved + likelihood
    }
    return bound
  }

  /// The error of the logarithms of a computed `σ` and of `1 − σ`; nothing where that may be zero.
  private func likelihoodError(_ t: Double, _ z: Approximation) -> Double {
    let (logit, value) = (z.value.value, sigmoidValue(z.value.value))
    let error = sigmoidError(z)
    let complement = sigmoidValue(-logit) * (1 - 0x1p-38)
    let success = Upper.minusLogOfOneMinus(error / value * (1 + 0x1p-38))
    let failure = Upper.minusLogOfOneMinus((error + u) / complement)
    guard success.isFinite, failure.isFinite else { return 0 }
    let logarithms = abs(t) * (-logit).softplusBound + abs(1 - t) * logit.softplusBound
    return abs(t) * success + abs(1 - t) * failure
      + Upper.compound(logarithmError, 3 * u) * (logarithms + success + failure)
  }

  /// The absolute error of the sigmoid of a logit that was computed.
  private func sigmoidError(_ z: Approximation) -> Double {
    let value = sigmoidValue(z.value.value)
    let moved = Upper.exponentialMinusOne(z.error)
    return sigmoid(z.value.value).bound(of: value * (1 + moved)) + value * moved
  }

  /// T10 in the head, and from there backwards.
  private func meanGradient(_ passes: [DensePass], _ layers: [DenseLayer]) -> [ErrorBound] {
    let errors = passes.map { backward($0, layers) }
    let ones = passes.map { _ in Approximation(1) }
    var bounds: [ErrorBound] = []
    for (l, layer) in layers.enumerated() {
      let rows = errors.compactMap { $0[l] }
      guard rows.count == passes.count else {
        bounds += Array(repeating: .infinite, count: layer.count)
        continue
      }
      let columns = layer.columns.indices.map { unit in rows.map { $0[unit] } }
      for input in layer.rows.indices {
        let factors = passes.map { $0.inputs[l][input] }
        bounds += columns.map { meanProduct(factors, $0) }
      }
      bounds += columns.map { meanProduct(ones, $0) }
    }
    return bounds
  }

  /// The mean over the rows of a product, with the rows' weight before or after it.
  private func meanProduct(_ factors: [Approximation], _ errors: [Approximation]) -> ErrorBound {
    let sum = dot(factors, errors)
    guard sum.error != 0 else { return ErrorBound() }
    var size = 0.0
    for index in factors.indices { size += factors[index].reach * errors[index].reach }
    let mean = (sum.error + 4 * u * size) / Double(factors.count)
    return ErrorBound(absolute: mean * (1 + 4 * u) + 2 * tiny)
  }

  /// The derivatives with respect to the outputs of each layer, before relu; `nil` past a kink.
  private func backward(_ pass: DensePass, _ layers: [DenseLayer]) -> [[Approximation]?] {
    let head = pass.logits.count == 1 ? [binaryError(pass)] : outerError(categoricalLoss(pass))
    let second = through(layers[2], head, pass.units[1])
    let first = second.flatMap { through(layers[1], $0, pass.units[0]) }
    return [first, second, head]
  }

  private func through(
    _ layer: DenseLayer, _ errors: [Approximation], _ units: [Approximation]
  ) -> [Approximation]? {
    var result: [Approximation] = []
    for (index, unit) in units.enumerated() {
      guard let isActive = unit.isPositive else { return nil }
      result.append(isActive ? dot(layer.rows[index], errors) : Approximation(0))
    }
    return result
  }

  /// `σ(z) − t`, also as the derivative of the loss of probabilities, four roundings more, or that of
  /// two softplus functions.
  private func binaryError(_ pass: DensePass) -> Approximation {
    let (z, t) = (pass.logits[0], pass.target)
    let value = sigmoidValue(z.value.value)
    let error = max(sigmoidError(z), termwiseGradientError(t, z))
    let chain = claims.sigmoid == nil ? 6 * u * (1 + abs(t)) : 0
    let difference = Ball(value - t).widened(by: 0x1p-36)
    return Approximation(
      difference,
      error: error * (1 + u) + u * (difference.magnitudeBound + error) + chain + 4 * tiny)
  }

  /// The error of `(1 − t)σ(z) − tσ(−z)` of a logit that was computed.
  ///
  /// Its slope is at most `¼(|1 − t| + |t|)`. The logarithms of the derivatives' factors of error are sums of
  /// terms in `E`, `L` and `u` times functions of slope one.
  private func termwiseGradientError(_ t: Double, _ z: Approximation) -> Double {
    let error = termwiseGradientError(t, z.value.value)
    guard error > 0 else { return 0 }
    let slope = 0.25 + 4 * (exponentialError + logarithmError + u)
    let moved = slope * (abs(1 - t) + abs(t)) * z.error
    return error * (1 + Upper.exponentialMinusOne(z.error)) + moved * (1 + error)
  }
}

/// A layer `xW + b` of exact parameters.
private struct DenseLayer {
  /// The weights out of each input.
  let rows: [[Approximation]]
  /// The weights into each unit, and its bias.
  let columns: [[Approximation]]

  init(weights: Tensor, biases: Tensor) {
    rows = weights.approximations
    let (rows, biases) = (rows, biases.values)
    columns = biases.indices.map { unit in rows.map { $0[unit] } + [Approximation(biases[unit])] }
  }

  /// The number of parameters.
  var count: Int { columns.count * (rows.count + 1) }

  func outputs(of x: [Approximation], under contract: Contract) -> [Approximation] {
    let inputs = x + [Approximation(1)]
    return columns.map { contract.dot(inputs, $0) }
  }
}

/// What one row becomes on its way through the layers.
private struct DensePass {
  /// The inputs of each layer.
  let inputs: [[Approximation]]
  /// The outputs of the hidden layers before relu.
  let units: [[Approximation]]
  let target: Double
  let logits: [Approximation]

  /// An upper bound of the loss: `|z|` for each logit, and `log 2`.
  var lossReach: Double {
    (1 + abs(target)) * (logits.reduce(1) { $0 + 2 * $1.reach })
  }
}

extension Approximation {
  /// `max(x, 0)`, which is no further from the true value than `x` is.
  fileprivate var rectified: Approximation {
    switch isPositive {
    case true: self
    case false: Approximation(0)
    default: Approximation(value.isPositive ? value : Ball(0).widened(by: value), error: error)
    }
  }
}

extension Double {
  /// An upper bound of `log(1 + e^x)`.
  fileprivate var softplusBound: Double {
    Swift.max(self, 0) + Upper.logOfOnePlus(Upper.exponential(-Swift.abs(self)))
  }
}
