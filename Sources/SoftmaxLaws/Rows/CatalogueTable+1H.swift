extension CatalogueTable {
  /// Chapter 1H.
  static let posteriors = CatalogueTable(
    number: "1H", title: "Generative posteriors",
    rows: [
      "bayes-log-odds",
      CatalogueRow("softmax-of-joint", stems: ["softmax-of-joint", "posterior"]),
      "bayes-sequential",
      "prior-odds-shift",
      CatalogueRow("lda-affine-posterior", also: ["lda-oracle"]),
      "lda-two-class",
      "lda-log-odds-affine",
      "lda-midpoint",
      "lda-translation",
      "lda-affine-map",
      "lda-limit-far",
      CatalogueRow("qda-second-difference", also: ["qda-oracle", "qda-shared-is-lda"]),
      "expfam-affine",
      CatalogueRow("bernoulli-naive-bayes", also: ["bernoulli-oracle"]),
      "binomial",
      "categorical-one-hot",
      "poisson",
      "exponential",
      "gamma-fixed-shape",
      "gaussian-known-variance",
    ])
}
