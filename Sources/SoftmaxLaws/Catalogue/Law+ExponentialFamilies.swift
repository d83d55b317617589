import Arithmetic
import SoftmaxFamily

/// Chapter 1H, third part: classes whose log-densities are affine in what is observed.
extension Law {
  /// The posterior of binary features is within its error theorem.
  public static let bernoulliOracle = accuracy(
    "bernoulli-oracle", "p(C_k|x) ∝ π_k Π_i μ_ki^{x_i}(1 − μ_ki)^{1−x_i}",
    source: "Bishop 4.81; T1 of computed logits",
    of: .bernoulliPosterior, forAll: .binaryFeatures, .bernoulliMeans, .priors)

  /// The posterior of counts is within its error theorem.
  public static let poissonOracle = accuracy(
    "poisson-oracle", "p(C_k|x) ∝ π_k Π_i λ_ki^{x_i}e^{−λ_ki}",
    source: "T1 of computed logits",
    of: .poissonPosterior, forAll: .counts, .rates, .priors)

  /// The posterior of waiting times is within its error theorem.
  public static let exponentialOracle = accuracy(
    "exponential-oracle", "p(C_k|x) ∝ π_k Π_i λ_ki e^{−λ_ki x_i}",
    source: "T1 of computed logits",
    of: .exponentialPosterior, forAll: .waitingTimes, .rates, .priors)

  /// A scale parameter `s` divides what is observed, also in the posterior.
  public static let expfamAffine = Law(
    "expfam-affine", "p(C_k|x; λ/s) = softmax(−λ_kᵀx/s + Σ log(λ_k/s) + log π_k)",
    source: "Bishop 4.83–4.86, where 1/s is missing from 4.85 and 4.86",
    of: .exponentialPosterior, .softmax,
    forAll: .waitingTimes, .rates, .priors, .unitOfTime
  ) { posterior, softmax, x, rates, priors, s in
    let logits = priors.elements.indices.map { k in
      rates.row(k).log.sum.scalar - (rates.row(k).dot(x) / s).scalar + priors[k].logarithm()
    }
    return .equal(
      try posterior(x, rates / s, priors), try softmax(Tensor(logits).fromGreatest))
  }

  /// Binary features: the weights are logits.
  public static let bernoulliNaiveBayes = Law(
    "bernoulli-naive-bayes",
    "p(C_k|x) = softmax(Σ_i x_i logit μ_ki + Σ_i log(1 − μ_ki) + log π_k)",
    source: "Bishop 4.82",
    of: .bernoulliPosterior, .softmax,
    forAll: .binaryFeatures, .bernoulliMeans, .priors
  ) { posterior, softmax, x, means, priors in
    let logits = Tensor(
      priors.elements.indices.map { k in
        let mean = means.row(k)
        let failures = (1 - mean).log.sum.scalar
        return x.dot((mean / (1 - mean)).log).scalar + failures + priors[k].logarithm()
      })
    return .equal(try posterior(x, means, priors), try softmax(logits.fromGreatest))
  }

  /// Equal trials: only the number of successes matters.
  public static let binomial = Law(
    "binomial", "p(C_k|x) = softmax(s logit μ_k + N log(1 − μ_k) + log π_k), s = Σx of N trials",
    source: "s is sufficient",
    of: .bernoulliPosterior, .softmax,
    forAll: .trials, .successProbabilities, .priors
  ) { posterior, softmax, x, means, priors in
    let rows = Tensor(rows: means.count, columns: x.count) { k, _ in means[k] }
    let trials = Tensor(Double(x.count))
    let logits = x.sum * (means / (1 - means)).log + trials * (1 - means).log + priors.log
    return .equal(try posterior(x, rows, priors), try softmax(logits.fromGreatest))
  }

  /// Counts of categories: rates with one sum for all classes make a multinomial.
  public static let categoricalOneHot = Law(
    "categorical-one-hot", "p(C_k|x) ∝ π_k Π_c μ_kc^{x_c} for counts x of categories, Σ_c μ_kc = 1",
    source: "Bishop exercise 4.11; e^{−Σμ} cancels",
    of: .poissonPosterior,
    forAll: .categoryCounts, .categories, .priors
  ) { posterior, x, categories, priors in
    let joint = Tensor(
      priors.elements.indices.map { k in
        zip(x.values, categories.row(k).elements).reduce(priors[k]) { product, pair in
          (0..<Int(pair.0)).reduce(product) { factor, _ in factor * pair.1 }
        }
      })
    return .equal(try posterior(x, categories, priors), joint / joint.sum)
  }

  /// Counts: the logits are affine in them, and `x!` cancels.
  public static let poisson = Law(
    "poisson", "p(C_k|x) = softmax(Σ_i (x_i log λ_ki − λ_ki) + log π_k)",
    source: "x! cancels",
    of: .poissonPosterior, .softmax,
    forAll: .counts, .rates, .priors
  ) { posterior, softmax, x, rates, priors in
    let logits = priors.elements.indices.map { k in
      (x * rates.row(k).log - rates.row(k)).sum.scalar + priors[k].logarithm()
    }
    return .equal(
      try posterior(x, rates, priors), try softmax(Tensor(logits).fromGreatest))
  }

  /// Waiting times: the odds of two classes are those of their joint densities.
  public static let exponential = Law(
    "exponential", "p(C_k|x) = softmax(Σ_i (log λ_ki − λ_ki x_i) + log π_k)",
    source: "definition",
    of: .exponentialPosterior, .softmax,
    forAll: .waitingTimes, .rates, .priors
  ) { posterior, softmax, x, rates, priors in
    let logits = priors.elements.indices.map { k in
      (rates.row(k).log - rates.row(k) * x).sum.scalar + priors[k].logarithm()
    }
    return .equal(
      try posterior(x, rates, priors), try softmax(Tensor(logits).fromGreatest))
  }

  /// The sum of equal waiting times has a gamma distribution, and is all that matters.
  public static let gammaFixedShape = Law(
    "gamma-fixed-shape", "p(C_k|x) = softmax(α log β_k − β_k Σx + log π_k) for α waiting times",
    source: "Σx is sufficient",
    of: .exponentialPosterior, .softmax,
    forAll: .equalWaitingTimes, .oneRate, .priors
  ) { posterior, softmax, x, rates, priors in
    let rows = Tensor(rows: rates.count, columns: x.count) { k, _ in rates[k] }
    let logits = Tensor(Double(x.count)) * rates.log - rates * x.sum + priors.log
    return .equal(try posterior(x, rows, priors), try softmax(logits.fromGreatest))
  }
}
