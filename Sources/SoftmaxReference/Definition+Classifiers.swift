import Arithmetic
import SoftmaxFamily

/// Classifiers by their definitions.
extension Definition {
  /// The posteriors, the logistic regression and the dense classifier; `nil` for other operations.
  static func classifiers(
    _ operation: Operation, _ arguments: [Tensor], _ bits: Int
  ) -> [WideBall]? {
    switch operation {
    case .gaussianPosterior, .quadraticGaussianPosterior, .bernoulliPosterior, .poissonPosterior,
      .exponentialPosterior:
      posterior(operation, arguments, bits)
    case .logisticRegressionObjective, .logisticRegressionGradient, .logisticRegressionHessian:
      logisticRegression(operation, arguments, bits)
    case .denseClassifierLoss, .denseClassifierGradient:
      denseClassifier(operation, arguments, bits)
    default: nil
    }
  }

  // MARK: - Posteriors

  /// `π_k f_k e^{x_k} / Σ π_j f_j e^{x_j}`.
  private static func posterior(
    _ operation: Operation, _ arguments: [Tensor], _ bits: Int
  ) -> [WideBall] {
    let x = wide(arguments[0].elements, bits)
    let priors = wide(arguments[arguments.count - 1].elements, bits)
    let densities = priors.indices.map { k -> (factor: WideBall, exponent: WideBall) in
      let parameters = wide(arguments[1].row(k).elements, bits)
      switch operation {
      case .gaussianPosterior:
        return (1, gaussianExponent(x, parameters, arguments[2], bits).exponent)
      case .quadraticGaussianPosterior:
        let form = gaussianExponent(x, parameters, arguments[2].slice(k), bits)
        return (1 / form.determinant.squareRoot(), form.exponent)
      case .bernoulliPosterior: return density(x, parameters, bernoulli)
      case .poissonPosterior: return density(x, parameters) { power($1, $0, less: $1) }
      default: return density(x, parameters) { ($1, -$1 * $0) }
      }
    }
    let top = densities.map(\.exponent).reduce(densities.first?.exponent ?? 0) {
      $0.precedes($1) ? $1 : $0
    }.midpoint
    let weights = zip(priors, densities).map { prior, density in
      prior * density.factor * (density.exponent - top).exponential()
    }
    let mass = sum(weights)
    return weights.map { $0 / mass }
  }

  /// The density of independent features: their factors multiplied, their exponents added.
  private static func density(
    _ x: [WideBall], _ parameters: [WideBall],
    _ one: (WideBall, WideBall) -> (factor: WideBall, exponent: WideBall)
  ) -> (factor: WideBall, exponent: WideBall) {
    zip(x, parameters).map(one).reduce((1, 0)) { ($0.0 * $1.factor, $0.1 + $1.exponent) }
  }

  /// `μ^x (1 − μ)^{1−x}`.
  private static func bernoulli(
    _ x: WideBall, _ mean: WideBall
  ) -> (factor: WideBall, exponent: WideBall) {
    if x.isZero { return (1 - mean, 0) }
    if (1 - x).isZero { return (mean, 0) }
    return (1, product(x, mean.logarithm()) + product(1 - x, (1 - mean).logarithm()))
  }

  /// `λ^x e^{−y}`.
  private static func power(
    _ base: WideBall, _ x: WideBall, less y: WideBall
  ) -> (factor: WideBall, exponent: WideBall) {
    if x.isZero { return (1, -y) }
    return base.isZero ? (0, -y) : (1, x * base.logarithm() - y)
  }

  /// `−½ (x − μ)ᵀΣ⁻¹(x − μ)` and `det Σ`, by elimination.
  private static func gaussianExponent(
    _ x: [WideBall], _ mean: [WideBall], _ covariance: Tensor, _ bits: Int
  ) -> (exponent: WideBall, determinant: WideBall) {
    var rows = (0..<covariance.rows).map { wide(covariance.row($0).elements, bits) }
    var rest = zip(x, mean).map { $0 - $1 }
    var (form, determinant): (WideBall, WideBall) = (0, WideBall(1, precision: bits))
    // With Σ = LDLᵀ the form is Σ y²/d, where Ly = x − μ.
    for i in rows.indices {
      let pivot = rows[i][i]
      determinant = determinant * pivot
      form = form + rest[i] * rest[i] / pivot
      for j in rows.indices where j > i {
        let factor = rows[j][i] / pivot
        rest[j] = rest[j] - factor * rest[i]
        for k in rows.indices where k > i { rows[j][k] = rows[j][k] - factor * rows[i][k] }
      }
    }
    return (-form.scaled(byPowerOfTwo: -1), determinant)
  }

  // MARK: - Logistic regression

