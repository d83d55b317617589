import Arithmetic

/// The derivative of softplus, which is a sigmoid and a softmax.
extension Contract {
  /// Whether the derivative of softplus may be `e^{x − softplus(x)}`.
  ///
  /// Softplus is the log-sum-exp of `x` and zero, and so its derivative is the first entry of
  /// `softmax(x, 0)`. Differentiating log-sum-exp as such gives `e^{x − logSumExp(x, 0)}`, the
  /// softmax of T2, which is one of the honest algorithms of who claims none. A claim about the form of the
  /// sigmoid says that it is the sigmoid which is evaluated.
  private var mayDifferentiateLogSumExp: Bool {
    claims.sigmoid == nil && (claims.algorithm == nil || claims.algorithm == .expOfXMinusLSE)
  }

  /// Whether a function keeps the order of its inputs as the sigmoid does.
  public func isOrderedAsSigmoid(_ function: ElementwiseFunction) -> Bool {
    function == .sigmoid || (function == .softplusDerivative && !mayDifferentiateLogSumExp)
  }

  /// T5 and T2: the error of the derivative of softplus.
  ///
  /// The larger of the sigmoid's and that of `e^{x − softplus(x)}`, where that may be what is computed.
  func softplusDerivative(_ x: Double) -> ErrorBound {
    guard mayDifferentiateLogSumExp, x.isFinite else { return sigmoid(x) }
    return .larger(sigmoid(x), divisionFreeSigmoid(exponent(x)))
  }

  /// Encloses the bounds of the derivative of softplus at all numbers between two of one sign, of the
  /// same case of T5; `nil` where the sizes of the exponents' errors differ too much.
  func softplusDerivative(from a: Double, to b: Double, slack: Double) -> BoundRange? {
    let sigmoids = BoundRange(between: sigmoid(a), sigmoid(b), slack: slack)
    guard mayDifferentiateLogSumExp else { return sigmoids }
    let (first, second) = (exponent(a), exponent(b))
    let lesser = first.least(with: second), greater = first.greatest(with: second)
    guard error(of: lesser) < 1, error(of: greater) < 1 else { return nil }
    let softmaxes = BoundRange(
      between: divisionFreeSigmoid(lesser), divisionFreeSigmoid(greater), slack: slack)
    return BoundRange(
      least: .larger(sigmoids.least, softmaxes.least),
      greatest: .larger(sigmoids.greatest, softmaxes.greatest))
  }

  /// T2 for two logits, one of which is zero: `fl(exp(fl(x − ŝ)))` with `ŝ = softplus(x) + e`.
  ///
  /// `x − softplus(x) = −softplus(−x)`, so that the exponent is off by
  /// `r = |e|(1 + u) + u·softplus(−x)` and the result by a factor of `e^{±r}(1 ± E)`. Where that says
  /// nothing, as `−x` is beyond `1/u`, the result is below `e^{r − softplus(−x)}`.
  private func divisionFreeSigmoid(_ exponent: Exponent) -> ErrorBound {
    let r = error(of: exponent)
    return stored(
      r < 1
        ? ErrorBound(relative: Upper.exponentialMinusOne(r), absolute: exponentialTiny)
        : ErrorBound(absolute: exponentialTiny + Upper.exponential(r - exponent.size)))
  }

  private func error(of exponent: Exponent) -> Double {
    (exponent.logarithm + min(exponent.sum, exponent.term)) * (1 + u) + u * exponent.size
      + Upper.minusLogOfOneMinus(exponentialError)
  }

  /// What the error of `x − softplus(x)` is made of.
  ///
  /// With `l = log(1 + e^{−|x|})`, softplus is `l` for `x ≤ 0` and `x + l` for others, with the error
  /// of `l` by T6. The sum is rounded by `u(x + l)` at most, and never further than to `x` itself,
  /// which is by `l`: so far up the exponent is zero, and one is off by no more than `e^{−x}`.
  private func exponent(_ x: Double) -> Exponent {
    let term = Upper.logOfOnePlus(Upper.exponential(-abs(x)))
    let logarithm = unrounded.softplus(at: -abs(x)).bound(of: term)
    guard x > 0 else {
      return Exponent(size: term - x, logarithm: logarithm, sum: 0, term: term + logarithm)
    }
    let computed = term + logarithm
    return Exponent(size: term, logarithm: logarithm, sum: u * (x + computed), term: computed)
  }

  /// The exponent `−softplus(−x)`, and the errors it may have.
  private struct Exponent {
    /// Its magnitude.
    var size: Double
    /// The error of `log(1 + e^{−|x|})`.
    var logarithm: Double
    /// The rounding of `x + log(1 + e^{−|x|})`.
    var sum: Double
    /// What that rounding cannot exceed.
    var term: Double

    /// Each part at its least of two; between two numbers of one sign each rises or falls.
    func least(with other: Exponent) -> Exponent {
      Exponent(
        size: min(size, other.size), logarithm: min(logarithm, other.logarithm),
        sum: min(sum, other.sum), term: min(term, other.term))
    }

    /// Each part at its greatest of two.
    func greatest(with other: Exponent) -> Exponent {
      Exponent(
        size: max(size, other.size), logarithm: max(logarithm, other.logarithm),
        sum: max(sum, other.sum), term: max(term, other.term))
    }
  }
}

/// The gradient of binary cross-entropy with logits, which is made of derivatives of softplus.
extension Contract {
  /// T10: the error of `σ(z) − t`.
  ///
  /// Who claims no form of the sigmoid may also differentiate `(1 − t) softplus(z) + t softplus(−z)`
  /// term by term: `(1 − t)σ(z) − tσ(−z)`, with the errors of both derivatives.
  func binaryCrossEntropyWithLogitsGradient(_ target: Double, _ logit: Double) -> ErrorBound {
    let inner = unrounded
    let error = workingSigmoid(logit).bound(of: sigmoidValue(logit))
    let terms = inner.termwiseGradientError(target, logit)
    return stored(ErrorBound(relative: u, absolute: max(error, terms) * (1 + u)))
  }

  /// The error of `(1 − t)σ(z) − tσ(−z)` before the difference is rounded; zero where it is not of this form.
  ///
  /// `1 − t` is rounded, and so are both products.
  func termwiseGradientError(_ target: Double, _ logit: Double) -> Double {
    guard mayDifferentiateLogSumExp else { return 0 }
    let (value, complement) = (sigmoidValue(logit), sigmoidValue(-logit))
    let error = softplusDerivative(logit).bound(of: value)
    let other = softplusDerivative(-logit).bound(of: complement)
    let failure = abs(1 - target) * (error + Upper.compound(u, u) * (value + error))
    let success = abs(target) * (other + u * (complement + other))
    return failure + success + 2 * tiny
  }
}
