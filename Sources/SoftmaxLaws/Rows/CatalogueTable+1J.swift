extension CatalogueTable {
  /// Chapter 1J.
  static let sparseMaps = CatalogueTable(
    number: "1J", title: "Sparse alternatives",
    rows: [
      "sparsemax-oracle",
      "sparsemax-constructed",
      "sparsemax-simplex",
      "sparsemax-projection-vi",
      "sparsemax-idempotent",
      "sparsemax-shift",
      CatalogueRow(
        "sparsemax-permutation / order / argmax",
        stems: ["sparsemax-permutation", "sparsemax-order", "sparsemax-argmax"]),
      "sparsemax-coordinate-bound",
      "sparsemax-nonexpansive",
      "sparsemax-two-hard-sigmoid",
      "sparsemax-zero-temperature",
      "sparsemax-support-threshold",
      "sparsemax-jacobian",
      "sparsemax-jacobian-projector",
      "sparsemax-loss-formula",
      "sparsemax-loss-gradient",
      CatalogueRow(
        "sparsemax-loss-nonneg / margin", stems: ["sparsemax-loss-nonneg", "sparsemax-loss-margin"]),
      "sparsemax-loss-huber",
      "entmax15-constructed",
      "entmax15-equals-bisect",
      "entmax2-equals-sparsemax",
      "entmax15-two-closed-form",
      CatalogueRow("entmax-simplex-kkt", stems: ["entmax-simplex", "entmax-kkt"]),
      "entmax-variational",
      CatalogueRow(
        "entmax-shift/perm/order",
        stems: [
          "entmax-shift", "entmax-permutation", "entmax-order", "entmax15-shift",
          "entmax15-permutation", "entmax15-order",
        ]),
      CatalogueRow(
        "entmax-lipschitz / cocoercive", stems: ["entmax-lipschitz", "entmax-cocoercive"]),
      CatalogueRow(
        "entmax-saturation-margin",
        stems: ["entmax-saturation-margin", "entmax15-saturation-margin"]),
      "entmax-softmax-distance",
      CatalogueRow("entmax-jacobian", stems: ["entmax-jacobian", "entmax15-jacobian"]),
      "entmax-alpha-derivative",
      CatalogueRow("tsallis-formula/limit", stems: ["tsallis-formula", "tsallis-limit"]),
      "tsallis-range",
      "fy-definition",
      CatalogueRow("fy-nonneg / zero-iff", stems: ["fy-nonneg", "fy-zero-iff"]),
      "fy-gradient",
      "fy-convex",
      "fy-lower-bound",
      "fy-shift-invariant",
      "fy-zero-margin",
      "fy-shannon-is-cce",
      "fy-temperature",
    ])
}
