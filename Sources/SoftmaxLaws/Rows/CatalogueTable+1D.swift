extension CatalogueTable {
  /// Chapter 1D.
  static let logSoftmaxAndEntropy = CatalogueTable(
    number: "1D", title: "Log-softmax, entropy, divergences",
    rows: [
      "logsoftmax-oracle",
      "logsoftmax-nonpositive",
      "logsoftmax-exp",
      "logsoftmax-normalised",
      "logsoftmax-idempotent",
      "logsoftmax-differences",
      "logsoftmax-finite",
      "logsoftmax-shift",
      "logsoftmax-vjp",
      "logsoftmax-hessian",
      CatalogueRow("entropy-formula", also: ["entropy-oracle"]),
      "entropy-range",
      "entropy-lambda-derivative",
      "softmax-gibbs-variational",
      "softmax-kl-bregman",
      CatalogueRow("kl-nonneg / gibbs", stems: ["kl-nonneg", "gibbs"], also: ["kl-oracle"]),
      "pinsker",
      "smoothmax-gap",
      "varentropy-max",
    ])
}
