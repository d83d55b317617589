import Arithmetic
import SoftmaxFamily

/// Chapter 1H, first part: Bayes' rule, whatever the classes' distributions.
extension Law {
  /// For two classes the posterior is the sigmoid of the log-odds.
  public static let bayesLogOdds = Law(
    "bayes-log-odds", "p(C_1|x) = σ(a), a = log(p(x|C_1)p(C_1) / (p(x|C_2)p(C_2)))",
    source: "Bishop 4.57–4.58",
    of: .bernoulliPosterior, .sigmoid,
    forAll: .binaryFeaturesOfTwo, .bernoulliMeans, .priors
  ) { posterior, sigmoid, x, means, priors in
    let joint = (0..<2).map { priors[$0] * x.likelihood(bernoulli: means.row($0)) }
    let logOdds = Tensor([(joint[0] / joint[1]).logarithm()])
    let p = try posterior(x, means, priors)
    return .equal(Tensor([p[0]]), try sigmoid(logOdds))
  }

  /// The posterior is softmax of the logarithm of the joint density.
  public static let softmaxOfJoint = Law(
    "softmax-of-joint", "p(C_k|x) = softmax(log(p(x|C_k) p(C_k))), p Poisson with its x!",
    source: "Bishop 4.62–4.63",
    of: .poissonPosterior, .softmax,
    forAll: .counts, .rates, .priors
  ) { posterior, softmax, x, rates, priors in
    let factorials = x.map { x in
      (0..<Int(x.value)).reduce(0) { $0 + Ball(Double($1 + 1)).logarithm() }
    }
    let joint = Tensor(
      priors.elements.indices.map { k in
        let terms = x * rates.row(k).log - rates.row(k) - factorials
        return terms.sum.scalar + priors[k].logarithm()
      })
    return .equal(try posterior(x, rates, priors), try softmax(joint.fromGreatest))
  }

  /// The posterior of some features is the prior for the others.
  public static let bayesSequential = Law(
    "bayes-sequential", "p(C|x, y) is p(C|y) with p(C|x) for a prior",
    source: "independence given the class",
    of: .bernoulliPosterior,
    forAll: .binaryFeaturesToSplit, .bernoulliMeans, .priors
  ) { posterior, x, means, priors in
    let half = x.count / 2
    let (first, second) = (Array(0..<half), Array(half..<x.count))
    let middle = try posterior(x.selecting(first), means.columns(first), priors)
    return .equal(
      try posterior(x.selecting(second), means.columns(second), middle),
      try posterior(x, means, priors))
  }

  /// Priors multiply the posterior that equal priors give.
  public static let priorOddsShift = Law(
    "prior-odds-shift", "p(C_k|x) Σ_j π_j u_j = π_k u_k, u the posterior under equal priors",
    source: "Bishop 4.2.1",
    of: .gaussianPosterior,
    forAll: .observationOfTwoOrFour, .classMeans, .covariance, .priors
  ) { posterior, x, means, covariance, priors in
    let equal = Tensor(priors.elements.map { _ in 1 / Ball(Double(priors.count)) })
    let product = priors * (try posterior(x, means, covariance, equal))
    return .equal(try posterior(x, means, covariance, priors) * product.sum, product)
  }

  /// Probabilities of all classes sum to one.
  public static let posteriorSumOne = Law(
    "posterior-sum-one", "Σ_k p(C_k|x) = 1", source: "definition",
    of: .quadraticGaussianPosterior,
    forAll: .quadraticObservation, .classMeans, .covariances, .priors
  ) { posterior, x, means, covariances, priors in
    .equal(try posterior(x, means, covariances, priors).sum, 1)
  }

  /// The order of the classes is the order of the answers.
  public static let posteriorPermutation = Law(
    "posterior-permutation", "permuting the classes permutes the posterior",
    source: "definition",
    of: .exponentialPosterior,
    forAll: .waitingTimes, .rates, .priors, .permutation.named("σ")
  ) { posterior, x, rates, priors, order in
    let permuted = try posterior(
      x, Tensor(rows: order.map(rates.row)), priors.selecting(order))
    return .equal(permuted, try posterior(x, rates, priors).selecting(order))
  }
}

extension Tensor {
  /// `Π μ^x (1 − μ)^{1−x}` of features that are zero or one.
  fileprivate func likelihood(bernoulli means: Tensor) -> Ball {
    zip(elements, means.elements).reduce(1) { $0 * ($1.0.isZero ? 1 - $1.1 : $1.1) }
  }

  /// The matrix of the given columns.
  fileprivate func columns(_ indices: [Int]) -> Tensor {
    Tensor(rows: rows, columns: indices.count) { self[$0, indices[$1]] }
  }

  /// The entries less the greatest, as softmax does not mind: small numbers are rounded less.
  var fromGreatest: Tensor { self - max.map(\.midpoint) }
}
