extension Operation {
  /// The operation's arguments and result, in the notation of the protocol.
  public var signature: Signature { Operation.signatures[place] }

  /// All signatures, each read once.
  private static let signatures = allCases.map(\.notation)

  private var notation: Signature {
    switch self {
    case .softmax, .logSoftmax, .logSumExpGradient, .sigmoid, .logSigmoid, .softplus,
      .sigmoidDerivative, .softplusDerivative:
      "x[n] -> [n]"
    case .logSumExp: "x[n] -> []"
    case .scaledSoftmax: "x[n], scale[] -> [n]"
    case .logit: "p[n] -> [n]"
    case .reducedSoftmax: "eta[n], scale[] -> [n+1]"
    case .inverseReducedSoftmax: "p[n+1], scale[] -> [n]"
    case .entropy: "p[n] -> []"
    case .klDivergence: "p[n], q[n] -> []"
    case .binaryCrossEntropy: "targets[n], probabilities[n] -> []"
    case .binaryCrossEntropyWithLogits: "targets[n], logits[n] -> []"
    case .categoricalCrossEntropy: "targets[n,k], probabilities[n,k] -> []"
    case .categoricalCrossEntropyWithLogits: "targets[n,k], logits[n,k] -> []"
    case .softmaxJacobian: "x[n], scale[] -> [n,n]"
    case .softmaxVectorJacobianProduct, .softmaxJacobianVectorProduct,
      .logSoftmaxVectorJacobianProduct:
      "x[n], v[n] -> [n]"
    case .binaryCrossEntropyWithLogitsGradient: "targets[n], logits[n] -> [n]"
    case .categoricalCrossEntropyGradient: "targets[n,k], probabilities[n,k] -> [n,k]"
    case .categoricalCrossEntropyWithLogitsGradient: "targets[n,k], logits[n,k] -> [n,k]"
    case .reducedSoftmaxJacobian: "eta[n], scale[] -> [n+1,n]"
    case .inverseReducedSoftmaxJacobian: "p[n+1], scale[] -> [n,n+1]"
    case .softmaxAlongAxis: "x[r,c], axis[] -> [r,c]"
    case .softmaxHessian: "x[n], scale[] -> [n,n,n]"
    case .categoricalCrossEntropyWithLogitsHessian: "targets[k], logits[k] -> [k,k]"
    case .reducedSoftmaxHessian: "eta[n], scale[] -> [n+1,n,n]"
    case .inverseReducedSoftmaxHessian: "p[n+1], scale[] -> [n,n+1,n+1]"
    case .sparsemax, .entmax15: "z[n] -> [n]"
    case .entmax: "z[n], alpha[] -> [n]"
    case .alphaReLU: "z[n], alpha[], tau[] -> [n]"
    case .sparsemaxVectorJacobianProduct, .entmax15VectorJacobianProduct: "z[n], v[n] -> [n]"
    case .entmaxVectorJacobianProduct: "z[n], alpha[], v[n] -> [n]"
    case .alphaReLUVectorJacobianProduct: "z[n], alpha[], tau[], v[n] -> [n]"
    case .sparsemaxLoss, .entmax15Loss: "targets[n], z[n] -> []"
    case .entmaxLoss: "targets[n], z[n], alpha[] -> []"
    case .alphaReLULoss: "targets[n], z[n], alpha[], tau[] -> []"
    case .sparsemaxLossGradient, .entmax15LossGradient: "targets[n], z[n] -> [n]"
    case .entmaxLossGradient: "targets[n], z[n], alpha[] -> [n]"
    case .alphaReLULossGradient: "targets[n], z[n], alpha[], tau[] -> [n]"
    case .gaussianPosterior: "x[d], means[k,d], covariance[d,d], priors[k] -> [k]"
    case .quadraticGaussianPosterior: "x[d], means[k,d], covariances[k,d,d], priors[k] -> [k]"
    case .bernoulliPosterior: "x[d], means[k,d], priors[k] -> [k]"
    case .poissonPosterior, .exponentialPosterior: "x[d], rates[k,d], priors[k] -> [k]"
    case .logisticRegressionObjective: "weights[k,d], features[n,d], targets[n,k] -> []"
    case .logisticRegressionGradient: "weights[k,d], features[n,d], targets[n,k] -> [k,d]"
    case .logisticRegressionHessian: "weights[k,d], features[n,d], targets[n,k] -> [k·d,k·d]"
    case .denseClassifierLoss:
      "features[n,d], targets[n], w1[d,a], b1[a], w2[a,b], b2[b], w3[b,m], b3[m] -> []"
    case .denseClassifierGradient:
      """
      features[n,d], targets[n], w1[d,a], b1[a], w2[a,b], b2[b], w3[b,m], b3[m] \
      -> [d·a+a+a·b+b+b·m+m]
      """
    }
  }
}
