import SoftmaxFamily

/// Classifiers whose softmax, cross-entropies and sums are those of the kernels.
extension Kernels {
  func plugClassifiers(_ functions: inout SwiftFunctions<Scalar>) {
    Textbook.plugPosteriors(&functions, adding: summation) { softmax($0) }
    plugRegressions(&functions)
    let network = Network(
      loss: { t, logits in
        logits.count == 1
          ? binaryCrossEntropy(t, logits[0]) : categoricalCrossEntropy([[1 - t, t]], [logits])
      },
      gradient: { t, logits in
        logits.count == 1
          ? [sigmoid(logits[0]) - t] : categoricalCrossEntropyGradient([1 - t, t], logits)
      }, summation: summation)
    functions.denseClassifierLoss = { network.meanLoss($0) }
    functions.denseClassifierGradient = { network.meanGradient($0) }
  }

  private func plugRegressions(_ functions: inout SwiftFunctions<Scalar>) {
    functions.logisticRegressionObjective = { weights, features, targets in
      categoricalCrossEntropy(targets, Textbook.logits(weights, features, summation))
    }
    functions.logisticRegressionGradient = { weights, features, targets in
      let errors = zip(targets, Textbook.logits(weights, features, summation)).map {
        categoricalCrossEntropyGradient($0, $1)
      }
      return Textbook.products(of: errors, features, like: weights, summation)
    }
    functions.logisticRegressionHessian = { weights, features, targets in
      let jacobians = Textbook.logits(weights, features, summation).map {
        jacobian(softmax($0), 1, columns: 0)
      }
      return Textbook.hessian(
        weights, features, masses: targets.map(summation.sum), jacobians, summation)
    }
  }
}
