/// All laws, chapter by chapter.
public enum Catalogue {
  /// A chapter of the catalogue.
  public struct Chapter: Sendable, CustomStringConvertible {
    /// The chapter's title.
    public let title: String
    /// The laws, from the plainest to the deepest.
    public let laws: [Law]

    /// The title.
    public var description: String { title }
  }

  /// The chapters in the order of the textbook.
  public static let chapters = [
    softmaxValues, softmaxAsOperator, logSumExp, logSoftmaxAndEntropy, sigmoidAndSoftplus,
    reducedSoftmax, crossEntropy, posteriors, logisticRegression, network, sparseMaps,
    fenchelYoungLosses, alphaReLU, secondDerivatives, axisBatchAndState, specialValues,
  ]

  /// The laws of all chapters.
  public static let laws = chapters.flatMap(\.laws)

  /// The law of a name, or `nil`.
  public static func law(named name: String) -> Law? { laws.first { $0.name == name } }

  private static let softmaxValues = Chapter(
    title: "Softmax",
    laws: [
      .softmaxOracle, .scaledSoftmaxOracle, .softmaxSumOne, .softmaxNonnegLeOne, .softmaxPositive,
      .softmaxOrderPreserving, .softmaxArgmaxKept, .softmaxSingleton, .softmaxUniform,
      .softmaxMasked, .softmaxShiftInvariance, .softmaxPermutation, .softmaxOddsRatio,
      .softmaxSubsetConsistency, .softmaxGrouping, .softmaxProductOfExperts, .softmaxOfLogP,
      .softmaxLogsoftmaxFixpoint, .softmaxTwoIsSigmoid, .softmaxComponentAsSigmoid,
      .softmaxScale, .softmaxPowerTemperature, .softmaxCoordinateHalf, .softmaxUniformLimit,
      .softmaxMaxMonotoneLambda, .smoothmaxGap, .smoothmaxGapAttained, .softmaxTieLimit,
      .majorizationInLambda, .softmin, .softmaxDuplicateMerge,
      .softmaxOnlineMerge, .softmaxReciprocalForm, .softmaxSumOneScaled,
      .softmaxNonnegLeOneScaled, .softmaxOddsRatioScaled, .softmaxScalePowerOfTwo,
    ])

  private static let softmaxAsOperator = Chapter(
    title: "Softmax as an operator",
    laws: [
      .softmaxJacobianFormula, .jacobianRowColSums, .jacobianSymmetric, .jacobianOffdiagSign,
      .jacobianTrace, .jacobianPsd, .jacobianInfNormHalf, .vjpFormula, .jvpFormula, .vjpOnes,
      .vjpJvpAdjoint, .vjpEqualsJvp, .vjpLinear, .vjpBasisRows, .jacobianVarianceForm,
      .vjpMaskedZero, .softmaxLipschitzP, .softmaxLipschitzInf1, .softmaxTvTanh,
      .softmaxMonotoneOperator, .softmaxCocoercive, .jacobianFrobenius, .jacobian2NormHalf,
      .jacobianInfTo1Norm, .jacobianInfNormHalfFormula, .softmaxLambdaDerivative, .jvpOnes,
      .vjpLinearPowerOfTwo, .lseHvp,
    ])

  private static let logSumExp = Chapter(
    title: "Log-sum-exp",
    laws: [
      .lseOracle, .lseGradient, .lseGeMax, .lseLeMaxLnN, .lseJensenMean, .lseSingleton,
      .lseReplicate, .lseNegInfIdentity, .lseAllMasked, .lseExtremeFinite,
      .lseShiftEquivariance, .lseAssociative, .lsePermutation, .lseTwoSoftplus, .lseMonotone,
      .lseConvex, .lseInfLipschitz, .lseSubadditive, .lseFirstOrderBounds, .lseReplicateZeros,
      .lseThirdDerivativeTaylor, .lseLambdaFamily, .lseLog1pTail, .lseNearZero,
    ])

  private static let logSoftmaxAndEntropy = Chapter(
    title: "Log-softmax, entropy, divergence",
    laws: [
      .logsoftmaxOracle, .logsoftmaxNonpositive, .logsoftmaxExp, .logsoftmaxNormalised,
      .logsoftmaxIdempotent, .logsoftmaxDifferences, .logsoftmaxFinite, .logsoftmaxShift,
      .logsoftmaxVjp, .entropyOracle, .klOracle, .entropyRange, .entropyFormula, .klNonneg,
      .pinsker, .softmaxGibbsVariational, .softmaxGibbsVariationalGap, .softmaxKlBregman,
      .entropyRangeUniform, .entropyRangeGap, .entropyLambdaDerivative, .varentropyMax,
    ])

  private static let sigmoidAndSoftplus = Chapter(
    title: "Sigmoid, logit, softplus",
    laws: [
      .sigmoidOracle, .sigmoidZero, .sigmoidRange, .sigmoidReflection, .sigmoidMonotone,
      .sigmoidAddition, .sigmoidOdds, .sigmoidTail, .sigmoidDerivative, .sigmoidOde,
      .logitOracle, .logitInverse, .logitReflection, .softplusOracle, .logsigmoidOracle,
      .softplusZero, .softplusGeRelu, .softplusLe, .softplusReflection, .softplusDerivative,
      .softplusConvex, .softplusExtremes, .logsigmoidSoftplus, .logsigmoidExp, .sigmoidTanh,
      .sigmoidRangeBelowOne, .sigmoidSubnormal, .sigmoidDerivativeSech,
      .sigmoidSecondDerivativeTaylor,
      .sigmoidThirdDerivativeTaylor, .logitInverseOfSigmoid, .logitDerivative, .softplusInverse,
      .softplusIntegral,
    ])

