import Arithmetic
import SoftmaxFamily

/// Chapter 1H, second part: Gaussian classes, whose log-odds are affine or quadratic.
///
/// The covariances are `LDLᵀ` of integers and powers of two, so that their inverses are exact (G13).
extension Law {
  /// The posterior for one covariance is within its error theorem.
  public static let ldaOracle = accuracy(
    "lda-oracle", "p(C_k|x) ∝ π_k exp(−½(x − μ_k)ᵀΣ⁻¹(x − μ_k))",
    source: "Bishop 4.64; T1 of computed logits",
    of: .gaussianPosterior, forAll: .observation, .classMeans, .covariance, .priors)

  /// The posterior for covariances that differ is within its error theorem.
  public static let qdaOracle = accuracy(
    "qda-oracle", "p(C_k|x) ∝ π_k exp(−½(x − μ_k)ᵀΣ_k⁻¹(x − μ_k))/√det Σ_k",
    source: "Bishop 4.2.1; T1 of computed logits",
    of: .quadraticGaussianPosterior,
    forAll: .quadraticObservation, .classMeans, .covariances, .priors)

  /// With one covariance the posterior is softmax of affine functions.
  public static let ldaAffinePosterior = Law(
    "lda-affine-posterior",
    "p(C_k|x) = softmax(w_kᵀx + w_k0), w_k = Σ⁻¹μ_k, w_k0 = −½μ_kᵀΣ⁻¹μ_k + log π_k",
    source: "Bishop 4.68–4.70",
    of: .gaussianPosterior, .softmax,
    forAll: .observation, .classMeans, .covariance, .priors
  ) { posterior, softmax, x, means, covariance, priors in
    let factors = SymmetricFactors(covariance)
    let logits = priors.elements.indices.map { k in
      let weights = Tensor(factors.solution(of: means.row(k).elements))
      let bias = priors[k].logarithm() - 0.5 * weights.dot(means.row(k)).scalar
      return weights.dot(x).scalar + bias
    }
    return .equal(
      try posterior(x, means, covariance, priors), try softmax(Tensor(logits).fromGreatest))
  }

  /// For two classes it is the sigmoid of one affine function.
  public static let ldaTwoClass = Law(
    "lda-two-class",
    "p(C_1|x) = σ(wᵀx + w_0), w = Σ⁻¹(μ_1 − μ_2), "
      + "w_0 = −½μ_1ᵀΣ⁻¹μ_1 + ½μ_2ᵀΣ⁻¹μ_2 + log(π_1/π_2)",
    source: "Bishop 4.65–4.67",
    of: .gaussianPosterior, .sigmoid,
    forAll: .observationOfTwo, .classMeans, .covariance, .priors
  ) { posterior, sigmoid, x, means, covariance, priors in
    let factors = SymmetricFactors(covariance)
    let forms = (0..<2).map { factors.inverseForm(of: means.row($0).elements) }
    let weights = Tensor(factors.solution(of: (means.row(0) - means.row(1)).elements))
    let bias = 0.5 * (forms[1] - forms[0]) + (priors[0] / priors[1]).logarithm()
    let p = try posterior(x, means, covariance, priors)
    return .equal(Tensor([p[0]]), try sigmoid(Tensor([weights.dot(x).scalar + bias])))
  }

  /// The log-odds are affine: their second differences along a line vanish.
  public static let ldaLogOddsAffine = Law(
    "lda-log-odds-affine", "a(x − h) − 2a(x) + a(x + h) = 0, a_k = log(p(C_k|x)/p(C_1|x))",
    source: "Bishop 4.68",
    of: .gaussianPosterior,
    forAll: .observationToMove, .classMeans, .covariance, .direction, .priors
  ) { posterior, x, means, covariance, h, priors in
    let before = try posterior(x - h, means, covariance, priors).logOdds
    let here = try posterior(x, means, covariance, priors).logOdds
    let after = try posterior(x + h, means, covariance, priors).logOdds
    return .equal(before - 2 * here + after, 0, beside: before.appending(after).appending(1))
  }

  /// Half-way between two means no class is the more probable.
  public static let ldaMidpoint = Law(
    "lda-midpoint", "p(C_k|(μ_1 + μ_2)/2) = ½ for equal priors", source: "Bishop 4.66–4.67",
    of: .gaussianPosterior,
    forAll: .observationOfTwo, .classMeans, .covariance
  ) { posterior, x, means, covariance in
    let doubled = means * 2
    let midpoint = means.row(0) + means.row(1)
    return .equal(try posterior(midpoint, doubled, covariance, Tensor([0.5, 0.5])), 0.5)
  }

