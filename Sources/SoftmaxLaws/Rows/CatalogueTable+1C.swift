extension CatalogueTable {
  /// Chapter 1C.
  static let logSumExp = CatalogueTable(
    number: "1C", title: "Log-sum-exp",
    rows: [
      "lse-oracle",
      "lse-shift-equivariance",
      "lse-ge-max",
      "lse-le-max-ln-n",
      "lse-jensen-mean",
      "lse-singleton",
      "lse-replicate",
      "lse-associative",
      "lse-permutation",
      "lse-two-softplus",
      CatalogueRow("lse-neg-inf-identity", also: ["lse-all-masked"]),
      "lse-monotone",
      "lse-convex",
      "lse-inf-lipschitz",
      "lse-subadditive",
      "lse-gradient",
      "lse-hessian",
      "lse-third-derivative",
      "lse-first-order-bounds",
      "lse-lambda-family",
      "lse-log1p-tail",
      "lse-extreme-finite",
      "lse-near-zero",
    ])
}
