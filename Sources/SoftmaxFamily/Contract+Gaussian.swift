import Arithmetic

/// The posteriors of Gaussian classes, LDA and QDA.
extension Contract {
  /// The errors of the posterior for one covariance that all classes share, or one for each.
  ///
  /// With `t = |x| + |μ|` the magnitude of everything that is multiplied, `M` bounds the magnitudes that
  /// meet in a quadratic form, `Q = tᵀMt`. In the forms `½(x−μ)ᵀP(x−μ)`, `½|W(x−μ)|²` with
  /// `WᵀW = P`, and `xᵀPμ − ½μᵀPμ`, all of them of at most `½Q`, no entry meets more than twelve
  /// roundings and three sums of `d` terms. What the inverse itself is wrong by is `CovarianceError`'s.
  func gaussianPosterior(
    _ x: [Double], _ means: [[Double]], covariances: Tensor, _ priors: [Double]
  ) -> [ErrorBound] {
    let isShared = covariances.shape.count == 2
    let inner = unrounded
    let matrices = isShared ? [covariances] : (0..<priors.count).map(covariances.slice)
    let analysed = matrices.map { CovarianceError($0, contract: inner) }
    guard (x + means.flatMap { $0 } + priors).allSatisfy({ inner.flushed($0) == 0 }) else {
      return priors.map { _ in .infinite }
    }
    return posterior(
      priors.indices.map { k in
        guard let covariance = analysed[isShared ? 0 : k] else { return .unknown }
        return inner.gaussianLogit(x, means[k], covariance, isShared: isShared)
          + inner.priorLogit(priors[k])
      })
  }

  /// `−½(x − μ)ᵀΣ⁻¹(x − μ)`, and for a covariance of the class's own `−½ log det Σ`.
  private func gaussianLogit(
    _ x: [Double], _ mean: [Double], _ covariance: CovarianceError, isShared: Bool
  ) -> ComputedLogit {
    let d = x.count
    let residual = zip(x, mean).map { Ball($0) - Ball($1) }
    let reach = zip(x, mean).map { (abs($0) + abs($1)) * (1 + 0x1p-50) }
    let form = covariance.factors.inverseForm(of: residual)
    let logDeterminant = covariance.factors.determinant.logarithm()
    let gamma = Upper.compound(12 * u, 3 * sumError(d))
    let size = covariance.magnitude(of: reach) / 2
    // log 2π < 1.838 for each dimension, which all classes share.
    let normaliser = covariance.logPivots / 2 + 0.919 * Double(d)
    let inverse = covariance.error(of: reach) / 2 * (1 + gamma)
    var error = gamma * size + inverse + covariance.underflow(of: reach)
    if !isShared {
      let logarithms = (logarithmError + 2 * u + sumError(d)) * covariance.logPivots
      error += (logarithms + covariance.logDeterminantError) / 2 * (1 + gamma)
    }
    let value = isShared ? form : form + logDeterminant
    return ComputedLogit(
      value: -value.value / 2, magnitude: size + normaliser, error: error, terms: 4)
  }
}
