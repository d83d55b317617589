/// Evaluations of classifiers.
extension SwiftFunctions {
  /// The function of a posterior, on the numbers of calls.
  func posterior(of operation: Operation) -> Evaluation? {
    switch operation {
    case .gaussianPosterior: gaussian(gaussianPosterior)
    case .quadraticGaussianPosterior: quadraticGaussian(quadraticGaussianPosterior)
    case .bernoulliPosterior: posterior(bernoulliPosterior)
    case .poissonPosterior: posterior(poissonPosterior)
    default: posterior(exponentialPosterior)
    }
  }

  private func posterior(_ function: Posterior?) -> Evaluation? {
    guard let function else { return nil }
    return { Reply(vector: function($0[0].vector(), $0[1].matrix(), $0[2].vector())) }
  }

  private func gaussian(_ function: GaussianPosterior?) -> Evaluation? {
    guard let function else { return nil }
    return {
      Reply(vector: function($0[0].vector(), $0[1].matrix(), $0[2].matrix(), $0[3].vector()))
    }
  }

  private func quadraticGaussian(_ function: QuadraticGaussianPosterior?) -> Evaluation? {
    guard let function else { return nil }
    return {
      Reply(vector: function($0[0].vector(), $0[1].matrix(), $0[2].matrices(), $0[3].vector()))
    }
  }

  func regression(_ function: RegressionLoss?) -> Evaluation? {
    guard let function else { return nil }
    return { Reply(scalar: function($0[0].matrix(), $0[1].matrix(), $0[2].matrix())) }
  }

  func regression(_ function: RegressionFunction?) -> Evaluation? {
    guard let function else { return nil }
    return { Reply(matrix: function($0[0].matrix(), $0[1].matrix(), $0[2].matrix())) }
  }

  func network(_ function: (@Sendable (DenseClassifier<Scalar>) -> Scalar)?) -> Evaluation? {
    guard let function else { return nil }
    return { Reply(scalar: function(DenseClassifier($0))) }
  }

  func network(_ function: (@Sendable (DenseClassifier<Scalar>) -> [Scalar])?) -> Evaluation? {
    guard let function else { return nil }
    return { Reply(vector: function(DenseClassifier($0))) }
  }
}
