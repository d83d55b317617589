import Arithmetic
import SoftmaxFamily

/// The dense classifier: two layers with relu, and a head of one or two logits.
///
/// The radius of a gradient is relative to the largest term of its sums over units and rows.
/// The slope of relu at zero is taken as zero. A head of any other width has no loss: NaN.
extension Reference {
  static func denseClassifier(_ operation: Operation, _ arguments: [Tensor]) -> [Ball] {
    let layers = [2, 4, 6].map { DenseLayer(weights: arguments[$0], biases: arguments[$0 + 1]) }
    let count = Ball(Double(arguments[0].rows))
    let passes = (0..<arguments[0].rows).map { n in
      DensePass(arguments[0].row(n).elements, target: arguments[1][n], layers)
    }
    let isGradient = operation == .denseClassifierGradient
    guard [1, 2].contains(arguments[7].count) else {
      let size = isGradient ? layers.reduce(0) { $0 + $1.count } : 1
      return Array(repeating: Ball(.nan), count: size)
    }
    if isGradient { return gradient(passes, layers).map { $0 / count } }
    return [passes.reduce(0) { $0 + loss($1) } / count]
  }

  private static func loss(_ pass: DensePass) -> Ball {
    pass.logits.count == 1
      ? binaryCrossEntropyWithLogits([pass.target], pass.logits)
      : categoricalCrossEntropyWithLogits([1 - pass.target, pass.target], pass.logits)
  }

  /// The sums of the rows' gradients.
  private static func gradient(_ passes: [DensePass], _ layers: [DenseLayer]) -> [Ball] {
    let errors = passes.map { backward($0, layers) }
    return layers.indices.flatMap { l -> [Ball] in
      let (inputs, outputs) = (layers[l].rows.count, layers[l].columns.count)
      let weights = (0..<inputs * outputs).map { place in
        passes.indices.reduce(0) {
          $0 + passes[$1].inputs[l][place / outputs] * errors[$1][l][place % outputs]
        }
      }
      return weights + (0..<outputs).map { unit in errors.reduce(0) { $0 + $1[l][unit] } }
    }
  }

  /// The derivatives of one row's loss by the outputs of each layer.
  private static func backward(_ pass: DensePass, _ layers: [DenseLayer]) -> [[Ball]] {
    let head =
      pass.logits.count == 1
      ? [binaryCrossEntropyGradient(pass.target, pass.logits[0])]
      : categoricalCrossEntropyGradient([1 - pass.target, pass.target], pass.logits)
    let second = back(head, through: layers[2], to: pass.units[1])
    return [back(second, through: layers[1], to: pass.units[0]), second, head]
  }

  private static func back(
    _ errors: [Ball], through layer: DenseLayer, to units: [Ball]
  ) -> [Ball] {
    units.indices.map { unit in
      slopeOfRelu(units[unit]) * dot(layer.rows[unit], errors)
    }
  }

  /// One for a positive number, zero for one that is not, anything between where that is uncertain.
  private static func slopeOfRelu(_ x: Ball) -> Ball {
    if x.isNaN { return x }
    if x.isPositive { return 1 }
    return x.isNegative || x.isZero ? 0 : Ball(0.5).widened(by: 0.5)
  }
}

/// A layer `xW + b`.
private struct DenseLayer {
  /// The weights out of each input.
  let rows: [[Ball]]
  /// The weights into each unit.
  let columns: [[Ball]]
  let biases: [Ball]

  init(weights: Tensor, biases: Tensor) {
    rows = (0..<weights.rows).map { weights.row($0).elements }
    columns = (0..<weights.columns).map { weights.column($0).elements }
    self.biases = biases.elements
  }

  /// The number of parameters.
  var count: Int { columns.count * (rows.count + 1) }

  func outputs(of x: [Ball]) -> [Ball] {
    columns.indices.map { Reference.dot(x, columns[$0]) + biases[$0] }
  }
}

/// What one row becomes on its way through the layers.
private struct DensePass {
  /// The inputs of each layer.
  let inputs: [[Ball]]
  /// The outputs of the hidden layers before relu.
  let units: [[Ball]]
  let target: Ball
  let logits: [Ball]

  init(_ features: [Ball], target: Ball, _ layers: [DenseLayer]) {
    let first = layers[0].outputs(of: features)
    let active = first.map(Self.relu)
    let second = layers[1].outputs(of: active)
    let last = second.map(Self.relu)
    inputs = [features, active, last]
    units = [first, second]
    self.target = target
    logits = layers[2].outputs(of: last)
  }

  /// `max(x, 0)`; of a number that may be either side of zero, what both enclose.
  private static func relu(_ x: Ball) -> Ball {
    if x.isNaN || x.isPositive { return x }
    return x.isNegative || x.isZero ? 0 : Ball(0).widened(by: x)
  }
}
