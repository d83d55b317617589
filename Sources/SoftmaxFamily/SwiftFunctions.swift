/// Swift functions for the operations of the family, on arrays of one number type.
///
/// Set the ones there are; the others are not offered. A matrix is an array of rows.
///
///     let mine = Implementation("mine", on: Float.self) {
///       $0.softmax = softmax
///       $0.logSumExp = { x in log(x.map(exp).reduce(0, +)) }
///     }
public struct SwiftFunctions<Scalar: SwiftScalar>: Sendable {
  /// A function of a vector that gives a vector of the length its operation has.
  public typealias VectorFunction = @Sendable ([Scalar]) -> [Scalar]
  /// A function of a vector that gives a number.
  public typealias Reduction = @Sendable ([Scalar]) -> Scalar
  /// A function of a vector and the scale `λ`.
  public typealias ScaledFunction = @Sendable ([Scalar], Scalar) -> [Scalar]
  /// A function of a vector and the scale `λ` that gives a matrix.
  public typealias ScaledJacobian = @Sendable ([Scalar], Scalar) -> [[Scalar]]
  /// A function of a vector and the scale `λ` that gives a matrix for each entry of its result.
  public typealias ScaledHessian = @Sendable ([Scalar], Scalar) -> [[[Scalar]]]
  /// A function of a matrix and an axis, 0 or 1, that gives a matrix of the same shape.
  public typealias AxisFunction = @Sendable ([[Scalar]], Int) -> [[Scalar]]
  /// A function of two vectors of one length that gives a square matrix.
  public typealias PairHessian = @Sendable ([Scalar], [Scalar]) -> [[Scalar]]
  /// A function of two vectors of one length that gives a number.
  public typealias Loss = @Sendable ([Scalar], [Scalar]) -> Scalar
  /// A function of two vectors of one length that gives a third.
  public typealias PairFunction = @Sendable ([Scalar], [Scalar]) -> [Scalar]
  /// A function of two matrices of one shape that gives a number.
  public typealias MatrixLoss = @Sendable ([[Scalar]], [[Scalar]]) -> Scalar
  /// A function of two matrices of one shape that gives a third.
  public typealias MatrixFunction = @Sendable ([[Scalar]], [[Scalar]]) -> [[Scalar]]
  /// A function of an observation, the parameters of each class in a row, and the priors, that
  /// gives the probability of each class.
  public typealias Posterior = @Sendable ([Scalar], [[Scalar]], [Scalar]) -> [Scalar]
  /// A posterior of Gaussian classes with one covariance: observation, means, covariance, priors.
  public typealias GaussianPosterior =
    @Sendable ([Scalar], [[Scalar]], [[Scalar]], [Scalar]) -> [Scalar]
  /// A posterior of Gaussian classes with a covariance each.
  public typealias QuadraticGaussianPosterior =
    @Sendable ([Scalar], [[Scalar]], [[[Scalar]]], [Scalar]) -> [Scalar]
  /// A number that logistic regression makes of weights, features and targets.
  public typealias RegressionLoss = @Sendable ([[Scalar]], [[Scalar]], [[Scalar]]) -> Scalar
  /// A matrix that logistic regression makes of weights, features and targets.
  public typealias RegressionFunction =
    @Sendable ([[Scalar]], [[Scalar]], [[Scalar]]) -> [[Scalar]]

