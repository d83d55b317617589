import Arithmetic

extension Contract {
  /// The relative error of `p log p`, or of `t log y`.
  private var productWithLogarithm: Double {
    Upper.exponentialMinusOne(
      Upper.minusLogOfOneMinus(logarithmError) + 2 * Upper.minusLogOfOneMinus(u))
  }

  /// Whether a flush to zero of the arguments would change a logarithm beyond any bound.
  private func flushes(_ probabilities: [Double]) -> Bool {
    probabilities.contains { $0 != 0 && flushed($0) != 0 }
  }

  /// Whether `a/b` exceeds the working format.
  private func quotientOverflows(_ a: Double, _ b: Double) -> Bool {
    b != 0 && abs(a) > abs(b) * working.greatestFinite
  }

  /// The largest error of `log(a/b)` that rounding the quotient causes.
  ///
  /// Relative to the quotient it is `u`, below the normal range `η/2` or, flushed, all of it.
  private func quotientError(_ a: Double, _ b: Double) -> Double {
    guard a != 0, b != 0 else { return 0 }
    guard !quotientOverflows(a, b) else { return .infinity }
    let isNormal = abs(a) >= abs(b) * working.leastNormal
    guard !isNormal else { return Upper.minusLogOfOneMinus(u) }
    let underflow = flushes ? 1 : tiny / 2 * abs(b / a)
    return Upper.minusLogOfOneMinus(underflow)
  }

  /// The error of the entropy: all terms have one sign, so it is relative.
  func entropy(_ p: [Double]) -> ErrorBound {
    guard !flushes(p) else { return .infinite }
    let relative = Upper.compound(productWithLogarithm, sumError(p.count))
    return stored(ErrorBound(relative: relative, absolute: Double(p.count) * tiny))
  }

  /// The error of the divergence, for `p log(p/q)`, `p(log p − log q)` and their sums apart.
  ///
  /// Each term carries the errors of both logarithms, `L(|log p| + |log q|)`, or that of the
  /// quotient, `u` in its logarithm; the terms cancel, so the bound is absolute. There is none
  /// where a quotient overflows. One that underflows is off by `η/2`: its logarithm by
  /// at most `0.7η` over the quotient, which times `p` is less than `η`.
  func klDivergence(_ p: [Double], _ q: [Double]) -> ErrorBound {
    guard !flushes(p), !flushes(q), !zip(p, q).contains(where: quotientOverflows) else {
      return .infinite
    }
    var size = 0.0
    var mass = 0.0
    for (p, q) in zip(p, q) where p != 0 {
      size += p * (abs(Upper.minusLogarithm(p)) + abs(Upper.minusLogarithm(q)))
      mass += p
    }
    let relative = Upper.compound(productWithLogarithm, sumError(2 * p.count))
    let absolute = relative * size + mass * Upper.minusLogOfOneMinus(u) * (1 + relative)
    return stored(ErrorBound(absolute: absolute + Double(p.count) * tiny))
  }

  /// The error of binary cross-entropy of probabilities.
  ///
  /// As the entropy, but `1 − t` and `1 − y` are rounded: the latter moves `log(1 − y)` by
  /// `u/(1 − u)`, which is absolute.
  func binaryCrossEntropy(_ targets: [Double], _ probabilities: [Double]) -> ErrorBound {
    guard !flushes(probabilities) else { return .infinite }
    let rounding = Upper.minusLogOfOneMinus(u)
    let weight = targets.reduce(0) { $0 + abs(1 - $1) }
    let relative =
      Upper.compound(Upper.compound(productWithLogarithm, rounding), sumError(2 * targets.count))
    let cut = zip(targets, probabilities).reduce(0) { sum, term in
      let (t, y) = term
      return sum + cutOff(t, minusLogarithm: Upper.minusLogarithm(y))
        + cutOff(1 - t, minusLogarithm: Upper.minusLogOfOneMinus(y))
    }
    let absolute = weight * rounding * (1 + relative) + 2 * Double(targets.count) * tiny
    return stored(ErrorBound(relative: relative, absolute: absolute + cut))
  }

  /// T8 for probabilities: the error of `−Σ t log y`, relative as all terms have one sign.
  func categoricalCrossEntropy(_ targets: [Double], _ probabilities: [Double]) -> ErrorBound {
    guard !flushes(probabilities) else { return .infinite }
    let relative = Upper.compound(productWithLogarithm, sumError(probabilities.count))
    let cut = zip(targets, probabilities).reduce(0) {
      $0 + cutOff($1.0, minusLogarithm: Upper.minusLogarithm($1.1))
    }
    return stored(
      ErrorBound(relative: relative, absolute: Double(probabilities.count) * tiny + cut))
  }

  /// How much a loss lacks where a logarithm is cut at the least one that is claimed: `|t|(−log y − |l|)`.
  ///
  /// Nothing where no least logarithm is claimed, or the probability is zero: then the loss is infinite.
  private func cutOff(_ weight: Double, minusLogarithm: Double) -> Double {
    guard let least = claims.leastLogarithm, weight != 0, minusLogarithm.isFinite else { return 0 }
    return abs(weight) * max(0, minusLogarithm + least)
  }

  /// T14: the error of `(log p_i − log p_0)/λ`, or of the logarithm of the quotient.
  func inverseReducedSoftmax(_ p: [Double], scale: Double) -> [ErrorBound] {
    guard !flushes(p) else { return p.dropFirst().map { _ in .infinite } }
    let pivot = Upper.minusLogarithm(p[0])
    return p.dropFirst().map { entry in
      let logarithms = abs(Upper.minusLogarithm(entry)) + abs(pivot)
      let difference = logarithmError * logarithms + quotientError(entry, p[0])
      return stored(
        ErrorBound(
          relative: 2 * u * (1 + u), absolute: difference / abs(scale) * (1 + 3 * u) + tiny))
    }
  }

  /// The errors of `(δ_ki/p_i − δ_0i/p_0)/λ`, `1/(λp)` or `(1/p)/λ`: two roundings, and underflow.
  ///
  /// There is no bound where `1/p` overflows or `λp` underflows, which only one of the forms does.
  func inverseReducedSoftmaxJacobian(_ p: [Double], scale: Double) -> [ErrorBound] {
    let bounds = p.map { p in
      guard p >= 1 / working.greatestFinite, abs(scale) * p >= working.leastNormal,
        flushed(p) == 0
      else { return ErrorBound.infinite }
      return stored(ErrorBound(relative: 2 * u * (1 + u), absolute: 2 * tiny))
    }
    return (1..<p.count).flatMap { k in
      p.indices.map { $0 == 0 || $0 == k ? bounds[$0] : ErrorBound() }
    }
  }
}
