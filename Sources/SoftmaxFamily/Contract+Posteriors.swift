import Arithmetic

/// The posteriors of generative classifiers: softmax of computed logits.
extension Contract {
  /// The errors of a posterior, whichever class-conditional distribution it has.
  func posterior(_ operation: Operation, _ arguments: [Tensor]) -> [ErrorBound] {
    let x = arguments[0].values
    let priors = arguments[arguments.count - 1].values
    let rows = (0..<priors.count).map { arguments[1].row($0).values }
    switch operation {
    case .gaussianPosterior, .quadraticGaussianPosterior:
      return gaussianPosterior(x, rows, covariances: arguments[2], priors)
    case .bernoulliPosterior:
      return posterior(zip(rows, priors).map { bernoulliLogit(x, $0) + priorLogit($1) })
    case .poissonPosterior:
      return posterior(zip(rows, priors).map { poissonLogit(x, $0) + priorLogit($1) })
    default:
      return posterior(zip(rows, priors).map { exponentialLogit(x, $0) + priorLogit($1) })
    }
  }

  /// T1 and T2 of logits that are sums of terms, each term with an error.
  ///
  /// The posterior is softmax of `â_k = a_k + e_k`. Terms that all classes share may be left out or
  /// kept, so the logits have a magnitude of at most `reach`, whatever they are. Summing `n` terms
  /// in any order adds `(n − 1)u·Σ|terms|`. Two classes may also be the sigmoid of the log-odds
  /// and its complement, unless another algorithm is claimed; the complement has an absolute error.
  func posterior(_ logits: [ComputedLogit]) -> [ErrorBound] {
    let inner = unrounded
    let errors = logits.map { logit in
      logit.value.isFinite ? logit.error + inner.summation(of: logit) : 0
    }
    let reach = logits.reduce(0) { $1.value.isFinite ? max($0, $1.magnitude) : $0 }
    guard errors.allSatisfy({ $0.isFinite }), reach < working.greatestFinite / 4,
      claims.algorithm != .unshifted || inner.isNormalExponential(of: reach, logits.count)
    else { return logits.map { _ in .infinite } }
    let row = SoftmaxRow(
      computed: logits.map(\.value), errors: errors, reach: reach, contract: inner)
    let bounds = inner.softmax(row)
    guard logits.count == 2, claims.algorithm == nil else { return bounds.map(stored) }
    return [0, 1].map { index in
      let other = bounds[1 - index].bound(of: row.probabilities[1 - index])
      let complement = other + inner.u * (1 + other) + 1 / working.greatestFinite
      return stored(
        ErrorBound(
          relative: bounds[index].relative, absolute: bounds[index].absolute + complement))
    }
  }

  /// The error of summing the terms of a logit.
  private func summation(of logit: ComputedLogit) -> Double {
    sumError(logit.terms) * (logit.magnitude + logit.error)
  }

  /// Whether `e^{±reach}` and a sum of them are normal numbers.
  private func isNormalExponential(of reach: Double, _ count: Int) -> Bool {
    reach + Double(count) < 0x1.62e42fefa39efp-1 * Double(-working.leastExponent)
  }
}

/// The log-densities of exponential families, as sums of terms.
extension Contract {
  /// `log π`.
  func priorLogit(_ prior: Double) -> ComputedLogit {
    guard prior != 0 else { return ComputedLogit(value: -.infinity) }
    guard flushed(prior) == 0 else { return .unknown }
    let logarithm = Ball(prior).logarithm()
    let size = logarithm.magnitudeBound
    // A prior may be normalised first, which moves it by two roundings.
    let rounding = 2 * Upper.minusLogOfOneMinus(u)
    return ComputedLogit(
      value: logarithm.value, magnitude: size, error: logarithmError * (size + rounding) + rounding,
      terms: 1)
  }

  /// `Σ (x log μ + (1 − x) log(1 − μ))`, or by the logit, the logarithm of the odds or of both.
  ///
  /// `1 − μ` is rounded, unless it is exact, which moves its logarithm by `c ≤ −log(1 − u)`; the odds by
  /// one rounding more. A product and up to two differences have three roundings.
  func bernoulliLogit(_ x: [Double], _ means: [Double]) -> ComputedLogit {
    sum(zip(x, means)) { x, mean in
      guard mean > 0, mean < 1, flushed(mean) == 0, flushed(x) == 0 else { return .unknown }
      let (success, failure) = (Ball(mean).logarithm(), (-Ball(mean)).logarithmOfOnePlus())
      let rounding = Upper.minusLogOfOneMinus(u)
      let complement = represents(DoubleDouble.sum(1, -mean)) ? 0 : rounding
      let weight = 1 + 2 * abs(x)
      let size = abs(x) * success.magnitudeBound + weight * failure.magnitudeBound
      let value = Ball(x) * success + (1 - Ball(x)) * failure
      return ComputedLogit(
        value: value.value, magnitude: size,
        error: Upper.compound(logarithmError, 3 * u) * size + weight * complement
          + abs(x) * rounding + 4 * tiny,
        terms: 3)
    }
  }

  /// `Σ (x log λ − λ)`, with or without the `log x!` that all classes share.
  func poissonLogit(_ x: [Double], _ rates: [Double]) -> ComputedLogit {
    sum(zip(x, rates)) { x, rate in
      guard rate > 0, x >= 0, flushed(rate) == 0, flushed(x) == 0 else { return .unknown }
      let product = Ball(x) * Ball(rate).logarithm()
      let factorial = x > 1 ? x * Upper.logarithm(x) : 0.125
      let size = product.magnitudeBound
      return ComputedLogit(
        value: (product - Ball(rate)).value, magnitude: size + rate + factorial,
        error: Upper.compound(logarithmError, u) * size + 2 * tiny, terms: 3)
    }
  }

  /// `Σ (log λ − λx)`, also as `−log s − x/s` with the scale `s = 1/λ`.
  func exponentialLogit(_ x: [Double], _ rates: [Double]) -> ComputedLogit {
    sum(zip(x, rates)) { x, rate in
      guard rate > 0, x >= 0, flushed(rate) == 0, flushed(x) == 0,
        1 / rate < working.greatestFinite, 1 / rate > working.leastNormal
      else { return .unknown }
      let logarithm = Ball(rate).logarithm()
      let product = Ball(x) * Ball(rate)
      let (size, rounding) = (logarithm.magnitudeBound, Upper.minusLogOfOneMinus(u))
      return ComputedLogit(
        value: (logarithm - product).value, magnitude: size + product.magnitudeBound,
        error: logarithmError * (size + rounding) + rounding
          + Upper.compound(2 * u, u) * product.magnitudeBound + 2 * tiny,
        terms: 2)
    }
  }

  private func sum(
    _ pairs: Zip2Sequence<[Double], [Double]>, _ term: (Double, Double) -> ComputedLogit
  ) -> ComputedLogit {
    pairs.reduce(ComputedLogit()) { $0 + term($1.0, $1.1) }
  }
}
