/// Posteriors of generative classifiers: softmax of the logarithms of the joint densities.
extension Textbook {
  /// `log π − ½(x − μ)ᵀΣ⁻¹(x − μ)`, the covariance one for all.
  static func gaussianPosterior(
    _ x: [Scalar], _ means: [[Scalar]], _ covariance: [[Scalar]], _ priors: [Scalar]
  ) -> [Scalar] {
    let root = choleskyFactor(covariance)
    return softmax(
      zip(means, priors).map { mean, prior in
        prior.logarithm - mahalanobisSquare(x, mean, root) / 2
      })
  }

  /// `log π_k − ½(x − μ_k)ᵀΣ_k⁻¹(x − μ_k) − ½ log det Σ_k`.
  static func quadraticGaussianPosterior(
    _ x: [Scalar], _ means: [[Scalar]], _ covariances: [[[Scalar]]], _ priors: [Scalar]
  ) -> [Scalar] {
    let roots = covariances.map(choleskyFactor)
    return softmax(
      means.indices.map { k in
        let halfLogDeterminant = roots[k].indices.reduce(0) { $0 + roots[k][$1][$1].logarithm }
        return priors[k].logarithm - mahalanobisSquare(x, means[k], roots[k]) / 2
          - halfLogDeterminant
      })
  }

  /// The lower triangular `R` with `R Rᵀ = A`; NaN where `A` is not positive definite.
  static func choleskyFactor(_ matrix: [[Scalar]]) -> [[Scalar]] {
    var root: [[Scalar]] = []
    for i in matrix.indices {
      var row: [Scalar] = []
      for j in 0..<i {
        let rest = (0..<j).reduce(matrix[i][j]) { $0 - row[$1] * root[j][$1] }
        row.append(rest / root[j][j])
      }
      row.append(row.reduce(matrix[i][i]) { $0 - $1 * $1 }.squareRoot())
      root.append(row)
    }
    return root
  }

  /// `|R⁻¹(x − μ)|²`.
  private static func mahalanobisSquare(
    _ x: [Scalar], _ mean: [Scalar], _ root: [[Scalar]]
  ) -> Scalar {
    var y: [Scalar] = []
    for i in x.indices {
      y.append((0..<i).reduce(x[i] - mean[i]) { $0 - root[i][$1] * y[$1] } / root[i][i])
    }
    return y.reduce(0) { $0 + $1 * $1 }
  }

  /// `log π + Σ (x log μ + (1 − x) log(1 − μ))`.
  static func bernoulliPosterior(
    _ x: [Scalar], _ means: [[Scalar]], _ priors: [Scalar]
  ) -> [Scalar] {
    naiveBayes(x, means, priors) { x, mean in
      x * mean.logarithm + (1 - x) * (-mean).logarithmOfOnePlus
    }
  }

  /// `log π + Σ (x log λ − λ)`.
  static func poissonPosterior(
    _ x: [Scalar], _ rates: [[Scalar]], _ priors: [Scalar]
  ) -> [Scalar] {
    naiveBayes(x, rates, priors) { x, rate in x * rate.logarithm - rate }
  }

  /// `log π + Σ (log λ − λx)`.
  static func exponentialPosterior(
    _ x: [Scalar], _ rates: [[Scalar]], _ priors: [Scalar]
  ) -> [Scalar] {
    naiveBayes(x, rates, priors) { x, rate in rate.logarithm - rate * x }
  }

  /// Softmax of `log π + Σ_i` of a log-density of each feature.
  private static func naiveBayes(
    _ x: [Scalar], _ parameters: [[Scalar]], _ priors: [Scalar],
    _ logDensity: (Scalar, Scalar) -> Scalar
  ) -> [Scalar] {
    softmax(
      zip(parameters, priors).map { row, prior in
        zip(x, row).reduce(prior.logarithm) { $0 + logDensity($1.0, $1.1) }
      })
  }
}
