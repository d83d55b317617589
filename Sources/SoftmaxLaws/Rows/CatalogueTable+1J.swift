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
      CatalogueRow("sparsemax-zero-temperature", also: ["sparsemax-high-temperature"]),
      "sparsemax-support-threshold",
      "sparsemax-jacobian",
      "sparsemax-jacobian-projector",
      CatalogueRow("sparsemax-loss-formula", also: ["sparsemax-loss-oracle"]),
      "sparsemax-loss-gradient",
      CatalogueRow(
        "sparsemax-loss-nonneg / margin", stems: ["sparsemax-loss-nonneg", "sparsemax-loss-margin"]),
      "sparsemax-loss-huber",
      CatalogueRow("entmax15-constructed", also: ["entmax-constructed"]),
      CatalogueRow("entmax15-equals-bisect", also: ["entmax15-oracle", "entmax-oracle"]),
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
      CatalogueRow(
        "entmax-alpha-derivative", reason: "No operation differentiates by α."),
      CatalogueRow("tsallis-formula/limit", stems: ["tsallis-formula", "tsallis-limit"]),
      CatalogueRow("tsallis-range", also: ["tsallis-formula"]),
      CatalogueRow(
        "fy-definition", also: ["entmax-loss-oracle", "entmax15-loss-oracle"]),
      CatalogueRow("fy-nonneg / zero-iff", stems: ["fy-nonneg", "fy-zero-iff"]),
      CatalogueRow(
        "fy-gradient",
        also: ["entmax-loss-gradient-oracle", "entmax15-loss-gradient-oracle", "fy-tangent"]),
      "fy-convex",
      "fy-lower-bound",
      "fy-shift-invariant",
      "fy-zero-margin",
      "fy-shannon-is-cce",
      "fy-temperature",
    ])
}
