extension CatalogueTable {
  /// Chapter 1F.
  static let reducedSoftmax = CatalogueTable(
    number: "1F", title: "Reduced softmax and its inverse",
    rows: [
      CatalogueRow("soft-definition", also: ["soft-oracle"]),
      "soft-zero-uniform",
      "soft-one-is-sigmoid",
      "soft-interior",
      CatalogueRow("invsoft-left-inverse", also: ["invsoft-oracle"]),
      "invsoft-right-inverse",
      "soft-no-overflow",
      "soft-lambda-scaling",
      "soft-pivot-change",
      "soft-permutation",
      "soft-log-odds",
      "soft-jacobian-formula",
      "soft-hessian-formula",
      "soft-hessian-symmetric",
      CatalogueRow("soft-derivative-sums", also: ["soft-second-derivative-sums"]),
      "soft-jacobian-determinant",
      "invsoft-jacobian-formula",
      "invsoft-hessian-formula",
      "inverse-function-theorem",
      "inverse-function-second-order",
      "soft-projector",
      "soft-second-inverse-tangent",
      "unconstrained-chain-gradient",
      "unconstrained-chain-hessian",
      "unconstrained-kl-gradient",
      CatalogueRow("unconstrained-kl-optimum", also: ["unconstrained-kl-hessian"]),
      "soft-taylor",
    ])
}