  /// `softmax(x)`.
  public var softmax: VectorFunction?
  /// `logSoftmax(x)`.
  public var logSoftmax: VectorFunction?
  /// `logSumExp(x)`.
  public var logSumExp: Reduction?
  /// `softmax(λx)`.
  public var scaledSoftmax: ScaledFunction?
  /// `σ(x)`, element by element.
  public var sigmoid: VectorFunction?
  /// `log σ(x)`, element by element.
  public var logSigmoid: VectorFunction?
  /// `log p − log(1 − p)`, element by element.
  public var logit: VectorFunction?
  /// `log(1 + e^x)`, element by element.
  public var softplus: VectorFunction?
  /// `soft_λ(η)`, one entry longer than `η`, the pivot's first.
  public var reducedSoftmax: ScaledFunction?
  /// `invsoft_λ(p)`, one entry shorter than `p`.
  public var inverseReducedSoftmax: ScaledFunction?
  /// `−Σ p log p`.
  public var entropy: Reduction?
  /// `Σ p log(p/q)`.
  public var klDivergence: Loss?
  /// Binary cross-entropy of targets and probabilities, a sum.
  public var binaryCrossEntropy: Loss?
  /// Binary cross-entropy of targets and logits, a sum.
  public var binaryCrossEntropyWithLogits: Loss?
  /// Categorical cross-entropy of rows of targets and of probabilities, a sum.
  public var categoricalCrossEntropy: MatrixLoss?
  /// Categorical cross-entropy of rows of targets and of logits, a sum.
  public var categoricalCrossEntropyWithLogits: MatrixLoss?
  /// `∂softmax(λx)_i/∂x_j` in row `i` and column `j`.
  public var softmaxJacobian: ScaledJacobian?
  /// `Jᵀv` of `x` and `v`.
  public var softmaxVectorJacobianProduct: PairFunction?
  /// `Jv` of `x` and `v`.
  public var softmaxJacobianVectorProduct: PairFunction?
  /// `v − softmax(x) Σv` of `x` and `v`.
  public var logSoftmaxVectorJacobianProduct: PairFunction?
  /// The gradient of log-sum-exp.
  public var logSumExpGradient: VectorFunction?
  /// `σ′(x)`, element by element.
  public var sigmoidDerivative: VectorFunction?
  /// The derivative of softplus, element by element.
  public var softplusDerivative: VectorFunction?
  /// `σ(z) − t` of targets and logits.
  public var binaryCrossEntropyWithLogitsGradient: PairFunction?
  /// `−t/p` of rows of targets and of probabilities.
  public var categoricalCrossEntropyGradient: MatrixFunction?
  /// `softmax(z) Σt − t` of rows of targets and of logits.
  public var categoricalCrossEntropyWithLogitsGradient: MatrixFunction?
  /// `∂soft_λ(η)_k/∂η_i` in row `k` and column `i`.
  public var reducedSoftmaxJacobian: ScaledJacobian?
  /// `∂invsoft_λ(p)_k/∂p_i` in row `k` and column `i`.
  public var inverseReducedSoftmaxJacobian: ScaledJacobian?
  /// Softmax of every column of a matrix, along axis 0, or of every row, along axis 1.
  public var softmaxAlongAxis: AxisFunction?
  /// `∂²softmax(λx)_k/∂x_i∂x_j` in matrix `k`, row `i` and column `j`.
  public var softmaxHessian: ScaledHessian?
  /// `Σt (diag g − ggᵀ)` of targets and logits, `g = softmax(z)`.
  public var categoricalCrossEntropyWithLogitsHessian: PairHessian?
  /// `∂²soft_λ(η)_k/∂η_i∂η_j` in matrix `k`, row `i` and column `j`.
  public var reducedSoftmaxHessian: ScaledHessian?
  /// `∂²invsoft_λ(p)_k/∂p_i∂p_j` in matrix `k`, row `i` and column `j`.
  public var inverseReducedSoftmaxHessian: ScaledHessian?
  /// `sparsemax(z)`.
  public var sparsemax: VectorFunction?
  /// `entmax15(z)`.
  public var entmax15: VectorFunction?
  /// α-entmax of `z` and `α`.
  public var entmax: ScaledFunction?
  /// α-ReLU of `z`, `α` and `τ`.
  public var alphaReLU: ThresholdFunction?
  /// The product of `z` and `v`.
  public var sparsemaxVectorJacobianProduct: PairFunction?
  /// The product of `z` and `v`.
  public var entmax15VectorJacobianProduct: PairFunction?
  /// The product of `z`, `v` and `α`.
  public var entmaxVectorJacobianProduct: AlphaPairFunction?
  /// The product of `z`, `v`, `α` and `τ`.
  public var alphaReLUVectorJacobianProduct: ThresholdPairFunction?
  /// The loss of targets and `z`.
  public var sparsemaxLoss: Loss?
  /// The loss of targets and `z`.
  public var entmax15Loss: Loss?
  /// The loss of targets, `z` and `α`.
  public var entmaxLoss: AlphaLoss?
  /// The loss of targets, `z`, `α` and `τ`.
  public var alphaReLULoss: ThresholdLoss?
  /// The loss's gradient by `z`, of targets and `z`.
  public var sparsemaxLossGradient: PairFunction?
  /// The loss's gradient by `z`, of targets and `z`.
  public var entmax15LossGradient: PairFunction?
  /// The loss's gradient by `z`, of targets, `z` and `α`.
  public var entmaxLossGradient: AlphaPairFunction?
  /// The loss's gradient by `z`, of targets, `z`, `α` and `τ`.
  public var alphaReLULossGradient: ThresholdPairFunction?
  /// The posterior of Gaussian classes with one covariance, linear discriminant analysis.
  public var gaussianPosterior: GaussianPosterior?
  /// The posterior of Gaussian classes with a covariance each, quadratic discriminant analysis.
  public var quadraticGaussianPosterior: QuadraticGaussianPosterior?
  /// The posterior of independent Bernoulli variables, given their means.
  public var bernoulliPosterior: Posterior?
  /// The posterior of independent Poisson counts, given their rates.
  public var poissonPosterior: Posterior?
  /// The posterior of independent exponential variables, given their rates.
  public var exponentialPosterior: Posterior?
  /// `−Σ_n Σ_k t_nk log softmax(Wφ_n)_k` of weights, features and targets.
  public var logisticRegressionObjective: RegressionLoss?
  /// The gradient of that by the weights, in their shape.
  public var logisticRegressionGradient: RegressionFunction?
  /// Its Hessian, with the weights row by row along both axes.
  public var logisticRegressionHessian: RegressionFunction?
  /// The mean loss of a network with relu, relu and a sigmoid or softmax.
  public var denseClassifierLoss: (@Sendable (DenseClassifier<Scalar>) -> Scalar)?
  /// Its gradient by all parameters, in the order of the network's properties.
  public var denseClassifierGradient: (@Sendable (DenseClassifier<Scalar>) -> [Scalar])?

  /// Creates a set of functions that is empty.
  public init() {}
}
