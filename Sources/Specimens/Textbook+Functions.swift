import SoftmaxFamily

extension Textbook {
  /// The algorithms under the names of the family.
  static var functions: SwiftFunctions<Scalar> {
    var functions = SwiftFunctions<Scalar>()
    plugValues(&functions)
    plugLosses(&functions)
    plugDerivatives(&functions)
    plugSecondDerivatives(&functions)
    plugSparseMaps(&functions)
    plugFenchelYoung(&functions)
    plugPosteriors(&functions)
    plugRegressions(&functions)
    return functions
  }

  private static func plugValues(_ functions: inout SwiftFunctions<Scalar>) {
    functions.softmax = { softmax($0) }
    functions.logSoftmax = { logSoftmax($0) }
    functions.logSumExp = { logSumExp($0) }
    functions.scaledSoftmax = { x, scale in softmax(x.map { scale * $0 }) }
    functions.sigmoid = { $0.map(sigmoid) }
    functions.logSigmoid = { $0.map { -softplus(-$0) } }
    functions.logit = { $0.map(logit) }
    functions.softplus = { $0.map(softplus) }
    functions.reducedSoftmax = { reducedSoftmax($0, $1) }
    functions.inverseReducedSoftmax = { inverseReducedSoftmax($0, $1) }
    functions.entropy = { $0.reduce(0) { $0 - product($1, logarithmOf: $1) } }
    functions.klDivergence = { klDivergence($0, $1) }
  }

  private static func plugLosses(_ functions: inout SwiftFunctions<Scalar>) {
    functions.binaryCrossEntropy = { binaryCrossEntropy($0, $1) }
    functions.binaryCrossEntropyWithLogits = { binaryCrossEntropyWithLogits($0, $1) }
    functions.categoricalCrossEntropy = { categoricalCrossEntropy($0, $1) }
    functions.categoricalCrossEntropyWithLogits = { categoricalCrossEntropyWithLogits($0, $1) }
    functions.binaryCrossEntropyWithLogitsGradient = { targets, logits in
      zip(targets, logits).map { sigmoid($1) - $0 }
    }
    functions.categoricalCrossEntropyGradient = { targets, probabilities in
      zip(targets, probabilities).map { zip($0, $1).map { -$0 / $1 } }
    }
    functions.categoricalCrossEntropyWithLogitsGradient = {
      categoricalCrossEntropyWithLogitsGradient($0, $1)
    }
  }

  private static func plugDerivatives(_ functions: inout SwiftFunctions<Scalar>) {
    functions.softmaxJacobian = { softmaxJacobian($0, $1) }
    functions.softmaxVectorJacobianProduct = { vectorProduct($0, $1) }
    functions.softmaxJacobianVectorProduct = { vectorProduct($0, $1) }
    functions.logSoftmaxVectorJacobianProduct = { logSoftmaxVectorProduct($0, $1) }
    functions.logSumExpGradient = { softmax($0) }
    functions.sigmoidDerivative = { $0.map { sigmoid($0) * sigmoid(-$0) } }
    functions.softplusDerivative = { $0.map(sigmoid) }
    functions.reducedSoftmaxJacobian = { reducedSoftmaxJacobian($0, $1) }
    functions.inverseReducedSoftmaxJacobian = { inverseReducedSoftmaxJacobian($0, $1) }
  }

  private static func plugSecondDerivatives(_ functions: inout SwiftFunctions<Scalar>) {
    functions.softmaxAlongAxis = { softmaxAlongAxis($0, $1) }
    functions.softmaxHessian = { softmaxHessian($0, $1) }
    functions.categoricalCrossEntropyWithLogitsHessian = {
      categoricalCrossEntropyWithLogitsHessian($0, $1)
    }
    functions.reducedSoftmaxHessian = { reducedSoftmaxHessian($0, $1) }
    functions.inverseReducedSoftmaxHessian = { inverseReducedSoftmaxHessian($0, $1) }
  }

  private static func plugRegressions(_ functions: inout SwiftFunctions<Scalar>) {
    functions.logisticRegressionObjective = { logisticRegressionObjective($0, $1, $2) }
    functions.logisticRegressionGradient = { logisticRegressionGradient($0, $1, $2) }
    functions.logisticRegressionHessian = { logisticRegressionHessian($0, $1, $2) }
    functions.denseClassifierLoss = { network.meanLoss($0) }
    functions.denseClassifierGradient = { network.meanGradient($0) }
  }
}
