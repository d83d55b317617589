import Arithmetic
import SoftmaxFamily

/// Posteriors of generative classifiers: densities times priors, normalised.
///
/// What all classes share is left out. A density is kept as a factor and an exponent, so that no
/// logarithm is taken where a product will do: its error would count for every feature.
/// Outside the domain (a covariance that is not symmetric and positive definite, a parameter or
/// prior that is negative, an observation where no density is) every answer is NaN; where that
/// is not certain, nothing is known. A prior of zero makes zero.
extension Reference {
  static func posterior(_ operation: Operation, _ arguments: [Tensor]) -> [Ball] {
    let x = arguments[0].elements
    let priors = arguments[arguments.count - 1].elements
    let rows = (0..<priors.count).map { arguments[1].row($0).elements }
    let densities =
      switch operation {
      case .gaussianPosterior: gaussianDensities(x, rows, covariance: arguments[2])
      case .quadraticGaussianPosterior:
        rows.indices.map { gaussianDensity(x, rows[$0], covariance: arguments[2].slice($0)) }
      case .bernoulliPosterior: rows.map { density(x, $0, bernoulliDensity) }
      case .poissonPosterior: rows.map { density(x, $0, poissonDensity) }
      default: rows.map { density(x, $0, exponentialDensity) }
      }
    return normalised(
      zip(densities, priors).map { Density(factor: $0.factor * $1, exponent: $0.exponent) })
  }

  /// The densities divided by their sum; NaN where one is negative or not a number.
  private static func normalised(_ densities: [Density]) -> [Ball] {
    guard !densities.contains(where: { $0.factor.isNegative || $0.exponent.isNaN }) else {
      return densities.map { _ in Ball(.nan) }
    }
    let exponents = densities.map(\.exponent)
    let top = exponents.reduce(Ball(-.infinity)) { $0.precedes($1) ? $1 : $0 }.midpoint
    // Far below, the enclosure of an exponential is wide; a great factor would show it.
    guard exponents.allSatisfy({ (top - $0).magnitudeBound < 8000 }) else {
      return CertifiedRow(densities.map { $0.factor.logarithm() + $0.exponent }).softmax
    }
    let weights = densities.map { $0.factor * ($0.exponent - top).exponential() }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  /// The density of independent features: their factors multiplied, their exponents added.
  private static func density(
    _ x: [Ball], _ parameters: [Ball], _ one: (Ball, Ball) -> Density
  ) -> Density {
    zip(x, parameters).reduce(Density()) { density, pair in
      let feature = one(pair.0, pair.1)
      return Density(
        factor: density.factor * feature.factor, exponent: density.exponent + feature.exponent)
    }
  }

  /// `μ^x (1 − μ)^{1−x}`.
  private static func bernoulliDensity(_ x: Ball, _ mean: Ball) -> Density {
    guard !mean.isNegative, !(1 - mean).isNegative else { return .undefined }
    if x.isZero { return Density(factor: 1 - mean) }
    if (1 - x).isZero { return Density(factor: mean) }
    return Density(
      exponent: product(x, mean.logarithm()) + product(1 - x, (-mean).logarithmOfOnePlus()))
  }

  /// `λ^x e^{−λ}`, without `x!`.
  private static func poissonDensity(_ x: Ball, _ rate: Ball) -> Density {
    guard !x.isNegative, !rate.isNegative else { return .undefined }
    let count = x.value
    guard (x - Ball(count)).isZero, count == count.rounded(), count <= 0x1p20 else {
      return Density(exponent: product(x, rate.logarithm()) - rate)
    }
    return Density(factor: power(rate, Int(count)), exponent: -rate)
  }

  /// `λe^{−λx}`.
  private static func exponentialDensity(_ x: Ball, _ rate: Ball) -> Density {
    x.isNegative || rate.isNegative ? .undefined : Density(factor: rate, exponent: -rate * x)
  }

  /// `x^n` by squaring.
  private static func power(_ x: Ball, _ n: Int) -> Ball {
    guard n > 0 else { return 1 }
    let half = power(x, n / 2)
    return n.isMultiple(of: 2) ? half * half : half * half * x
  }

  /// Densities relative to that of the nearest class `b`: `½(μ_k − μ_b)ᵀΣ⁻¹(2x − μ_k − μ_b)`.
  ///
  /// The difference of the two quadratic forms would cancel for an observation far from both.
  private static func gaussianDensities(
    _ x: [Ball], _ means: [[Ball]], covariance: Tensor
  ) -> [Density] {
    guard let factors = covarianceFactors(covariance), !means.isEmpty else {
      return means.map { _ in .undefined }
    }
    let forms = means.map { mean in factors.inverseForm(of: zip(x, mean).map { $0 - $1 }) }
    let nearest = forms.indices.reduce(0) { forms[$1].precedes(forms[$0]) ? $1 : $0 }
    return means.indices.map { k in
      guard k != nearest else { return Density() }
      let difference = zip(means[k], means[nearest]).map { $0 - $1 }
      let sum = zip(x, zip(means[k], means[nearest])).map { 2 * $0 - $1.0 - $1.1 }
      return Density(exponent: 0.5 * dot(factors.solution(of: difference), sum))
    }
  }

  /// `e^{−½(x − μ)ᵀΣ⁻¹(x − μ)}/√det Σ`.
  private static func gaussianDensity(
    _ x: [Ball], _ mean: [Ball], covariance: Tensor
  ) -> Density {
    guard let factors = covarianceFactors(covariance) else { return .undefined }
    return Density(
      factor: 1 / factors.determinant.squareRoot(),
      exponent: -0.5 * factors.inverseForm(of: zip(x, mean).map { $0 - $1 }))
  }

  /// The factors of a covariance, `nil` where it is certainly none.
  private static func covarianceFactors(_ matrix: Tensor) -> SymmetricFactors? {
    let isSymmetric = (0..<matrix.rows).allSatisfy { i in
      (0..<i).allSatisfy { j in (matrix[i, j] - matrix[j, i]).mayBeZero }
    }
    let factors = SymmetricFactors(matrix)
    return isSymmetric && !factors.isIndefinite ? factors : nil
  }
}

/// A density up to a factor common to all classes, as `factor · e^exponent`.
private struct Density {
  var factor: Ball = 1
  var exponent: Ball = 0

  static let undefined = Density(factor: Ball(.nan), exponent: Ball(.nan))
}
