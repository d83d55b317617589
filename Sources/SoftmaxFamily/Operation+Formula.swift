extension Operation {
  /// What the operation computes, in the notation of the literature.
  public var formula: String {
    switch self {
    case .softmax: "e^{x_i} / Σ e^{x_j}"
    case .logSoftmax: "x_i − logSumExp(x)"
    case .logSumExp: "log Σ e^{x_j}"
    case .scaledSoftmax: "softmax(λx)"
    case .sigmoid: "1 / (1 + e^{−x})"
    case .logSigmoid: "log σ(x)"
    case .logit: "log p − log(1 − p)"
    case .softplus: "log(1 + e^x)"
    case .reducedSoftmax: "(1, e^{λη_1}, …) / (1 + Σ e^{λη_i})"
    case .inverseReducedSoftmax: "(log p_i − log p_0) / λ"
    case .entropy: "−Σ p log p"
    case .klDivergence: "Σ p log(p/q)"
    case .binaryCrossEntropy: "−Σ (t log y + (1 − t) log(1 − y))"
    case .binaryCrossEntropyWithLogits: "−Σ (t log σ(z) + (1 − t) log σ(−z))"
    case .categoricalCrossEntropy: "−Σ_n Σ_k t log y"
    case .categoricalCrossEntropyWithLogits: "−Σ_n Σ_k t logSoftmax(z)"
    case .softmaxJacobian: "∂g_i/∂x_j = λ g_i (δ_ij − g_j)"
    case .softmaxVectorJacobianProduct: "g ⊙ (v − ⟨g, v⟩)"
    case .softmaxJacobianVectorProduct: "g ⊙ (v − ⟨g, v⟩)"
    case .logSoftmaxVectorJacobianProduct: "v − g Σv"
    case .logSumExpGradient: "softmax(x)"
    case .sigmoidDerivative: "σ(x) (1 − σ(x))"
    case .softplusDerivative: "σ(x)"
    case .binaryCrossEntropyWithLogitsGradient: "σ(z) − t"
    case .categoricalCrossEntropyGradient: "−t/p"
    case .categoricalCrossEntropyWithLogitsGradient: "g Σt − t, row by row"
    case .reducedSoftmaxJacobian: "∂p_k/∂η_i = λ p_k (δ_ki − p_i)"
    case .inverseReducedSoftmaxJacobian: "∂η_k/∂p_i = (δ_ki/p_i − δ_0i/p_0) / λ"
    case .softmaxAlongAxis: "softmax of each slice along the axis"
    case .softmaxHessian:
      "∂²g_k/∂x_i∂x_j = λ² g_k ((δ_ki − g_i)(δ_kj − g_j) − g_i (δ_ij − g_j))"
    case .categoricalCrossEntropyWithLogitsHessian: "∂²CCE/∂z_i∂z_j = Σt g_i (δ_ij − g_j)"
    case .reducedSoftmaxHessian:
      "∂²p_k/∂η_i∂η_j = λ² p_k ((δ_ki − p_i)(δ_kj − p_j) − p_i (δ_ij − p_j))"
    case .inverseReducedSoftmaxHessian:
      "∂²η_k/∂p_i∂p_j = δ_ij (δ_0i/p_0² − δ_ki/p_k²) / λ"
    case .sparsemax, .entmax15, .entmax, .alphaReLU, .sparsemaxVectorJacobianProduct,
      .entmax15VectorJacobianProduct, .entmaxVectorJacobianProduct,
      .alphaReLUVectorJacobianProduct, .sparsemaxLoss, .entmax15Loss, .entmaxLoss,
      .alphaReLULoss, .sparsemaxLossGradient, .entmax15LossGradient, .entmaxLossGradient,
      .alphaReLULossGradient:
      sparseFormula
    case .gaussianPosterior: "softmax(log π_k − ½(x − μ_k)ᵀΣ⁻¹(x − μ_k))"
    case .quadraticGaussianPosterior:
      "softmax(log π_k − ½(x − μ_k)ᵀΣ_k⁻¹(x − μ_k) − ½ log det Σ_k)"
    case .bernoulliPosterior: "softmax(log π_k + Σ_i (x_i log μ_ki + (1 − x_i) log(1 − μ_ki)))"
    case .poissonPosterior: "softmax(log π_k + Σ_i (x_i log λ_ki − λ_ki))"
    case .exponentialPosterior: "softmax(log π_k + Σ_i (log λ_ki − λ_ki x_i))"
    case .logisticRegressionObjective: "−Σ_n Σ_k t_nk log y_nk, y_n = softmax(Wφ_n)"
    case .logisticRegressionGradient: "∂E/∂w_k = Σ_n (y_nk Σt_n − t_nk) φ_n"
    case .logisticRegressionHessian: "Σ_n Σt_n y_nk (δ_kj − y_nj) φ_n φ_nᵀ"
    case .denseClassifierLoss:
      "mean of −t log y − (1 − t) log(1 − y), y from relu(relu(xW_1 + b_1)W_2 + b_2)W_3 + b_3"
    case .denseClassifierGradient: "∇denseClassifierLoss by W_1, b_1, W_2, b_2, W_3, b_3"
    }
  }
}
