import Arithmetic
public import SoftmaxFamily

/// The reference: every operation of the family as certified balls.
///
/// The argument may be balls too, so that compositions carry their radii. For exact arguments and rows of up to
/// a thousand entries the relative radius of a result without cancellation is at most `2^-92`. Where a
/// result is the small difference of larger numbers the radius is relative to those, as the comments of the
/// functions say; `certify` is sharp there too, by a second pass. `Fixtures/Comparisons/Radii.md` has
/// the largest radii of every operation.
///
/// NaN among the entries makes the row NaN. A row of `−∞` only has the log-sum-exp
/// `−∞` and no softmax: NaN, as for a row with `+∞`. Empty rows have an empty softmax and the
/// log-sum-exp `−∞`. In losses `0·∞` is zero, the limit.
public enum Reference {
  /// Evaluates an operation.
  ///
  /// - Throws: `ShapeMismatch` where the arguments do not fit the operation's signature.
  /// - Complexity: linear in the number of arguments and results.
  public static func evaluate(
    _ operation: Operation, _ arguments: [Tensor]
  ) throws(ShapeMismatch) -> Tensor {
    let shape = try operation.signature.resultShape(of: arguments.map(\.shape))
    return Tensor(shape: shape, elements(operation, arguments))
  }

  /// An operation as laws see it, answering with certified balls.
  public static func function(_ operation: Operation) -> Function {
    Function(operation, contract: nil) { arguments throws(CallFailure) in
      do throws(ShapeMismatch) {
        let value = try evaluate(operation, arguments)
        return Function.Answer(returned: value, enclosure: value)
      } catch {
        throw .unsupported(error.description)
      }
    }
  }

  private static func elements(_ operation: Operation, _ arguments: [Tensor]) -> [Ball] {
    let x = arguments[0].elements
    let second = arguments.count > 1 ? arguments[1].elements : []
    switch operation {
    case .softmax, .logSumExpGradient: return softmax(x)
    case .scaledSoftmax: return CertifiedRow(x, scale: second[0]).softmax
    case .logSoftmax: return CertifiedRow(x).logSoftmax
    case .logSumExp: return [CertifiedRow(x).logSumExp]
    case .reducedSoftmax: return CertifiedRow([0] + x, scale: second[0]).softmax
    case .inverseReducedSoftmax: return inverseReducedSoftmax(x, scale: second[0])
    case .sigmoid, .softplusDerivative: return x.map(sigmoid)
    case .sigmoidDerivative: return x.map { sigmoid($0) * sigmoid(-$0) }
    case .logSigmoid: return x.map { -softplus(-$0) }
    case .softplus: return x.map(softplus)
    case .logit: return x.map(logit)
    case .entropy: return [entropy(x)]
    case .klDivergence: return [klDivergence(x, second)]
    case .binaryCrossEntropy: return [binaryCrossEntropy(x, second)]
    case .binaryCrossEntropyWithLogits: return [binaryCrossEntropyWithLogits(x, second)]
    case .categoricalCrossEntropy: return [categoricalCrossEntropy(x, second)]
    case .categoricalCrossEntropyWithLogits:
      return [rows(arguments, categoricalCrossEntropyWithLogits).reduce(0, +)]
    case .softmaxJacobian: return jacobian(CertifiedRow(x, scale: second[0]), free: x.indices)
    case .reducedSoftmaxJacobian:
      return jacobian(CertifiedRow([0] + x, scale: second[0]), free: 1..<x.count + 1)
    case .inverseReducedSoftmaxJacobian:
      return inverseReducedSoftmaxJacobian(x, scale: second[0])
    case .softmaxVectorJacobianProduct, .softmaxJacobianVectorProduct:
      return vectorProduct(x, second)
    case .logSoftmaxVectorJacobianProduct: return logSoftmaxVectorProduct(x, second)
    case .binaryCrossEntropyWithLogitsGradient:
      return zip(x, second).map(binaryCrossEntropyGradient)
    case .categoricalCrossEntropyGradient: return zip(x, second).map { -$0 / $1 }
    case .categoricalCrossEntropyWithLogitsGradient:
      return rows(arguments, categoricalCrossEntropyGradient).flatMap { $0 }
    case .softmaxAlongAxis: return softmax(of: arguments[0], along: second[0])
    case .softmaxHessian, .categoricalCrossEntropyWithLogitsHessian, .reducedSoftmaxHessian,
      .inverseReducedSoftmaxHessian:
      return secondDerivatives(operation, x, second)
    case .sparsemax, .entmax15, .entmax, .alphaReLU, .sparsemaxVectorJacobianProduct,
      .entmax15VectorJacobianProduct, .entmaxVectorJacobianProduct,
      .alphaReLUVectorJacobianProduct, .sparsemaxLoss, .entmax15Loss, .entmaxLoss,
      .alphaReLULoss, .sparsemaxLossGradient, .entmax15LossGradient, .entmaxLossGradient,
      .alphaReLULossGradient:
      return sparse(operation, arguments)
    case .gaussianPosterior, .quadraticGaussianPosterior, .bernoulliPosterior, .poissonPosterior,
      .exponentialPosterior:
      return posterior(operation, arguments)
    case .logisticRegressionObjective, .logisticRegressionGradient, .logisticRegressionHessian:
      return logisticRegression(operation, arguments)
    case .denseClassifierLoss, .denseClassifierGradient:
      return denseClassifier(operation, arguments)
    }
  }

  private static func rows<Result>(
    _ arguments: [Tensor], _ function: ([Ball], [Ball]) -> Result
  ) -> [Result] {
    (0..<arguments[0].rows).map {
      function(arguments[0].row($0).elements, arguments[1].row($0).elements)
    }
  }
}
