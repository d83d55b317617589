extension Catalogue {
  /// Softmax along an axis, and what must not matter: the batch, the layout, earlier calls.
  static let axisBatchAndState = Chapter(
    title: "Axis, batch and state",
    laws: [
      .axisOracle, .axisRows, .axisTransposed, .axisSlicesIndependent, .batchSoftmax,
      .batchLogSoftmax, .batchLse, .batchScaledSoftmax, .batchSigmoid, .batchSoftplus,
      .batchSoft, .batchVjp, .batchJacobian,
      .batchBce, .batchCce, .batchCceGradient,
      .puritySoftmax, .purityLse, .puritySigmoid, .purityVjp,
      .purityCce, .paddedSoftmax, .paddedLogSoftmax, .paddedLse,
      .paddedVjp, .precisionRefinementSoftmax, .precisionRefinementLse,
      .precisionRefinementSigmoid,
    ])
}
