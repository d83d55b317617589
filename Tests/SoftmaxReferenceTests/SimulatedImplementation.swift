import Arithmetic
import SoftmaxFamily

extension SimulatedArithmetic {
  /// The result of an operation, in the format of storage.
  mutating func evaluate(_ operation: Operation, _ arguments: [Tensor]) -> [Double] {
    begin()
    return results(operation, arguments).map { stored($0) }
  }

  private mutating func results(_ operation: Operation, _ arguments: [Tensor]) -> [Double] {
    let x = arguments[0].values
    let second = arguments.count > 1 ? arguments[1].values : []
    switch operation {
    case .softmax, .logSumExpGradient: return softmax(x)
    case .scaledSoftmax: return softmax(x, scale: second[0])
    case .reducedSoftmax: return softmax([0] + x, scale: second[0])
    case .logSoftmax: return logSoftmax(x)
    case .logSumExp: return [logSumExp(x)]
    case .sigmoid: return x.map { sigmoid($0) }
    case .softplusDerivative: return x.map { softplusDerivative($0) }
    case .logSigmoid: return x.map { -softplus(-$0) }
    case .softplus: return x.map { softplus($0) }
    case .sigmoidDerivative: return x.map { sigmoidDerivative($0) }
    case .logit: return x.map { logit($0) }
    case .entropy: return [entropy(x)]
    case .klDivergence: return [klDivergence(x, second)]
    case .inverseReducedSoftmax: return inverseReducedSoftmax(x, scale: second[0])
    case .inverseReducedSoftmaxJacobian: return inverseReducedSoftmaxJacobian(x, scale: second[0])
    case .binaryCrossEntropy: return [binaryCrossEntropy(x, second)]
    case .binaryCrossEntropyWithLogits: return [binaryCrossEntropyWithLogits(x, second)]
    case .categoricalCrossEntropy: return [categoricalCrossEntropy(x, second)]
    case .categoricalCrossEntropyWithLogits:
      return [categoricalCrossEntropyWithLogits(rows(arguments[0]), rows(arguments[1]))]
    case .binaryCrossEntropyWithLogitsGradient:
      return zip(x, second).map { binaryCrossEntropyGradient($0, $1) }
    case .categoricalCrossEntropyGradient:
      return zip(x, second).map { categoricalCrossEntropyGradient($0, $1) }
    case .categoricalCrossEntropyWithLogitsGradient:
      return zip(rows(arguments[0]), rows(arguments[1])).flatMap {
        categoricalCrossEntropyWithLogitsGradient($0, $1)
      }
    case .softmaxJacobian:
      return softmaxJacobian(softmax(x, scale: second[0]), scale: second[0], columns: x.indices)
    case .reducedSoftmaxJacobian:
      return softmaxJacobian(
        softmax([0] + x, scale: second[0]), scale: second[0], columns: 1..<x.count + 1)
    case .softmaxVectorJacobianProduct, .softmaxJacobianVectorProduct:
      return vectorProduct(x, second)
    case .logSoftmaxVectorJacobianProduct: return logSoftmaxVectorProduct(x, second)
    case .softmaxAlongAxis: return softmaxAlongAxis(arguments[0], axis: second[0])
    case .softmaxHessian, .categoricalCrossEntropyWithLogitsHessian, .reducedSoftmaxHessian,
      .inverseReducedSoftmaxHessian:
      return secondDerivatives(operation, x, second)
    case .sparsemax, .entmax15, .entmax, .alphaReLU, .sparsemaxVectorJacobianProduct,
      .entmax15VectorJacobianProduct, .entmaxVectorJacobianProduct,
      .alphaReLUVectorJacobianProduct, .sparsemaxLoss, .entmax15Loss, .entmaxLoss,
      .alphaReLULoss, .sparsemaxLossGradient, .entmax15LossGradient, .entmaxLossGradient,
      .alphaReLULossGradient:
      guard let form = operation.sparseForm else { return [] }
      return sparse(form, SparseArguments(form, arguments))
    case .gaussianPosterior, .quadraticGaussianPosterior, .bernoulliPosterior, .poissonPosterior,
      .exponentialPosterior:
      return posterior(operation, arguments)
    case .logisticRegressionObjective: return [regressionObjective(arguments)]
    case .logisticRegressionGradient: return regressionGradient(arguments)
    case .logisticRegressionHessian: return regressionHessian(arguments)
    case .denseClassifierLoss: return [denseClassifierLoss(arguments)]
    case .denseClassifierGradient: return denseClassifierGradient(arguments)
    }
  }

  private func rows(_ matrix: Tensor) -> [[Double]] {
    (0..<matrix.rows).map { matrix.row($0).values }
  }
}
