extension CatalogueTable {
  /// Chapter 1E.
  static let sigmoidAndSoftplus = CatalogueTable(
    number: "1E", title: "Sigmoid, logit, softplus",
    rows: [
      "sigmoid-oracle",
      "sigmoid-zero",
      "sigmoid-range",
      "sigmoid-reflection",
      "sigmoid-monotone",
      "sigmoid-tanh",
      "sigmoid-derivative",
      "sigmoid-second-derivative",
      "sigmoid-third-derivative",
      "sigmoid-addition",
      "sigmoid-odds",
      "sigmoid-tail",
      "sigmoid-subnormal",
      CatalogueRow(
        "sigmoid-maclaurin", test: "Maclaurin series",
        reason:
          "A series is another way to the same values: it checks the reference, which checks the implementation."
      ),
      CatalogueRow(
        "sigmoid-maclaurin-tail", test: "Maclaurin series",
        reason: "The bound on the truncated series is stated of the reference."),
      "sigmoid-ode",
      "logit-oracle",
      "logit-inverse",
      "logit-reflection",
      "logit-derivative",
      "softplus-oracle",
      "softplus-zero",
      "softplus-ge-relu",
      "softplus-le",
      "softplus-reflection",
      "softplus-derivative",
      "softplus-convex",
      "softplus-inverse",
      "softplus-integral",
      CatalogueRow(
        "softplus-maclaurin", test: "Maclaurin series",
        reason:
          "A series is another way to the same values: it checks the reference, which checks the implementation."
      ),
      "softplus-extremes",
      CatalogueRow("logsigmoid-softplus", also: ["logsigmoid-oracle", "logsigmoid-exp"]),
      CatalogueRow(
        "softplus-dilogarithm", test: "Maclaurin series",
        reason: "No operation gives the dilogarithm: the integral is stated of the reference."),
    ])
}
