extension CatalogueTable {
  /// Chapter 1L.
  static let crossCutting = CatalogueTable(
    number: "1L", title: "Across all operations",
    rows: [
      CatalogueRow("batch-independence", stems: ["batch", "padded", "axis"]),
      "precision-refinement",
      "purity",
      CatalogueRow(
        "nan-policy / special values", stems: ["nan-policy"],
        also: [
          "softmax-nan",
          "softmax-infinite",
          "softmax-fully-masked",
          "softmax-empty",
          "softmax-signed-zeros",
          "softmax-subnormal-logits",
          "logsoftmax-nan",
          "logsoftmax-infinite",
          "logsoftmax-fully-masked",
          "logsoftmax-extreme",
          "logsoftmax-empty",
          "lse-nan",
          "lse-infinite",
          "lse-empty",
          "lse-signed-zeros",
          "lse-subnormal-logits",
          "sigmoid-special",
          "sigmoid-empty",
          "softplus-special",
          "logit-special",
          "logsigmoid-special",
          "invsoft-special",
          "bce-certain",
          "bce-infinite-logits",
          "cce-impossible",
          "cce-prob-certain",
          "jacobian-masked",
          "jvp-masked",
          "hessian-masked",
          "sparsemax-masked",
          "sparsemax-extreme",
          "sparsemax-singleton",
          "entmax15-masked",
          "entmax15-extreme",
          "entmax15-singleton",
          "entmax-masked",
          "entmax-extreme",
        ]),
      CatalogueRow(
        "monotone-exhaustive",
        reason:
          "It asks for every input of a format, where a law draws cases: the laws of chapter 1E."),
      CatalogueRow(
        "pair-exhaustive",
        reason:
          "It asks for every pair of inputs, where a law draws cases: the laws of chapters 1A and 1C."
      ),
    ])
}
