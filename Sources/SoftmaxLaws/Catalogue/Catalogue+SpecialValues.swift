extension Catalogue {
  /// NaN, infinities, masks, empty input: laws, and conventions where several answers are right.
  static let specialValues = Chapter(
    title: "Special values",
    laws: [
      .softmaxNaN, .logsoftmaxNaN, .lseNaN, .lseGradientNaN, .softmaxSignedZeros,
      .lseSignedZeros, .softmaxSubnormalLogits, .lseSubnormalLogits, .logsoftmaxExtreme,
      .softmaxFullyMasked, .logsoftmaxFullyMasked, .lseGradientFullyMasked, .softmaxInfinite,
      .logsoftmaxInfinite, .lseInfinite, .softmaxEmpty, .logsoftmaxEmpty, .lseEmpty,
      .sigmoidEmpty, .sigmoidSpecial, .softplusSpecial, .logsigmoidSpecial,
      .sigmoidDerivativeSpecial, .softplusDerivativeSpecial, .logitSpecial, .invsoftSpecial,
      .bceInfiniteLogits, .bceCertain, .cceMasked, .cceImpossible, .cceProbCertain,
      .cceGradientMasked, .jacobianMasked, .hessianMasked, .jvpMasked, .scaleZero,
      .scaleNaN, .scaleNegative,
    ])
}
