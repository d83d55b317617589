extension CatalogueTable {
  /// Chapter 1A.
  static let softmaxValues = CatalogueTable(
    number: "1A", title: "Softmax values",
    rows: [
      CatalogueRow("softmax-oracle", also: ["scaled-softmax-oracle"]),
      "softmax-sum-one",
      "softmax-nonneg-le-one",
      "softmax-positive",
      "softmax-shift-invariance",
      "softmax-permutation",
      "softmax-order-preserving",
      "softmax-argmax-kept",
      "softmax-odds-ratio",
      "softmax-subset-consistency",
      "softmax-grouping",
      "softmax-duplicate-merge",
      "softmax-coordinate-half",
      "softmax-online-merge",
      "softmax-scale",
      "softmax-product-of-experts",
      "softmax-power-temperature",
      "softmax-of-log-p",
      "softmax-logsoftmax-fixpoint",
      "softmax-two-is-sigmoid",
      "softmax-component-as-sigmoid",
      "softmax-reciprocal-form",
      "softmax-uniform",
      "softmax-singleton",
      "softmax-masked",
      "softmax-tie-limit",
      CatalogueRow(
        "softmax-zero-temperature-0",
        also: ["scale-zero", "scale-negative", "scale-nan", "scale-infinite"]),
      "softmax-uniform-limit",
      "softmax-max-monotone-lambda",
      "majorization-in-lambda",
      "softmin",
      "softmax-tv-tanh",
      CatalogueRow(
        "gumbel-race", test: "The Gumbel race",
        reason:
          "It is a statement about a random experiment: tried with the certified probabilities."),
    ])
}
