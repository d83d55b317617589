import SoftmaxFamily

/// Posteriors of generative classifiers: softmax of the logarithms of the joint densities.
extension Textbook {
  /// The logits of the posteriors, by operation; empty for another operation.
  struct Discriminants {
    let summation: Summation<Scalar>

    /// `log π − ½(x − μ)ᵀΣ⁻¹(x − μ)`, the covariance one for all.
    func gaussian(
      _ x: [Scalar], _ means: [[Scalar]], _ covariance: [[Scalar]], _ priors: [Scalar]
    ) -> [Scalar] {
      let root = choleskyFactor(covariance)
      return zip(means, priors).map { mean, prior in
        prior.logarithm - mahalanobisSquare(x, mean, root) / 2
      }
    }

    /// `log π_k − ½(x − μ_k)ᵀΣ_k⁻¹(x − μ_k) − ½ log det Σ_k`.
    func quadraticGaussian(
      _ x: [Scalar], _ means: [[Scalar]], _ covariances: [[[Scalar]]], _ priors: [Scalar]
    ) -> [Scalar] {
      let roots = covariances.map(choleskyFactor)
      return means.indices.map { k in
        let halfLogDeterminant = summation.sum(
          roots[k].indices.map { roots[k][$0][$0].logarithm })
        return priors[k].logarithm - mahalanobisSquare(x, means[k], roots[k]) / 2
          - halfLogDeterminant
      }
    }

    /// The lower triangular `R` with `R Rᵀ = A`; NaN where `A` is not positive definite.
    private func choleskyFactor(_ matrix: [[Scalar]]) -> [[Scalar]] {
      var root: [[Scalar]] = []
      for i in matrix.indices {
        var row: [Scalar] = []
        for j in 0..<i {
          row.append(rest(of: matrix[i][j], row, root[j][..<j]) / root[j][j])
        }
        row.append(rest(of: matrix[i][i], row, row[...]).squareRoot())
        root.append(row)
      }
      return root
    }

    /// `|R⁻¹(x − μ)|²`.
    private func mahalanobisSquare(
      _ x: [Scalar], _ mean: [Scalar], _ root: [[Scalar]]
    ) -> Scalar {
      var y: [Scalar] = []
      for i in x.indices { y.append(rest(of: x[i] - mean[i], y, root[i][..<i]) / root[i][i]) }
      return summation.dot(y, y)
    }

    /// `c − Σ a b`.
    private func rest(of c: Scalar, _ a: [Scalar], _ b: ArraySlice<Scalar>) -> Scalar {
      summation.sum([c] + zip(a, b).map { -($0 * $1) })
    }

    /// `log π + Σ (x log μ + (1 − x) log(1 − μ))`.
    func bernoulli(_ x: [Scalar], _ means: [[Scalar]], _ priors: [Scalar]) -> [Scalar] {
      naiveBayes(x, means, priors) { x, mean in
        x * mean.logarithm + (1 - x) * (-mean).logarithmOfOnePlus
      }
    }

    /// `log π + Σ (x log λ − λ)`.
    func poisson(_ x: [Scalar], _ rates: [[Scalar]], _ priors: [Scalar]) -> [Scalar] {
      naiveBayes(x, rates, priors) { x, rate in x * rate.logarithm - rate }
    }

    /// `log π + Σ (log λ − λx)`.
    func exponential(_ x: [Scalar], _ rates: [[Scalar]], _ priors: [Scalar]) -> [Scalar] {
      naiveBayes(x, rates, priors) { x, rate in rate.logarithm - rate * x }
    }

    /// `log π + Σ_i` of a log-density of each feature.
    private func naiveBayes(
      _ x: [Scalar], _ parameters: [[Scalar]], _ priors: [Scalar],
      _ logDensity: (Scalar, Scalar) -> Scalar
    ) -> [Scalar] {
      zip(parameters, priors).map { row, prior in
        summation.sum([prior.logarithm] + zip(x, row).map { logDensity($0, $1) })
      }
    }
  }

  /// Makes posteriors by a softmax and a way to add.
  static func plugPosteriors(
    _ functions: inout SwiftFunctions<Scalar>, adding summation: Summation<Scalar> = .inOrder,
    by softmax: @escaping @Sendable ([Scalar]) -> [Scalar] = { softmax($0) }
  ) {
    let logits = Discriminants(summation: summation)
    functions.gaussianPosterior = { softmax(logits.gaussian($0, $1, $2, $3)) }
    functions.quadraticGaussianPosterior = { softmax(logits.quadraticGaussian($0, $1, $2, $3)) }
    functions.bernoulliPosterior = { softmax(logits.bernoulli($0, $1, $2)) }
    functions.poissonPosterior = { softmax(logits.poisson($0, $1, $2)) }
    functions.exponentialPosterior = { softmax(logits.exponential($0, $1, $2)) }
  }
}
