extension Catalogue {
  /// Softmax along an axis, and what must not matter: the batch, the layout, earlier calls.
  static let axisBatchAndState = Chapter(
    title: "Axis, batch and state",
    laws: [
      .axisOracle, .axisRows, .axisTransposed, .axisSlicesIndependent, .batchSoftmax,
      .batchLogSoftmax, .batchLogSumExp, .batchScaledSoftmax, .batchSigmoid, .batchSoftplus,
      .batchReducedSoftmax, .batchVectorJacobianProduct, .batchJacobian,
      .batchBinaryCrossEntropy, .batchCategoricalCrossEntropy, .batchCrossEntropyGradient,
      .puritySoftmax, .purityLogSumExp, .puritySigmoid, .purityVectorJacobianProduct,
      .purityCrossEntropy, .paddedSoftmax, .paddedLogSoftmax, .paddedLogSumExp,
      .paddedVectorJacobianProduct, .precisionRefinementSoftmax, .precisionRefinementLogSumExp,
      .precisionRefinementSigmoid,
    ])
}
