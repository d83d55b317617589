/// An operation of the softmax family, by the name it has in the process protocol.
///
/// Shapes are per row; `[]` is a scalar. Rows are row-major, `scale` is `λ`.
public enum Operation: String, CaseIterable, Sendable {
  case softmax
  case logSoftmax
  case logSumExp
  case scaledSoftmax
  case sigmoid
  case logSigmoid
  case logit
  case softplus
  case reducedSoftmax
  case inverseReducedSoftmax
  case entropy
  case klDivergence
  case binaryCrossEntropy
  case binaryCrossEntropyWithLogits
  case categoricalCrossEntropy
  case categoricalCrossEntropyWithLogits
  case softmaxJacobian
  case softmaxVectorJacobianProduct
  case softmaxJacobianVectorProduct
  case logSoftmaxVectorJacobianProduct
  case logSumExpGradient
  case sigmoidDerivative
  case softplusDerivative
  case binaryCrossEntropyWithLogitsGradient
  case categoricalCrossEntropyGradient
  case categoricalCrossEntropyWithLogitsGradient
  case reducedSoftmaxJacobian
  case inverseReducedSoftmaxJacobian
  case softmaxAlongAxis
  case softmaxHessian
  case categoricalCrossEntropyWithLogitsHessian
  case reducedSoftmaxHessian
  case inverseReducedSoftmaxHessian
  case sparsemax
  case entmax15
  case entmax
  case alphaReLU
  case sparsemaxVectorJacobianProduct
  case entmax15VectorJacobianProduct
  case entmaxVectorJacobianProduct
  case alphaReLUVectorJacobianProduct
  case sparsemaxLoss
  case entmax15Loss
  case entmaxLoss
  case alphaReLULoss
  case sparsemaxLossGradient
  case entmax15LossGradient
  case entmaxLossGradient
  case alphaReLULossGradient
  case gaussianPosterior
  case quadraticGaussianPosterior
  case bernoulliPosterior
  case poissonPosterior
  case exponentialPosterior
  case logisticRegressionObjective
  case logisticRegressionGradient
  case logisticRegressionHessian
  case denseClassifierLoss
  case denseClassifierGradient
}

extension Operation {
  /// The operation's arguments and result, in the notation of the protocol.
  public var signature: Signature { Operation.signatures[self] ?? notation }

  /// All signatures, each read once.
  private static let signatures = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, $0.notation) })

  private var notation: Signature {
    switch self {
    case .softmax, .logSoftmax, .logSumExpGradient, .sigmoid, .logSigmoid, .softplus,
      .sigmoidDerivative, .softplusDerivative:
      "x[n] -> [n]"
    case .logSumExp: "x[n] -> []"
    case .scaledSoftmax: "x[n], scale[] -> [n]"
    case .logit: "p[n] -> [n]"
    case .reducedSoftmax: "eta[n], scale[] -> [n+1]"
    case .inverseReducedSoftmax: "p[n+1], scale[] -> [n]"
    case .entropy: "p[n] -> []"
    case .klDivergence: "p[n], q[n] -> []"
    case .binaryCrossEntropy: "targets[n], probabilities[n] -> []"
    case .binaryCrossEntropyWithLogits: "targets[n], logits[n] -> []"
    case .categoricalCrossEntropy: "targets[n,k], probabilities[n,k] -> []"
    case .categoricalCrossEntropyWithLogits: "targets[n,k], logits[n,k] -> []"
    case .softmaxJacobian: "x[n], scale[] -> [n,n]"
    case .softmaxVectorJacobianProduct, .softmaxJacobianVectorProduct,
      .logSoftmaxVectorJacobianProduct:
      "x[n], v[n] -> [n]"
    case .binaryCrossEntropyWithLogitsGradient: "targets[n], logits[n] -> [n]"
    case .categoricalCrossEntropyGradient: "targets[n,k], probabilities[n,k] -> [n,k]"
    case .categoricalCrossEntropyWithLogitsGradient: "targets[n,k], logits[n,k] -> [n,k]"
    case .reducedSoftmaxJacobian: "eta[n], scale[] -> [n+1,n]"
    case .inverseReducedSoftmaxJacobian: "p[n+1], scale[] -> [n,n+1]"
    case .softmaxAlongAxis: "x[r,c], axis[] -> [r,c]"
    case .softmaxHessian: "x[n], scale[] -> [n,n,n]"
    case .categoricalCrossEntropyWithLogitsHessian: "targets[k], logits[k] -> [k,k]"
    case .reducedSoftmaxHessian: "eta[n], scale[] -> [n+1,n,n]"
    case .inverseReducedSoftmaxHessian: "p[n+1], scale[] -> [n,n+1,n+1]"
    case .sparsemax, .entmax15: "z[n] -> [n]"
    case .entmax: "z[n], alpha[] -> [n]"
    case .alphaReLU: "z[n], alpha[], tau[] -> [n]"
    case .sparsemaxVectorJacobianProduct, .entmax15VectorJacobianProduct: "z[n], v[n] -> [n]"
    case .entmaxVectorJacobianProduct: "z[n], alpha[], v[n] -> [n]"
    case .alphaReLUVectorJacobianProduct: "z[n], alpha[], tau[], v[n] -> [n]"
    case .sparsemaxLoss, .entmax15Loss: "targets[n], z[n] -> []"
    case .entmaxLoss: "targets[n], z[n], alpha[] -> []"
    case .alphaReLULoss: "targets[n], z[n], alpha[], tau[] -> []"
    case .sparsemaxLossGradient, .entmax15LossGradient: "targets[n], z[n] -> [n]"
    case .entmaxLossGradient: "targets[n], z[n], alpha[] -> [n]"
    case .alphaReLULossGradient: "targets[n], z[n], alpha[], tau[] -> [n]"
    case .gaussianPosterior: "x[d], means[k,d], covariance[d,d], priors[k] -> [k]"
    case .quadraticGaussianPosterior: "x[d], means[k,d], covariances[k,d,d], priors[k] -> [k]"
    case .bernoulliPosterior: "x[d], means[k,d], priors[k] -> [k]"
    case .poissonPosterior, .exponentialPosterior: "x[d], rates[k,d], priors[k] -> [k]"
    case .logisticRegressionObjective: "weights[k,d], features[n,d], targets[n,k] -> []"
    case .logisticRegressionGradient: "weights[k,d], features[n,d], targets[n,k] -> [k,d]"
    case .logisticRegressionHessian: "weights[k,d], features[n,d], targets[n,k] -> [k·d,k·d]"
    case .denseClassifierLoss:
      "features[n,d], targets[n], w1[d,a], b1[a], w2[a,b], b2[b], w3[b,m], b3[m] -> []"
    case .denseClassifierGradient:
      """
      features[n,d], targets[n], w1[d,a], b1[a], w2[a,b], b2[b], w3[b,m], b3[m] \
      -> [d·a+a+a·b+b+b·m+m]
      """
    }
  }

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