  private static let reducedSoftmax = Chapter(
    title: "Reduced softmax and its inverse",
    laws: [
      .softOracle, .invsoftOracle, .softDefinition, .softZeroUniform, .softOneIsSigmoid,
      .softInterior, .invsoftLeftInverse, .invsoftRightInverse, .softNoOverflow,
      .softLambdaScaling, .softPermutation, .softLogOdds, .softPivotChange,
      .softJacobianFormula, .invsoftJacobianFormula, .softDerivativeSums,
      .inverseFunctionTheorem, .softProjector, .softLambdaScalingPowerOfTwo,
      .softLambdaScalingOfInverse, .softJacobianDeterminant, .unconstrainedKlOptimumGradient,
      .unconstrainedKlOptimumValue,
      .unconstrainedKlOptimumDefinite, .softTaylorFirstOrder,
    ])

  private static let crossEntropy = Chapter(
    title: "Binary and categorical cross-entropy",
    laws: [
      .bceOracle, .bceProbOracle, .bceComposition, .bceAffineInTarget, .bceHardLabels,
      .bceReflection, .bceNonneg, .bceGibbs, .bceGradient, .bceExtremeFinite, .multilabelSum,
      .cceOracle, .cceProbOracle, .cceLseForm, .cceOneHot, .cceNonneg, .cceGapIsKl,
      .cceShiftInvariance, .cceLinearInTarget, .cceMarginBounds, .cceConvex, .cce2EqualsBce,
      .cce2GradientAntisymmetric, .cce2SgdDoubleStep, .cceGradientMass, .cceGradient,
      .cceGradientSumZero, .cceProbDerivatives, .cceChainRule, .bceStableForm, .bceGibbsGap,
      .bceMinimum, .bceMinimumValue, .bceSecondDerivativeDifference, .bceProbDerivatives,
      .bcePosWeight,
      .bcePosWeightGradient, .bceWeightLinear, .bceNonnegSoft, .multilabelProductSoftmax,
      .multilabelProductSoftmaxLoss, .multilabelNotExclusive, .cceGapIsKlDivergence,
      .cceGradientClassWeights, .cceLabelSmoothing, .cceConfidence, .cceConfidenceArgmax,
      .ccePerfectLimit, .reductionConsistency, .reductionConsistencyIgnored,
      .cceProbDerivativesTangent,
    ])

  private static let sparseMaps = Chapter(
    title: "Sparsemax and α-entmax",
    laws: [
      .sparsemaxOracle, .sparsemaxConstructed, .sparsemaxSimplex, .sparsemaxProjectionVi,
      .sparsemaxIdempotent, .sparsemaxShift, .sparsemaxPermutation, .sparsemaxOrderPreserving,
      .sparsemaxArgmax, .sparsemaxCoordinateBound, .sparsemaxNonexpansive,
      .sparsemaxTwoHardSigmoid, .sparsemaxZeroTemperature, .sparsemaxHighTemperature,
      .sparsemaxSupportThreshold, .sparsemaxMasked, .sparsemaxExtreme, .sparsemaxSingleton,
      .entmax15Oracle, .entmaxOracle, .entmax15Constructed, .entmaxConstructed,
      .entmax15EqualsBisect, .entmax2EqualsSparsemax, .entmax15TwoClosedForm, .entmaxSimplex,
      .entmaxKkt, .entmaxVariational, .entmaxShift, .entmax15Shift, .entmaxPermutation,
      .entmax15Permutation, .entmaxOrderPreserving, .entmax15OrderPreserving, .entmaxLipschitz,
      .entmaxCocoercive, .entmaxSaturationMargin, .entmax15SaturationMargin,
      .entmaxSoftmaxDistance, .entmax15Masked, .entmaxMasked, .entmax15Extreme, .entmaxExtreme,
      .entmax15Singleton, .sparsemaxJacobian, .entmax15Jacobian, .entmaxJacobian,
      .sparsemaxJacobianProjector, .sparsemaxJacobianTrace, .sparsemaxVjpOnes,
      .entmax15VjpOnes, .entmaxJacobianSymmetric, .entmaxJacobianFormula,
      .sparsemaxVjpMaskedZero,
    ])

  private static let fenchelYoungLosses = Chapter(
    title: "Fenchel–Young losses",
    laws: [
      .sparsemaxLossOracle, .entmax15LossOracle, .entmaxLossOracle,
      .sparsemaxLossGradientOracle, .entmax15LossGradientOracle, .entmaxLossGradientOracle,
      .fyDefinition, .sparsemaxLossFormula, .sparsemaxLossHuber, .fyLowerBound, .fyNonneg,
      .fyZeroIff, .sparsemaxLossMargin, .fyZeroMargin, .fyGradient, .sparsemaxLossGradient,
      .fyConvex, .fyTangent, .fyShiftInvariant, .tsallisFormula, .tsallisLimit, .fyShannonIsCce,
      .fyTemperature,
    ])

  private static let alphaReLU = Chapter(
    title: "α-ReLU",
    laws: [
      .areluFormula, .areluElementwise, .areluEqualsEntmaxAtTau, .areluMonotone, .areluZero,
      .areluJacobian, .areluJacobianFormula, .areluLoss, .areluLossGradientOracle,
      .areluLossGradient, .areluLossNonneg, .areluLossZero, .areluLossConvex,
      .areluLossTauDerivative,
    ])
}
