extension SwiftFunctions {
  /// A function of two vectors and `α` that gives a third.
  public typealias AlphaPairFunction = @Sendable ([Scalar], [Scalar], Scalar) -> [Scalar]
  /// A function of two vectors and `α` that gives a number.
  public typealias AlphaLoss = @Sendable ([Scalar], [Scalar], Scalar) -> Scalar
  /// A function of a vector, `α` and `τ`.
  public typealias ThresholdFunction = @Sendable ([Scalar], Scalar, Scalar) -> [Scalar]
  /// A function of two vectors, `α` and `τ` that gives a third.
  public typealias ThresholdPairFunction =
    @Sendable ([Scalar], [Scalar], Scalar, Scalar) -> [Scalar]
  /// A function of two vectors, `α` and `τ` that gives a number.
  public typealias ThresholdLoss = @Sendable ([Scalar], [Scalar], Scalar, Scalar) -> Scalar

  /// The function of an operation of the sparse maps, on the numbers of calls.
  func sparseEvaluation(of operation: Operation) -> Evaluation? {
    switch operation {
    case .sparsemax: vector(sparsemax)
    case .entmax15: vector(entmax15)
    case .entmax: scaled(entmax)
    case .alphaReLU: threshold(alphaReLU)
    case .sparsemaxVectorJacobianProduct: pair(sparsemaxVectorJacobianProduct)
    case .entmax15VectorJacobianProduct: pair(entmax15VectorJacobianProduct)
    case .entmaxVectorJacobianProduct: alphaProduct(entmaxVectorJacobianProduct)
    case .alphaReLUVectorJacobianProduct: thresholdProduct(alphaReLUVectorJacobianProduct)
    case .sparsemaxLoss: loss(sparsemaxLoss)
    case .entmax15Loss: loss(entmax15Loss)
    case .entmaxLoss: alphaLoss(entmaxLoss)
    case .alphaReLULoss: thresholdLoss(alphaReLULoss)
    case .sparsemaxLossGradient: pair(sparsemaxLossGradient)
    case .entmax15LossGradient: pair(entmax15LossGradient)
    case .entmaxLossGradient: alphaGradient(entmaxLossGradient)
    case .alphaReLULossGradient: thresholdGradient(alphaReLULossGradient)
    default: nil
    }
  }

  private func threshold(_ function: ThresholdFunction?) -> Evaluation? {
    guard let function else { return nil }
    return { Reply(vector: function($0[0].vector(), $0[1].scalar(), $0[2].scalar())) }
  }

  private func alphaProduct(_ function: AlphaPairFunction?) -> Evaluation? {
    guard let function else { return nil }
    return { Reply(vector: function($0[0].vector(), $0[2].vector(), $0[1].scalar())) }
  }

  private func thresholdProduct(_ function: ThresholdPairFunction?) -> Evaluation? {
    guard let function else { return nil }
    return {
      Reply(
        vector: function($0[0].vector(), $0[3].vector(), $0[1].scalar(), $0[2].scalar()))
    }
  }

  private func alphaLoss(_ function: AlphaLoss?) -> Evaluation? {
    guard let function else { return nil }
    return { Reply(scalar: function($0[0].vector(), $0[1].vector(), $0[2].scalar())) }
  }

  private func thresholdLoss(_ function: ThresholdLoss?) -> Evaluation? {
    guard let function else { return nil }
    return {
      Reply(
        scalar: function($0[0].vector(), $0[1].vector(), $0[2].scalar(), $0[3].scalar()))
    }
  }

  private func alphaGradient(_ function: AlphaPairFunction?) -> Evaluation? {
    guard let function else { return nil }
    return { Reply(vector: function($0[0].vector(), $0[1].vector(), $0[2].scalar())) }
  }

  private func thresholdGradient(_ function: ThresholdPairFunction?) -> Evaluation? {
    guard let function else { return nil }
    return {
      Reply(
        vector: function($0[0].vector(), $0[1].vector(), $0[2].scalar(), $0[3].scalar()))
    }
  }
}
