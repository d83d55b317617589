extension CatalogueTable {
  /// Chapter 1K.
  static let alphaReLU = CatalogueTable(
    number: "1K", title: "α-ReLU",
    rows: [
      "arelu-formula",
      "arelu-elementwise",
      "arelu-equals-entmax-at-tau",
      CatalogueRow("arelu-monotone / zero", stems: ["arelu-monotone", "arelu-zero"]),
      "arelu-jacobian",
      CatalogueRow("arelu-loss-gradient", also: ["arelu-loss"]),
      CatalogueRow("arelu-loss-nonneg / zero", stems: ["arelu-loss-nonneg", "arelu-loss-zero"]),
      "arelu-loss-convex",
      "arelu-loss-tau-derivative",
    ])
}
