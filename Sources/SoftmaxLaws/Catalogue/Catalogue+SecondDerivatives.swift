extension Catalogue {
  /// Second derivatives, of softmax, sigmoid, reduced softmax and cross-entropy.
  static let secondDerivatives = Chapter(
    title: "Second derivatives",
    laws: [
      .softmaxHessianFormula, .softmaxHessianSymmetric, .softmaxHessianSums,
      .softmaxSecondDirectional, .lseHessian, .lseThirdDerivative, .logsoftmaxHessian,
      .sigmoidSecondDerivative, .sigmoidThirdDerivative, .bceSecondDerivative,
      .cceHessianFormula, .cceHessian, .cce2Hessian, .cceHessianPsd, .softHessianFormula,
      .softHessianSymmetric, .softSecondDerivativeSums, .invsoftHessianFormula,
      .inverseFunctionSecondOrder, .softSecondInverseTangent, .unconstrainedChainGradient,
      .unconstrainedChainHessian, .unconstrainedKlGradient, .unconstrainedKlHessian,
      .unconstrainedKlOptimum, .softTaylor,
    ])
}
