import Arithmetic
import FixtureSupport
import SoftmaxFamily

/// Logistic regression, in every form that the error theorems cover.
extension SimulatedArithmetic {
  mutating func regressionObjective(_ arguments: [Tensor]) -> Double {
    let targets = matrix(arguments[2])
    let logits = regressionLogits(arguments)
    guard contract.claims.algorithm == nil, coin() else {
      return categoricalCrossEntropyWithLogits(targets, logits)
    }
    let probabilities = logits.map { softmax($0) }
    let isNormal = probabilities.joined().allSatisfy { $0 > 4 * contract.working.leastNormal }
    guard isNormal else { return categoricalCrossEntropyWithLogits(targets, logits) }
    return categoricalCrossEntropy(targets.flatMap { $0 }, probabilities.flatMap { $0 })
  }

  private mutating func regressionLogits(_ arguments: [Tensor]) -> [[Double]] {
    let weights = matrix(arguments[0])
    return matrix(arguments[1]).map { row in weights.map { dot($0, row) } }
  }

  mutating func regressionGradient(_ arguments: [Tensor]) -> [Double] {
    let (features, targets) = (matrix(arguments[1]), matrix(arguments[2]))
    let errors = zip(targets, regressionLogits(arguments)).map { outerError($0, $1) }
    return (0..<arguments[0].rows).flatMap { k in
      (0..<arguments[0].columns).map { a in dot(errors.map { $0[k] }, features.map { $0[a] }) }
    }
  }

  /// `g Σt − t`, or the derivative of `−Σ t log g` and of softmax one after the other.
  private mutating func outerError(_ targets: [Double], _ logits: [Double]) -> [Double] {
    guard contract.claims.algorithm == nil, coin() else {
      return categoricalCrossEntropyWithLogitsGradient(targets, logits)
    }
    let g = softmax(logits)
    guard g.allSatisfy({ $0 > 4 * contract.working.leastNormal }) else {
      return categoricalCrossEntropyWithLogitsGradient(targets, logits)
    }
    let v = zip(targets, g).map { -divide($0, $1) }
    let mean = dot(g, v)
    return zip(g, v).map { multiply($0, subtract($1, mean)) }
  }

  mutating func regressionHessian(_ arguments: [Tensor]) -> [Double] {
    let (k, d) = (arguments[0].rows, arguments[0].columns)
    let (features, targets) = (matrix(arguments[1]), matrix(arguments[2]))
    let rows = regressionLogits(arguments).map {
      softmaxJacobian(softmax($0), scale: 1, columns: 0..<k)
    }
    let masses = targets.map { sum($0) }
    return (0..<k * d).flatMap { i in
      (0..<k * d).map { j in
        sum(
          rows.indices.map { n in
            let curvature = multiply(masses[n], rows[n][i / d * k + j / d])
            return multiply(multiply(curvature, features[n][i % d]), features[n][j % d])
          })
      }
    }
  }

  private func matrix(_ tensor: Tensor) -> [[Double]] {
    (0..<tensor.rows).map { tensor.row($0).values }
  }
}

/// The dense classifier, with losses of logits or of probabilities.
extension SimulatedArithmetic {
  private mutating func layer(_ x: [Double], _ weights: Tensor, _ biases: Tensor) -> [Double] {
    (0..<weights.columns).map { unit in
      dot(x + [1], weights.column(unit).values + [biases.values[unit]])
    }
  }

  /// Features, hidden layers and logits of every row.
  private mutating func forward(_ arguments: [Tensor]) -> [[[Double]]] {
    matrix(arguments[0]).map { row in
      let first = layer(row, arguments[2], arguments[3]).map { max($0, 0) }
      let second = layer(first, arguments[4], arguments[5]).map { max($0, 0) }
      return [row, first, second, layer(second, arguments[6], arguments[7])]
    }
  }

  mutating func denseClassifierLoss(_ arguments: [Tensor]) -> Double {
    let losses = zip(forward(arguments), arguments[1].values).map { values, t in
      headLoss(t, values[3])
    }
    let count = Double(losses.count)
    return coin() ? divide(sum(losses), count) : multiply(divide(1, count), sum(losses))
  }

  private mutating func headLoss(_ t: Double, _ logits: [Double]) -> Double {
    let mayTakeProbabilities =
      (logits.count == 1 ? contract.claims.sigmoid == nil : contract.claims.algorithm == nil)
      && logits.allSatisfy { abs($0) < 3 }
    let weights = [subtract(1, t), t]
    if mayTakeProbabilities, coin() {
      let p = logits.count == 1 ? binaryProbabilities(logits[0]) : softmax(logits)
      return categoricalCrossEntropy(weights, p)
    }
    return logits.count == 1
      ? binaryCrossEntropyWithLogits([t], logits)
      : categoricalCrossEntropyWithLogits([weights], [logits])
  }

  private mutating func binaryProbabilities(_ logit: Double) -> [Double] {
    let y = sigmoid(logit)
    return [subtract(1, y), y]
  }

  private mutating func headError(_ t: Double, _ logits: [Double]) -> [Double] {
    logits.count == 1
      ? [binaryCrossEntropyGradient(t, logits[0])] : outerError([subtract(1, t), t], logits)
  }

  mutating func denseClassifierGradient(_ arguments: [Tensor]) -> [Double] {
    let values = forward(arguments)
    let count = Double(values.count)
    let isWeightedFirst = coin()
    let errors = zip(values, arguments[1].values).map { values, t -> [[Double]] in
      let error = headError(t, values[3])
      let head = isWeightedFirst ? error.map { divide($0, count) } : error
      let second = back(head, arguments[6], values[2])
      return [back(second, arguments[4], values[1]), second, head]
    }
    let gradient = (0..<3).flatMap { l -> [Double] in
      let weights = arguments[2 * l + 2]
      let products = (0..<weights.rows).flatMap { i in
        (0..<weights.columns).map { j in dot(values.map { $0[l][i] }, errors.map { $0[l][j] }) }
      }
      return products + (0..<weights.columns).map { j in sum(errors.map { $0[l][j] }) }
    }
    return isWeightedFirst ? gradient : gradient.map { divide($0, count) }
  }

  private mutating func back(
    _ errors: [Double], _ weights: Tensor, _ units: [Double]
  ) -> [Double] {
    units.indices.map { units[$0] > 0 ? dot(weights.row($0).values, errors) : 0 }
  }
}
