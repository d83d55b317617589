extension CatalogueTable {
  /// Chapter 1H.
  static let posteriors = CatalogueTable(
    number: "1H", title: "Generative posteriors",
    rows: [
      "bayes-log-odds",
      "softmax-of-joint",
      "bayes-sequential",
      "prior-odds-shift",
      "lda-affine-posterior",
      "lda-two-class",
      "lda-log-odds-affine",
      "lda-midpoint",
      "lda-translation",
      "lda-affine-map",
      "lda-limit-far",
      "qda-second-difference",
      "expfam-affine",
      "bernoulli-naive-bayes",
      "binomial",
      "categorical-one-hot",
      "poisson",
      "exponential",
      "gamma-fixed-shape",
      "gaussian-known-variance",
    ])
}
