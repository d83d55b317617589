extension CatalogueTable {
  /// Chapter 1B.
  static let softmaxAsOperator = CatalogueTable(
    number: "1B", title: "Softmax as an operator: Jacobian, Hessian, products",
    rows: [
      "softmax-jacobian-formula",
      CatalogueRow(
        "softmax-hessian-formula", also: ["softmax-hessian-symmetric", "softmax-hessian-sums"]),
      "jacobian-row-col-sums",
      "jacobian-symmetric",
      "jacobian-offdiag-sign",
      "jacobian-trace",
      "jacobian-frobenius",
      "jacobian-variance-form",
      "jacobian-psd",
      CatalogueRow("jacobian-null-ones / vjp-ones", also: ["jvp-ones"]),
      "jacobian-inf-norm-half",
      "jacobian-2norm-half",
      "jacobian-inf-to-1-norm",
      CatalogueRow(
        "jacobian-pseudodet", test: "Determinants of the reference",
        reason:
          "The product of eigenvalues loses all accuracy to a perturbation of the entries: stated of the reference."
      ),
      "softmax-lipschitz-p",
      "softmax-lipschitz-inf-1",
      "softmax-monotone-operator",
      "softmax-cocoercive",
      "softmax-lambda-derivative",
      "softmax-second-directional",
      CatalogueRow("vjp-formula", also: ["jvp-formula"]),
      "vjp-jvp-adjoint",
      "vjp-linear",
      "vjp-equals-jvp",
      "vjp-basis-rows",
      "vjp-masked-zero",
      "lse-hvp",
    ])
}
