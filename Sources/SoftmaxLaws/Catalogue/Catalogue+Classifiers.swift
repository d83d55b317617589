/// The chapters about classifiers.
extension Catalogue {
  static let posteriors = Chapter(
    title: "Generative posteriors",
    laws: [
      .ldaOracle, .qdaOracle, .bernoulliOracle, .poissonOracle, .exponentialOracle,
      .bayesLogOdds, .softmaxOfJoint, .bayesSequential, .priorOddsShift, .posteriorSumOne,
      .posteriorPermutation, .ldaAffinePosterior, .ldaTwoClass, .ldaLogOddsAffine, .ldaMidpoint,
      .ldaTranslation, .ldaAffineMap, .ldaLimitFar, .qdaSecondDifference, .qdaSharedIsLda,
      .expfamAffine, .bernoulliNaiveBayes, .binomial, .categoricalOneHot, .poisson, .exponential,
      .gammaFixedShape, .gaussianKnownVariance,
    ])

  static let logisticRegression = Chapter(
    title: "Logistic regression",
    laws: [
      .logregOracle, .logregGradientOracle, .logregMultiHessianSign, .logregGradient,
      .logregHessian, .logregConvex, .logregHessianPsdSingular, .logregRedundancy,
      .logregTwoClassReduction, .logregBohning, .logregGradientAtZero, .logregSeparable,
      .logregL2Unique, .logregInterceptCalibration, .logregNewtonStep, .logregRowPermutation,
      .logregBatchAdditivity,
    ])

  static let network = Chapter(
    title: "A network with one logit or two",
    laws: [
      .networkLossOracle, .networkGradientOracle, .kerasHiddenGradient, .networkSgdDoubleStep,
      .networkHeadGradientSums, .networkMeanOverRows, .networkRowPermutation, .networkDeadRelu,
      .networkLayerBalance, .networkUnitPermutation,
    ])
}