  /// Moving everything moves nothing.
  public static let ldaTranslation = Law(
    "lda-translation", "p(C|x + c; μ + c) = p(C|x; μ)", source: "only x − μ matters",
    of: .gaussianPosterior,
    forAll: .observationToMap, .classMeans, .covariance, .unimodularMap, .integerShift, .priors
  ) { posterior, x, means, covariance, _, c, priors in
    let moved = Tensor(rows: (0..<means.rows).map { means.row($0) + c })
    return .equal(
      try posterior(x + c, moved, covariance, priors),
      try posterior(x, means, covariance, priors))
  }

  /// The posterior does not depend on the coordinates.
  public static let ldaAffineMap = Law(
    "lda-affine-map", "p(C|Ax + c; Aμ + c, AΣAᵀ) = p(C|x; μ, Σ)",
    source: "(AΣAᵀ)⁻¹ = A⁻ᵀΣ⁻¹A⁻¹",
    of: .gaussianPosterior,
    forAll: .observationToMap, .classMeans, .covariance, .unimodularMap, .integerShift, .priors
  ) { posterior, x, means, covariance, map, c, priors in
    func moved(_ x: Tensor) -> Tensor { x.asRow.times(map.transposed).flattened + c }
    let centres = Tensor(rows: (0..<means.rows).map { moved(means.row($0)) })
    let spread = map.times(covariance).times(map.transposed)
    return .equal(
      try posterior(moved(x), centres, spread, priors),
      try posterior(x, means, covariance, priors))
  }

  /// Towards a class its probability rises, and the odds against it fall geometrically.
  public static let ldaLimitFar = Law(
    "lda-limit-far",
    "p_1(x) ≤ p_1(x + h), p_2(x + h) p_1(x) e^{hᵀΣ⁻¹h} = p_1(x + h) p_2(x), h = μ_1 − μ_2",
    source: "Bishop 4.65",
    of: .gaussianPosterior,
    forAll: .observationOfTwo, .classMeans, .covariance, .priors
  ) { posterior, x, means, covariance, priors in
    let h = means.row(0) - means.row(1)
    let here = try posterior(x, means, covariance, priors)
    let there = try posterior(x + h, means, covariance, priors)
    let gain = SymmetricFactors(covariance).inverseForm(of: h.elements).exponential()
    return .all(
      .atMost(Tensor(here[0]), Tensor(there[0])),
      .equal(Tensor(there[1] * here[0] * gain), Tensor(there[0] * here[1])))
  }

  /// With covariances that differ the log-odds are quadratic.
  public static let qdaSecondDifference = Law(
    "qda-second-difference",
    "a(x − h) − 2a(x) + a(x + h) = −hᵀ(Σ_2⁻¹ − Σ_1⁻¹)h, a = log(p(C_2|x)/p(C_1|x))",
    source: "Bishop 4.2.1",
    of: .quadraticGaussianPosterior,
    forAll: .quadraticObservationToMove, .classMeans, .covariances, .direction, .priors
  ) { posterior, x, means, covariances, h, priors in
    let before = try posterior(x - h, means, covariances, priors).logOdds
    let here = try posterior(x, means, covariances, priors).logOdds
    let after = try posterior(x + h, means, covariances, priors).logOdds
    let forms = (0..<2).map {
      SymmetricFactors(covariances.slice($0)).inverseForm(of: h.elements)
    }
    return .equal(
      before - 2 * here + after, Tensor([forms[0] - forms[1]]), beside: before.appending(after))
  }

  /// Equal covariances make quadratic discriminant analysis a linear one.
  public static let qdaSharedIsLda = Law(
    "qda-shared-is-lda", "QDA with Σ_k = Σ is LDA", source: "definition",
    of: .quadraticGaussianPosterior, .gaussianPosterior,
    forAll: .observation, .classMeans, .covariance, .priors
  ) { quadratic, linear, x, means, covariance, priors in
    let copies = (0..<priors.count).flatMap { _ in covariance.elements }
    let covariances = Tensor(shape: [priors.count] + covariance.shape, copies)
    return .equal(
      try quadratic(x, means, covariances, priors), try linear(x, means, covariance, priors))
  }

  /// One feature of known variance.
  public static let gaussianKnownVariance = Law(
    "gaussian-known-variance", "p(C_k|x) = softmax(μ_k x/σ² − μ_k²/(2σ²) + log π_k)",
    source: "Bishop 4.64 in one dimension",
    of: .gaussianPosterior, .softmax,
    forAll: .oneFeature, .classMeans, .covariance, .priors
  ) { posterior, softmax, x, means, covariance, priors in
    let variance = Tensor(covariance[0])
    let centres = means.flattened
    let logits = (centres * Tensor(x[0]) - centres * centres * 0.5) / variance + priors.log
    return .equal(
      try posterior(x, means, covariance, priors), try softmax(logits.fromGreatest))
  }
}

extension Tensor {
  /// The logarithms of all other probabilities divided by the first.
  fileprivate var logOdds: Tensor {
    let logarithms = log
    return logarithms.dropFirst - Tensor(logarithms[0])
  }
}
