extension SwiftFunctions {
  /// Evaluates one row of a call; `nil` where the function is not set.
  typealias Evaluation = @Sendable ([Call.Argument]) -> Reply

  /// The function of an operation, on the numbers of calls.
  func evaluation(of operation: Operation) -> Evaluation? {
    switch operation {
    case .softmax: vector(softmax)
    case .logSoftmax: vector(logSoftmax)
    case .logSumExp: reduction(logSumExp)
    case .scaledSoftmax: scaled(scaledSoftmax)
    case .sigmoid: vector(sigmoid)
    case .logSigmoid: vector(logSigmoid)
    case .logit: vector(logit)
    case .softplus: vector(softplus)
    case .reducedSoftmax: scaled(reducedSoftmax)
    case .inverseReducedSoftmax: scaled(inverseReducedSoftmax)
    case .entropy: reduction(entropy)
    case .klDivergence: loss(klDivergence)
    case .binaryCrossEntropy: loss(binaryCrossEntropy)
    case .binaryCrossEntropyWithLogits: loss(binaryCrossEntropyWithLogits)
    case .categoricalCrossEntropy: matrixLoss(categoricalCrossEntropy)
    case .categoricalCrossEntropyWithLogits: matrixLoss(categoricalCrossEntropyWithLogits)
    case .softmaxJacobian: jacobian(softmaxJacobian)
    case .softmaxVectorJacobianProduct: pair(softmaxVectorJacobianProduct)
    case .softmaxJacobianVectorProduct: pair(softmaxJacobianVectorProduct)
    case .logSoftmaxVectorJacobianProduct: pair(logSoftmaxVectorJacobianProduct)
    case .logSumExpGradient: vector(logSumExpGradient)
    case .sigmoidDerivative: vector(sigmoidDerivative)
    case .softplusDerivative: vector(softplusDerivative)
    case .binaryCrossEntropyWithLogitsGradient: pair(binaryCrossEntropyWithLogitsGradient)
    case .categoricalCrossEntropyGradient: matrix(categoricalCrossEntropyGradient)
    case .categoricalCrossEntropyWithLogitsGradient:
      matrix(categoricalCrossEntropyWithLogitsGradient)
    case .reducedSoftmaxJacobian: jacobian(reducedSoftmaxJacobian)
    case .inverseReducedSoftmaxJacobian: jacobian(inverseReducedSoftmaxJacobian)
    case .softmaxAlongAxis: axis(softmaxAlongAxis)
    case .softmaxHessian: hessian(softmaxHessian)
    case .categoricalCrossEntropyWithLogitsHessian:
      pairHessian(categoricalCrossEntropyWithLogitsHessian)
    case .reducedSoftmaxHessian: hessian(reducedSoftmaxHessian)
    case .inverseReducedSoftmaxHessian: hessian(inverseReducedSoftmaxHessian)
    case .sparsemax, .entmax15, .entmax, .alphaReLU, .sparsemaxVectorJacobianProduct,
      .entmax15VectorJacobianProduct, .entmaxVectorJacobianProduct,
      .alphaReLUVectorJacobianProduct, .sparsemaxLoss, .entmax15Loss, .entmaxLoss,
      .alphaReLULoss, .sparsemaxLossGradient, .entmax15LossGradient, .entmaxLossGradient,
      .alphaReLULossGradient:
      sparseEvaluation(of: operation)
    case .gaussianPosterior, .quadraticGaussianPosterior, .bernoulliPosterior, .poissonPosterior,
      .exponentialPosterior:
      posterior(of: operation)
    case .logisticRegressionObjective: regression(logisticRegressionObjective)
    case .logisticRegressionGradient: regression(logisticRegressionGradient)
    case .logisticRegressionHessian: regression(logisticRegressionHessian)
    case .denseClassifierLoss: network(denseClassifierLoss)
    case .denseClassifierGradient: network(denseClassifierGradient)
    }
  }

  func vector(_ function: VectorFunction?) -> Evaluation? {
    guard let function else { return nil }
    return { Reply(vector: function($0[0].vector())) }
  }

