extension CatalogueTable {
  /// Chapter 1I.
  static let logisticRegression = CatalogueTable(
    number: "1I", title: "The logistic-regression objective",
    rows: [
      CatalogueRow("logreg-gradient", also: ["logreg-oracle"]),
      "logreg-hessian",
      "logreg-multi-hessian-sign",
      "logreg-convex",
      "logreg-hessian-psd-singular",
      "logreg-redundancy",
      "logreg-two-class-reduction",
      CatalogueRow("logreg-böhning", stems: ["logreg-bohning"]),
      "logreg-gradient-at-zero",
      "logreg-separable",
      "logreg-l2-unique",
      "logreg-intercept-calibration",
      "logreg-newton-step",
      CatalogueRow(
        "logreg-row-permutation / batch-additivity",
        stems: ["logreg-row-permutation", "logreg-batch-additivity"]),
    ])
}
