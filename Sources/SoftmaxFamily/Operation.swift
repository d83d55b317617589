/// An operation of the softmax family, by the name it has in the process protocol.
///
/// Shapes are per row; `[]` is a scalar. Rows are row-major, `scale` is `λ`.
public enum Operation: String, CaseIterable, Sendable {
  /// The probabilities of logits, `e^{x_i} / Σ e^{x_j}`, in `[0, 1]`; an entry −∞ has none.
  case softmax
  /// The logarithms of those probabilities, in `[−∞, 0]`, finite where these underflow.
  case logSoftmax
  /// The smooth maximum `log Σ e^{x_j}`, in `[max x, max x + log n]`; −∞ of nothing.
  case logSumExp
  /// Softmax at an inverse temperature `λ`, `softmax(λx)`.
  case scaledSoftmax
  /// The logistic sigmoid `1 / (1 + e^{−x})`, element by element, in `[0, 1]`.
  case sigmoid
  /// The logarithm of the sigmoid, element by element, in `[−∞, 0]`.
  case logSigmoid
  /// The log-odds `log p − log(1 − p)`, element by element; −∞ at 0 and ∞ at 1.
  case logit
  /// The smooth rectifier `log(1 + e^x)`, element by element, in `[max(0, x), ∞]`.
  case softplus
  /// The bijection of `ℝ^n` and the interior of the simplex, the pivot's probability first.
  case reducedSoftmax
  /// Its inverse, the log-odds against the pivot, divided by `λ`.
  case inverseReducedSoftmax
  /// Shannon's entropy `−Σ p log p`, in `[0, log n]`, with `0·log 0 = 0`.
  case entropy
  /// The Kullback–Leibler divergence `Σ p log(p/q)`, at least zero.
  case klDivergence
  /// The cross-entropy of targets and probabilities of two classes each, a sum; Bishop 4.90.
  case binaryCrossEntropy
  /// The same of targets and logits, finite for all finite logits.
  case binaryCrossEntropyWithLogits
  /// The cross-entropy of rows of targets and of probabilities, a sum; Bishop 4.108.
  case categoricalCrossEntropy
  /// The same of targets and logits; a row of targets may have any mass.
  case categoricalCrossEntropyWithLogits
  /// The first derivatives of `softmax(λx)`, those of an entry in a row.
  case softmaxJacobian
  /// The transposed Jacobian of softmax times a vector: the gradient that flows backwards.
  case softmaxVectorJacobianProduct
  /// The Jacobian of softmax times a vector: the derivative along it.
  case softmaxJacobianVectorProduct
  /// The transposed Jacobian of log-softmax times a vector.
  case logSoftmaxVectorJacobianProduct
  /// The gradient of log-sum-exp, which is softmax.
  case logSumExpGradient
  /// The slope of the sigmoid, element by element, in `[0, ¼]`.
  case sigmoidDerivative
  /// The slope of softplus, element by element, which is the sigmoid.
  case softplusDerivative
  /// The gradient by the logits, `σ(z) − t`; Bishop 4.91.
  case binaryCrossEntropyWithLogitsGradient
  /// The gradient by the probabilities, `−t/p`.
  case categoricalCrossEntropyGradient
  /// The gradient by the logits, `softmax(z) Σt − t`, row by row; Bishop 4.109.
  case categoricalCrossEntropyWithLogitsGradient
  /// The first derivatives of the reduced softmax, those of an entry in a row.
  case reducedSoftmaxJacobian
  /// The first derivatives of its inverse, those of an entry in a row.
  case inverseReducedSoftmaxJacobian
  /// Softmax of every column of a matrix, along axis 0, or of every row, along axis 1.
  case softmaxAlongAxis
  /// The second derivatives of `softmax(λx)`, those of an entry in a matrix.
  case softmaxHessian
  /// The second derivatives by the logits of one row; Bishop 4.110 but for its sign.
  case categoricalCrossEntropyWithLogitsHessian
  /// The second derivatives of the reduced softmax, those of an entry in a matrix.
  case reducedSoftmaxHessian
  /// The second derivatives of its inverse, those of an entry in a matrix.
  case inverseReducedSoftmaxHessian
  /// The Euclidean projection of scores on the simplex, with exact zeros.
  case sparsemax
  /// 1.5-entmax, `[z/2 − τ]₊²` with the `τ` that makes the sum one.
  case entmax15
  /// α-entmax for `α > 1`, `[(α − 1)z − τ]₊^{1/(α−1)}` with the `τ` that makes the sum one.
  case entmax
  /// The same at a `τ` that is given, so that the sum is not one.
  case alphaReLU
  /// The Jacobian of sparsemax times a vector, away from the support's changes.
  case sparsemaxVectorJacobianProduct
  /// The Jacobian of 1.5-entmax times a vector, away from the support's changes.
  case entmax15VectorJacobianProduct
  /// The Jacobian of α-entmax times a vector, away from the support's changes.
  case entmaxVectorJacobianProduct
  /// The Jacobian of α-ReLU, which is diagonal, times a vector.
  case alphaReLUVectorJacobianProduct
  /// The Fenchel–Young loss of sparsemax, at least zero.
  case sparsemaxLoss
  /// The Fenchel–Young loss of 1.5-entmax, at least zero.
  case entmax15Loss
  /// The Fenchel–Young loss of α-entmax, at least zero.
  case entmaxLoss
  /// The Fenchel–Young loss of α-ReLU, at least zero.
  case alphaReLULoss
  /// The gradient of that loss by the scores, prediction minus target.
  case sparsemaxLossGradient
  /// The gradient of that loss by the scores, prediction minus target.
  case entmax15LossGradient
  /// The gradient of that loss by the scores, prediction minus target.
  case entmaxLossGradient
  /// The gradient of that loss by the scores, prediction minus target.
  case alphaReLULossGradient
  /// The posterior of Gaussian classes with one covariance; Bishop 4.68–4.70.
  case gaussianPosterior
  /// The posterior of Gaussian classes with a covariance each.
  case quadraticGaussianPosterior
  /// The posterior of classes of independent Bernoulli variables; Bishop 4.82.
  case bernoulliPosterior
  /// The posterior of classes of independent Poisson counts.
  case poissonPosterior
  /// The posterior of classes of independent exponential variables.
  case exponentialPosterior
  /// The cross-entropy of multinomial logistic regression; Bishop 4.108.
  case logisticRegressionObjective
  /// The gradient of that by the weights, in their shape; Bishop 4.109.
  case logisticRegressionGradient
  /// Its second derivatives, the weights row by row along both axes.
  case logisticRegressionHessian
  /// The mean loss of a network with relu, relu and a sigmoid or a softmax of two.
  case denseClassifierLoss
  /// Its gradient by all parameters, in the order of the arguments.
  case denseClassifierGradient
}

extension Operation {
  /// The place of the case among all, which is how an enumeration without payloads is stored.
  var place: Int { withUnsafeBytes(of: self) { Int($0[0]) } }

  /// Hashes the case rather than its name, as operations are looked up at every call.
  public func hash(into hasher: inout Hasher) { hasher.combine(place) }
}