  private func reduction(_ function: Reduction?) -> Evaluation? {
    guard let function else { return nil }
    return { Reply(scalar: function($0[0].vector())) }
  }

  func scaled(_ function: ScaledFunction?) -> Evaluation? {
    guard let function else { return nil }
    return { Reply(vector: function($0[0].vector(), $0[1].scalar())) }
  }

  private func jacobian(_ function: ScaledJacobian?) -> Evaluation? {
    guard let function else { return nil }
    return { Reply(matrix: function($0[0].vector(), $0[1].scalar())) }
  }

  private func hessian(_ function: ScaledHessian?) -> Evaluation? {
    guard let function else { return nil }
    return { Reply(matrices: function($0[0].vector(), $0[1].scalar())) }
  }

  private func pairHessian(_ function: PairHessian?) -> Evaluation? {
    guard let function else { return nil }
    return { Reply(matrix: function($0[0].vector(), $0[1].vector())) }
  }

  private func axis(_ function: AxisFunction?) -> Evaluation? {
    guard let function else { return nil }
    return { arguments in
      let matrix: [[Scalar]] = arguments[0].matrix()
      // Without rows or columns there is nothing to compute, and a list of rows loses the shape.
      guard !arguments[0].values.isEmpty else {
        return Reply(shape: arguments[0].shape, values: [])
      }
      return Reply(matrix: function(matrix, arguments[1].values[0] == 0 ? 0 : 1))
    }
  }

  func loss(_ function: Loss?) -> Evaluation? {
    guard let function else { return nil }
    return { Reply(scalar: function($0[0].vector(), $0[1].vector())) }
  }

  func pair(_ function: PairFunction?) -> Evaluation? {
    guard let function else { return nil }
    return { Reply(vector: function($0[0].vector(), $0[1].vector())) }
  }

  private func matrixLoss(_ function: MatrixLoss?) -> Evaluation? {
    guard let function else { return nil }
    return { Reply(scalar: function($0[0].matrix(), $0[1].matrix())) }
  }

  private func matrix(_ function: MatrixFunction?) -> Evaluation? {
    guard let function else { return nil }
    return { Reply(matrix: function($0[0].matrix(), $0[1].matrix())) }
  }
}

extension Call.Argument {
  func vector<Scalar: SwiftScalar>() -> [Scalar] { values.map { Scalar($0) } }

  func scalar<Scalar: SwiftScalar>() -> Scalar { Scalar(values[0]) }

  func matrix<Scalar: SwiftScalar>() -> [[Scalar]] {
    (0..<shape[0]).map { row in
      values[row * shape[1]..<(row + 1) * shape[1]].map { Scalar($0) }
    }
  }

  /// A stack of matrices.
  func matrices<Scalar: SwiftScalar>() -> [[[Scalar]]] {
    let size = shape[1] * shape[2]
    return (0..<shape[0]).map { index in
      let values = Array(values[index * size..<(index + 1) * size])
      return Call.Argument(shape: [shape[1], shape[2]], values: values).matrix()
    }
  }
}

extension Reply {
  init(vector: [some SwiftScalar]) {
    self.init(shape: [vector.count], values: vector.map { $0.double })
  }

  init(scalar: some SwiftScalar) { self.init(shape: [], values: [scalar.double]) }

  /// Ragged rows have no shape, and say so by the wrong number of values.
  init<Scalar: SwiftScalar>(matrix: [[Scalar]]) {
    self.init(
      shape: [matrix.count, matrix.first?.count ?? 0],
      values: matrix.flatMap { $0.map { $0.double } })
  }

  /// Ragged matrices say so by the wrong number of values.
  fileprivate init<Scalar: SwiftScalar>(matrices: [[[Scalar]]]) {
    let first = matrices.first ?? []
    self.init(
      shape: [matrices.count, first.count, first.first?.count ?? 0],
      values: matrices.flatMap { $0.flatMap { $0.map { $0.double } } })
  }
}
