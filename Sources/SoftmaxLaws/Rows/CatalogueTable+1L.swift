extension CatalogueTable {
  /// Chapter 1L.
  static let crossCutting = CatalogueTable(
    number: "1L", title: "Across all operations",
    rows: [
      CatalogueRow("batch-independence", stems: ["batch", "padded", "axis"]),
      "precision-refinement",
      "purity",
      CatalogueRow("nan-policy / special values", stems: ["nan-policy", "special"]),
      "monotone-exhaustive",
      "pair-exhaustive",
    ])
}