  private static func logisticRegression(
    _ operation: Operation, _ arguments: [Tensor], _ bits: Int
  ) -> [WideBall] {
    let weights = arguments[0]
    let (k, d) = (weights.rows, weights.columns)
    let rows = (0..<arguments[1].rows).map { n -> RegressionTerms in
      let features = wide(arguments[1].row(n).elements, bits)
      let logits = (0..<k).map { dot(wide(weights.row($0).elements, bits), features) }
      return RegressionTerms(
        features: features, targets: wide(arguments[2].row(n).elements, bits),
        row: ExponentialRow(logits, bits: bits))
    }
    switch operation {
    case .logisticRegressionObjective:
      return [sum(rows.map { $0.row.crossEntropy(to: $0.targets) })]
    case .logisticRegressionGradient:
      let errors = rows.map { $0.row.logarithmVectorProduct($0.targets) }
      return (0..<k * d).map { place in
        -sum(zip(rows, errors).map { product($1[place / d], $0.features[place % d]) })
      }
    default:
      let curvatures = rows.map { $0.row.jacobian(free: 0..<k) }
      return (0..<k * d).flatMap { first in
        (0..<k * d).map { second in
          sum(
            zip(rows, curvatures).map { row, curvature in
              product(row.features[first % d] * row.features[second % d], sum(row.targets))
                * curvature[first / d * k + second / d]
            })
        }
      }
    }
  }

  // MARK: - The dense classifier

  private static func denseClassifier(
    _ operation: Operation, _ arguments: [Tensor], _ bits: Int
  ) -> [WideBall]? {
    guard [1, 2].contains(arguments[7].count) else { return nil }
    let layers = [2, 4, 6].map { place in
      let matrix = arguments[place]
      return WideLayer(
        weights: (0..<matrix.rows).map { wide(matrix.row($0).elements, bits) },
        biases: wide(arguments[place + 1].elements, bits))
    }
    let passes = (0..<arguments[0].rows).map { n in
      WidePass(
        wide(arguments[0].row(n).elements, bits),
        target: WideBall(enclosing: arguments[1][n], precision: bits), layers, bits)
    }
    let count = WideBall(passes.count, bits)
    if operation == .denseClassifierLoss { return [sum(passes.map(\.loss)) / count] }
    let gradients = passes.map { $0.gradient(layers) }
    let size = layers.reduce(0) { $0 + $1.weights.joined().count + $1.biases.count }
    return (0..<size).map { place in sum(gradients.map { $0[place] }) / count }
  }
}

/// One row of features, with its targets and exponentials.
private struct RegressionTerms {
  let features: [WideBall]
  let targets: [WideBall]
  let row: ExponentialRow
}

/// A layer `xW + b`.
private struct WideLayer {
  let weights: [[WideBall]]
  let biases: [WideBall]

  func outputs(of x: [WideBall]) -> [WideBall] {
    biases.indices.map { unit in Definition.dot(x, weights.map { $0[unit] }) + biases[unit] }
  }
}

/// What one row of features becomes on its way through the layers.
private struct WidePass {
  private let inputs: [[WideBall]]
  private let units: [[WideBall]]
  private let targets: [WideBall]
  private let row: ExponentialRow
  private let isBinary: Bool

  /// A head of one logit is one of two, the other of which is zero.
  init(_ features: [WideBall], target: WideBall, _ layers: [WideLayer], _ bits: Int) {
    let first = layers[0].outputs(of: features)
    let second = layers[1].outputs(of: first.map(Self.relu))
    inputs = [features, first.map(Self.relu), second.map(Self.relu)]
    units = [first, second]
    let logits = layers[2].outputs(of: inputs[2])
    isBinary = logits.count == 1
    targets = [1 - target, target]
    row = ExponentialRow(isBinary ? [0] + logits : logits, bits: bits)
  }

  var loss: WideBall { row.crossEntropy(to: targets) }

  /// The derivatives by the parameters of each layer in turn.
  func gradient(_ layers: [WideLayer]) -> [WideBall] {
    let both = row.logarithmVectorProduct(targets).map { -$0 }
    var errors = [isBinary ? [both[1]] : both]
    for l in [1, 0] {
      let following = layers[l + 1].weights.indices.map { unit in
        Self.slope(units[l][unit]) * Definition.dot(layers[l + 1].weights[unit], errors[0])
      }
      errors.insert(following, at: 0)
    }
    return layers.indices.flatMap { l in
      inputs[l].flatMap { input in errors[l].map { input * $0 } } + errors[l]
    }
  }

  private static func relu(_ x: WideBall) -> WideBall {
    x.isPositive ? x : x.isZero || (-x).isPositive ? 0 : .unknown
  }

  private static func slope(_ x: WideBall) -> WideBall {
    x.isPositive ? 1 : x.isZero || (-x).isPositive ? 0 : .unknown
  }
}
