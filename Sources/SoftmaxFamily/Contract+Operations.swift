extension Contract {
  /// The bounds of an operation's result at given arguments, element by element.
  ///
  /// The arguments are exact values of the format, in the order and shapes of the signature.
  ///
  /// - Complexity: that of the operation itself.
  public func bounds(_ operation: Operation, _ arguments: [Tensor]) -> [ErrorBound] {
    let x = arguments[0].values
    let second = arguments.count > 1 ? arguments[1].values : []
    switch operation {
    case .softmax, .logSumExpGradient: return softmax(row(x))
    case .scaledSoftmax: return softmax(row(x, scale: second[0]))
    case .logSoftmax: return logSoftmax(row(x))
    case .logSumExp: return [logSumExp(row(x))]
    case .reducedSoftmax: return softmax(row([0] + x, scale: second[0]))
    case .inverseReducedSoftmax: return inverseReducedSoftmax(x, scale: second[0])
    case .sigmoid: return x.map(sigmoid)
    case .softplusDerivative: return x.map(softplusDerivative)
    case .softplus: return x.map(softplus(at:))
    case .logSigmoid: return x.map { softplus(at: -$0) }
    case .logit: return x.map(logit)
    case .sigmoidDerivative: return x.map(sigmoidDerivative)
    case .entropy: return [entropy(x)]
    case .klDivergence: return [klDivergence(x, second)]
    case .binaryCrossEntropy, .binaryCrossEntropyWithLogits, .categoricalCrossEntropy,
      .categoricalCrossEntropyWithLogits:
      return [loss(operation, arguments)]
    case .softmaxJacobian:
      return jacobian(row(x, scale: second[0]), scale: second[0], columns: x.indices)
    case .reducedSoftmaxJacobian:
      return jacobian(
        row([0] + x, scale: second[0]), scale: second[0], columns: 1..<x.count + 1)
    case .inverseReducedSoftmaxJacobian:
      return inverseReducedSoftmaxJacobian(x, scale: second[0])
    case .softmaxVectorJacobianProduct, .softmaxJacobianVectorProduct:
      return vectorProduct(row(x), second)
    case .logSoftmaxVectorJacobianProduct: return logSoftmaxVectorProduct(row(x), second)
    case .binaryCrossEntropyWithLogitsGradient:
      return zip(x, second).map(binaryCrossEntropyWithLogitsGradient)
    case .categoricalCrossEntropyGradient:
      return second.map(categoricalCrossEntropyGradient)
    case .categoricalCrossEntropyWithLogitsGradient:
      return rows(arguments).flatMap(categoricalCrossEntropyWithLogitsGradient)
    case .softmaxAlongAxis: return softmaxAlongAxis(arguments[0], axis: second[0])
    case .softmaxHessian, .categoricalCrossEntropyWithLogitsHessian, .reducedSoftmaxHessian,
      .inverseReducedSoftmaxHessian:
      return secondDerivatives(operation, x, second)
    case .sparsemax, .entmax15, .entmax, .alphaReLU, .sparsemaxVectorJacobianProduct,
      .entmax15VectorJacobianProduct, .entmaxVectorJacobianProduct,
      .alphaReLUVectorJacobianProduct, .sparsemaxLoss, .entmax15Loss, .entmaxLoss,
      .alphaReLULoss, .sparsemaxLossGradient, .entmax15LossGradient, .entmaxLossGradient,
      .alphaReLULossGradient:
      return sparse(operation, arguments)
    case .gaussianPosterior, .quadraticGaussianPosterior, .bernoulliPosterior, .poissonPosterior,
      .exponentialPosterior:
      return posterior(operation, arguments)
    case .logisticRegressionObjective, .logisticRegressionGradient, .logisticRegressionHessian:
      return logisticRegression(operation, arguments)
    case .denseClassifierLoss, .denseClassifierGradient:
      return denseClassifier(operation, arguments)
    }
  }

  private func loss(_ operation: Operation, _ arguments: [Tensor]) -> ErrorBound {
    let targets = arguments[0].values
    let predictions = arguments[1].values
    return switch operation {
    case .binaryCrossEntropy: binaryCrossEntropy(targets, predictions)
    case .binaryCrossEntropyWithLogits: binaryCrossEntropyWithLogits(targets, predictions)
    case .categoricalCrossEntropy: categoricalCrossEntropy(targets, predictions)
    default: categoricalCrossEntropyWithLogits(rows(arguments))
    }
  }

  private func row(_ x: [Double], scale: Double = 1) -> SoftmaxRow {
    SoftmaxRow(x, scale: scale, contract: self)
  }

  private func rows(_ arguments: [Tensor]) -> [(targets: [Double], logits: [Double])] {
    (0..<arguments[0].rows).map {
      (arguments[0].row($0).values, arguments[1].row($0).values)
    }
  }
}
