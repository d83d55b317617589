import FixtureSupport
import Arithmetic
import SoftmaxFamily

/// Arguments at which the error theorems are put to the test, as values of a format.
struct TrialInputs {
  let format: Format
  var random: TestRandom

  init(_ format: Format, seed: UInt64) {
    self.format = format
    random = TestRandom(seed: seed)
  }

  private mutating func count() -> Int {
    random.integer(in: 0...19) == 0 ? random.integer(in: 30...60) : random.integer(in: 1...9)
  }

  func vector(_ values: [Double]) -> Tensor { Tensor(values.map(format.rounded)) }

  /// A row of logits: ordinary, tied, a ladder to underflow, dominated by one, far from zero,
  /// around where exp underflows.
  mutating func logits(_ n: Int) -> Tensor {
    let depth = -Double(format.leastExponent - format.precision) * 0.6931 + 5
    let kind = random.integer(in: 0...7)
    // A greatest entry that is zero or, far away, a number with few bits.
    let top = kind == 6 ? random.double(exponents: 0...9).rounded() : kind == 7 ? 6 - depth : 0
    let gap = random.double(in: 0...20)
    let values = (0..<n).map { i in
      switch kind {
      case 0, 6, 7: random.double(in: -4...4)
      case 1: Double(random.integer(in: -1...1))
      case 2: -depth * Double(i) / Double(max(1, n - 1))
      case 3: i == 0 ? 0 : -random.double(in: 0...depth)
      case 4: i == 0 ? 0 : -gap
      default: random.double(in: -60...60)
      }
    }
    return vector(values.map { $0 + top })
  }

  mutating func logits() -> Tensor { logits(count()) }

  /// Numbers of either sign, from the subnormal to some dozens.
  mutating func scalars() -> Tensor {
    let widest = format.leastExponent - format.precision
    return vector(
      (0..<8).map { _ in
        switch random.integer(in: 0...3) {
        case 0: random.double(exponents: widest ... -2)
        case 1: random.double(in: -120...120)
        default: random.double(in: -12...12)
        }
      })
  }

  /// A cotangent.
  mutating func vector(_ n: Int) -> Tensor {
    let isPositive = random.integer(in: 0...2) == 0
    return vector(
      (0..<n).map { _ in
        let value = random.double(exponents: -6...4)
        return isPositive ? abs(value) : value
      })
  }

  mutating func scale() -> Tensor {
    let scales = [1, 1, 2, 0.25, 0.3, 7.7, 11]
    return Tensor(format.rounded(scales[random.integer(in: 0...scales.count - 1)]))
  }

  /// Numbers in `(0, 1)`: ordinary, next to one, and small down to the subnormal.
  mutating func probability() -> Double {
    let u = format.unitRoundoff
    let value =
      switch random.integer(in: 0...7) {
      case 0: 1 - u * Double(random.integer(in: 1...9))
      case 1: abs(random.double(exponents: format.leastExponent - format.precision + 1 ... -1))
      case 2: 0.5 + 4 * u * Double(random.integer(in: -9...9))
      default: random.double(in: 0.001...0.999)
      }
    return min(format.rounded(value), 1 - u)
  }

  mutating func probabilities(_ n: Int) -> Tensor { vector((0..<n).map { _ in probability() }) }

  mutating func probabilities() -> Tensor { probabilities(count()) }

  /// Targets in `[0, 1]`, often 0 or 1.
  mutating func targets(_ n: Int) -> Tensor {
    vector(
      (0..<n).map { _ in
        random.integer(in: 0...2) == 0
          ? random.double(in: 0...1) : Double(random.integer(in: 0...1))
      })
  }

  /// The arguments of an operation.
  mutating func arguments(of operation: Operation) -> [Tensor] {
    let n = count()
    switch operation {
    case .softmax, .logSoftmax, .logSumExp, .logSumExpGradient: return [logits(n)]
    case .scaledSoftmax, .softmaxJacobian, .reducedSoftmax, .reducedSoftmaxJacobian:
      return [logits(min(n, 9)), scale()]
    case .softmaxHessian, .reducedSoftmaxHessian: return [logits(min(n, 5)), scale()]
    case .inverseReducedSoftmaxHessian: return [probabilities(min(n, 5) + 1), scale()]
    case .categoricalCrossEntropyWithLogitsHessian: return [targets(min(n, 9)), logits(min(n, 9))]
    case .softmaxAlongAxis:
      let matrix = Tensor(rows: (0..<random.integer(in: 1...4)).map { _ in logits(min(n, 9)) })
      return [matrix, Tensor(Double(random.integer(in: 0...1)))]
    case .sigmoid, .logSigmoid, .softplus, .sigmoidDerivative, .softplusDerivative:
      return [scalars()]
    case .logit, .entropy: return [probabilities(n)]
    case .klDivergence: return [probabilities(n), probabilities(n)]
    case .inverseReducedSoftmax, .inverseReducedSoftmaxJacobian:
      return [probabilities(min(n, 9) + 1), scale()]
    case .binaryCrossEntropy: return [targets(n), probabilities(n)]
    case .binaryCrossEntropyWithLogits, .binaryCrossEntropyWithLogitsGradient:
      let logits = scalars()
      return [targets(logits.count), logits]
    case .softmaxVectorJacobianProduct, .softmaxJacobianVectorProduct,
      .logSoftmaxVectorJacobianProduct:
      return [logits(n), vector(n)]
    case .categoricalCrossEntropy, .categoricalCrossEntropyGradient:
      return [Tensor(rows: [targets(n)]), Tensor(rows: [probabilities(n)])]
    case .categoricalCrossEntropyWithLogits, .categoricalCrossEntropyWithLogitsGradient:
      let rows = random.integer(in: 1...3)
      return [
        Tensor(rows: (0..<rows).map { _ in targets(n) }),
        Tensor(rows: (0..<rows).map { _ in logits(n) }),
      ]
    case .sparsemax, .entmax15, .entmax, .alphaReLU, .sparsemaxVectorJacobianProduct,
      .entmax15VectorJacobianProduct, .entmaxVectorJacobianProduct,
      .alphaReLUVectorJacobianProduct, .sparsemaxLoss, .entmax15Loss, .entmaxLoss,
      .alphaReLULoss, .sparsemaxLossGradient, .entmax15LossGradient, .entmaxLossGradient,
      .alphaReLULossGradient:
      return sparse(operation, n)
    case .gaussianPosterior, .quadraticGaussianPosterior, .bernoulliPosterior, .poissonPosterior,
      .exponentialPosterior:
      return classes(of: operation)
    case .logisticRegressionObjective, .logisticRegressionGradient, .logisticRegressionHessian:
      return regression()
    case .denseClassifierLoss, .denseClassifierGradient: return network()
    }
  }
}
