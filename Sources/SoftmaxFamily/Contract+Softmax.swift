import Arithmetic

extension Contract {
  /// T1 and T2: the errors of the entries of softmax, for the algorithm claimed.
  ///
  /// Without a claim the larger of the bounds of all shifted algorithms.
  func softmax(_ row: SoftmaxRow) -> [ErrorBound] {
    switch claims.algorithm {
    case .shiftDiv: shiftedSoftmax(row, roundings: 1)
    case .shiftRecip: shiftedSoftmax(row, roundings: 2)
    case .expOfXMinusLSE: divisionFreeSoftmax(row)
    case .unshifted: unshiftedSoftmax(row)
    case nil:
      zip(shiftedSoftmax(row, roundings: 2), divisionFreeSoftmax(row)).map(ErrorBound.larger)
    }
  }

  /// T1: `ĝ_i = fl(ŵ_i/ŝ)`, `ŵ_i = exp(fl(λ(x_i − m)))`, `ŝ` a sum in any order.
  ///
  /// `ŵ_i = e^{−Δ_i}·e^{±δ_i}(1 + ε_i)` with `δ_i` the error of the exponent and `|ε_i| ≤ E`, and
  /// `ŝ = s·(1 ± D)(1 ± E)(1 ± σ)` with `D = Σ g_j(e^{δ_j} − 1)`; one rounding for the quotient,
  /// or two for a reciprocal and a product. Terms that underflow in exp lose at most
  /// `(E/u + 1)η` of the numerator, and as much of the sum, which is at least one.
  private func shiftedSoftmax(_ row: SoftmaxRow, roundings: Int) -> [ErrorBound] {
    if absorbsRest(row) { return absorbedSoftmax(row) }
    let sum = sumWithoutExponentials(row)
    let quotient = Double(roundings) * Upper.minusLogOfOneMinus(u)
    return row.gaps.indices.map { i in
      let numerator = row.exponentErrors[i] + sharedExponentialError(i, row)
      return stored(entry(numerator + sum + quotient, row.gaps[i], absolute: exponentialTiny))
    }
  }

  /// The bound of an entry that is off by a factor of `e^{±r}`, `g(e^r − 1)`, and absolutely.
  ///
  /// For a large `r`, as the exponents of far entries are rounded, it is `e^{r − Δ}`, for `g ≤ e^{−Δ}`.
  private func entry(_ r: Double, _ gap: Double, absolute: Double) -> ErrorBound {
    r < 1
      ? ErrorBound(relative: Upper.exponentialMinusOne(r), absolute: absolute)
      : ErrorBound(absolute: absolute + Upper.exponential(r - gap))
  }

  /// What errors of exp do to the quotient of one exponential and the sum of all.
  ///
  /// Where the sum is one of the very numerators, `log(ĝ_i/g_i) = log(1 + ε_i) − log(1 + Σ g_j ε_j)`.
  /// The greatest entries have `e^0 = 1` without an error; `z` is their share. For
  /// another entry the worst case is `ε_i = ±E` against `∓E` elsewhere, which is
  /// `log(1 ± E) − log(1 ∓ E·d)` with `d = 1 − z − 2g_i`. With `e = −log(1 − E) ≥ log(1 + E)`, and
  /// `−log(1 − Ed) ≤ ed` as the left side is convex in `d` and zero at `d = 0`, this is at most
  /// `e(1 + d)` for `d ≥ 0`; for `d < 0`, where both terms partly cancel, at most `e − E|d|`. For a
  /// greatest entry it is `−log(1 − E(1 − z)) ≤ e(1 − z)`. Without a claim the sum may be of other
  /// exponentials, as with a running maximum, and the two errors count by themselves: `2e`. So they
  /// do where the logits were computed and it is not certain which of them became the greatest.
  private func sharedExponentialError(_ i: Int, _ row: SoftmaxRow) -> Double {
    let e = Upper.minusLogOfOneMinus(exponentialError)
    guard cancelsShifts, row.ties > 0 else { return 2 * e }
    let others = 1 - row.shareOfTies
    if row.gaps[i] == 0 { return e * others }
    let d = others - 2 * row.probabilities[i] * (1 - 0x1p-35)
    return d >= 0 ? e * (1 + d) : e + exponentialError * d * (1 - 0x1p-40)
  }

  /// Whether all terms but the greatest are lost in the sum, so that `ŝ = 1` to the last bit.
  ///
  /// As computed they amount to less than `(s − 1 + sD)(1 + E)(1 + σ) + n(E/u + 1)η`. If that is less
  /// than `u`, every partial sum with the greatest in it is rounded back to one, in any order.
  private func absorbsRest(_ row: SoftmaxRow) -> Bool {
    guard shiftsOnce, row.ties == 1, !accumulatesWider else { return false }
    let drift = 2 * meanDrift(row, errors: row.exponentErrors)
    let growth = Upper.compound(exponentialError, sumError(row.gaps.count))
    let underflow = Double(row.gaps.count) * exponentialTiny
    return (row.rest + drift) * (1 + growth) + underflow < u * (1 - 0x1p-20)
  }

  /// T1 where the greatest entry absorbs the others: `ĝ_i = ŵ_i`, what exp returned.
  ///
  /// The quotient by one is exact. What is left are the error of exp, counted in units in the last
  /// place as it is claimed, that of the exponent, and the sum that should have been `s`. The
  /// exponential of the greatest is one.
  private func absorbedSoftmax(_ row: SoftmaxRow) -> [ErrorBound] {
    row.gaps.indices.map { i in
      let (gap, drift) = (row.gaps[i], row.exponentErrors[i])
      let units = gap == 0 ? 0 : exponentialUnits(of: Upper.exponential(drift - gap))
      return stored(entry(drift + row.logSum, gap, absolute: units))
    }
  }

  /// T2: `ĝ_i = exp(fl(x_i − ŷ))`: relative error `(1 + E)e^{e_y(1+u) + u|x_i − y|} − 1`.
  private func divisionFreeSoftmax(_ row: SoftmaxRow) -> [ErrorBound] {
    let logSumExp = logSumExpError(row)
    return zip(row.gaps, row.exponentErrors).map { gap, delta in
      guard gap.isFinite else { return ErrorBound(absolute: exponentialTiny) }
      let exponent = delta + logSumExp * (1 + u) + u * (gap + row.logSum + logSumExp)
      let error = exponent + Upper.minusLogOfOneMinus(exponentialError)
      return stored(entry(error, gap, absolute: exponentialTiny))
    }
  }

  /// The plain quotient: as T1 without shifts, where nothing over- or underflows.
  ///
  /// The exponents are off by the rounding of `λx_i` alone. What the exponentials lose below the
  /// normal range is divided by the sum, which is at least `e^m`.
  private func unshiftedSoftmax(_ row: SoftmaxRow) -> [ErrorBound] {
    guard unshiftedIsSafe(row) else { return row.gaps.map { _ in .infinite } }
    let quotient =
      unshiftedSumError(row) + Upper.minusLogOfOneMinus(exponentialError)
      + Upper.minusLogOfOneMinus(u)
    let absolute = exponentialTiny * max(1, Upper.exponential(-row.maximum))
    return row.scalingErrors.map { delta in
      stored(
        ErrorBound(relative: Upper.exponentialMinusOne(delta + quotient), absolute: absolute))
    }
  }

  /// The largest `|log(ŝ/s)|` of a computed sum of exponentials that are not shifted.
  private func unshiftedSumError(_ row: SoftmaxRow) -> Double {
    let count = row.gaps.count
    let underflow = Double(count) * exponentialTiny * Upper.exponential(-row.maximum)
    return Upper.minusLogOfOneMinus(meanDrift(row, errors: row.scalingErrors))
      + Upper.minusLogOfOneMinus(exponentialError)
      + Upper.minusLogOfOneMinus(sumError(count) + underflow)
  }

  /// Whether `e^m` and the sum are normal numbers, with room to spare.
  private func unshiftedIsSafe(_ row: SoftmaxRow) -> Bool {
    let ln2 = 0x1.62e42fefa39efp-1
    let top = row.maximum + row.logSum
    return top < Double(working.greatestExponent) * ln2
      && row.maximum > Double(working.leastExponent) * ln2
  }

  /// The largest `|log(ŝ/s)|` of a computed sum of shifted exponentials.
  ///
  /// The exponentials of the greatest entries are one, without an error, where the shift is claimed
  /// to come first; the others have a share of `1 − z` in the sum. A sum of nothing but
  /// ones is exact. One that absorbs all but the greatest is one, and off by `s`.
  func sumOfExponentials(_ row: SoftmaxRow) -> Double {
    let exponential = Upper.minusLogOfOneMinus(exponentialError)
    guard shiftsOnce else { return exponential + sumWithoutExponentials(row) }
    if row.ties == row.gaps.count, row.ties <= 1 << working.precision { return 0 }
    if absorbsRest(row) { return row.logSum }
    return exponential * (1 - row.shareOfTies) + sumWithoutExponentials(row)
  }

  /// The same but for the errors of exp: `D` and `σ`.
  ///
  /// Without a claim the maximum may be a running one, with the sum so far rescaled by
  /// `e^{m − m′}` each time it rises: an exponential and a product more for every rise, and the
  /// roundings of the differences, which add up to those of `Δ` once more.
  private func sumWithoutExponentials(_ row: SoftmaxRow) -> Double {
    let drift = Upper.minusLogOfOneMinus(meanDrift(row, errors: row.exponentErrors))
    let sigma = sumError(row.gaps.count) + Double(row.gaps.count) * exponentialTiny
    let once = drift + Upper.minusLogOfOneMinus(sigma)
    guard claims.algorithm == nil else { return once }
    let rescaling =
      Upper.minusLogOfOneMinus(exponentialError) + Upper.minusLogOfOneMinus(u + exponentialTiny)
    return once + drift + Double(row.rescalings) * rescaling
  }

  /// `D = Σ g_j(e^{δ_j} − 1)`, which also bounds `Σ g_j(1 − e^{−δ_j})`.
  private func meanDrift(_ row: SoftmaxRow, errors: [Double]) -> Double {
    var drift = 0.0
    for index in errors.indices where errors[index] != 0 {
      let delta = errors[index]
      // For a large δ the product is bounded as e^{δ−Δ}, which does not overflow early.
      drift +=
        delta < 1
        ? row.probabilities[index] * Upper.exponentialMinusOne(delta)
        : Upper.exponential(delta - row.gaps[index])
    }
    return drift * (1 + 0x1p-40)
  }

  /// T3 and T3b: the absolute error of log-sum-exp, `fl(m + fl(log ŝ))`.
  ///
  /// `u|y| + (1 + u)·e` with `e` the error of the logarithm; where a shift is claimed and `m` is
  /// zero, adding it rounds nothing. T3u, for the unshifted form: `L|y|` and the error of the sum.
  func logSumExpError(_ row: SoftmaxRow) -> Double {
    if claims.algorithm == .unshifted {
      guard unshiftedIsSafe(row) else { return .infinity }
      return logarithmError * row.logSumExp + (1 + logarithmError) * unshiftedSumError(row)
    }
    let y = row.logSumExp
    let logarithm = claims.logSumExp == .log1p ? logOfOnePlusRestError(row) : logOfSumError(row)
    guard !shiftsOnce || row.maximum != 0 else { return logarithm }
    return u * y + (1 + u) * (logarithm + row.maximumError) + tiny
  }

  /// The absolute error of `log ŝ`: `L(log s + r) + r`, with `r` the error of the sum.
  ///
  /// Where the greatest absorbs the others the logarithm of one is zero, and off by `log s`; log1p of
  /// what they are as computed may be as much off upwards, and by what underflows.
  func logOfSumError(_ row: SoftmaxRow) -> Double {
    if absorbsRest(row) {
      let underflow = Double(row.gaps.count) * exponentialTiny + logarithmTiny
      return claims.logSumExp == .log ? row.logSum : row.logSum + underflow
    }
    let r = sumOfExponentials(row)
    return logarithmError * (row.logSum + r) + r + logarithmTiny
  }

  /// The absolute error of `log1p(ŝ − 1)`, with the greatest term left out of the sum.
  ///
  /// The relative error of the sum counts only with the weight `ω = s′/(1 + s′)` of the other
  /// terms. What they lose where they underflow is absolute, and counts in full however
  /// small they are.
  private func logOfOnePlusRestError(_ row: SoftmaxRow) -> Double {
    let sum = Upper.minusLogOfOneMinus(exponentialError) + sumWithoutExponentials(row)
    let r = Upper.minusLogOfOneMinus(
      row.restOfSum * Upper.exponentialMinusOne(sum)
        + meanDrift(row, errors: row.exponentErrors) + Double(row.gaps.count) * exponentialTiny)
    return logarithmError * (row.logSum + r) + r + logarithmTiny
  }

  /// T4: the absolute errors of log-softmax.
  ///
  /// `fl(fl(x_i − m) − fl(log ŝ))` or `fl(x_i − ŷ)`; without a claim the larger of the two.
  func logSoftmax(_ row: SoftmaxRow) -> [ErrorBound] {
    let sum = logOfSumError(row)
    let whole = logSumExpError(row)
    return zip(row.gaps, row.exponentErrors).map { gap, delta in
      guard gap.isFinite else { return ErrorBound() }
      let shifted = (1 + u) * (delta + sum)
      let direct = (1 + u) * (delta + whole)
      let absolute =
        switch claims.algorithm {
        case .shiftDiv, .shiftRecip: shifted
        case .expOfXMinusLSE, .unshifted: direct
        case nil: max(shifted, direct)
        }
      return stored(ErrorBound(relative: u, absolute: absolute + tiny))
    }
  }

  /// T3 as a bound on the stored result.
  func logSumExp(_ row: SoftmaxRow) -> ErrorBound {
    stored(ErrorBound(absolute: logSumExpError(row)))
  }

  /// T1s: how far the sum of the entries of softmax may be from one.
  ///
  /// Numerators and denominator share the computed exponentials, so the quality of exp does
  /// not matter: `(1 + u)^k/(1 − σ) − 1`, one rounding for each quotient, and `η` for each
  /// entry that underflows. The division-free form has no such cancellation.
  public func sumOfProbabilities(_ x: [Double], scale: Double = 1) -> Double {
    let row = SoftmaxRow(x, scale: scale, contract: self)
    let n = Double(x.count)
    guard cancelsShifts else {
      return zip(softmax(row), row.probabilities).reduce(0) { $0 + $1.0.bound(of: $1.1) }
    }
    let roundings = claims.algorithm == .shiftRecip ? 2.0 : 1
    let relative = Upper.exponentialMinusOne(
      roundings * Upper.minusLogOfOneMinus(u) + Upper.minusLogOfOneMinus(sumError(x.count)))
    let sum = stored(ErrorBound(relative: relative, absolute: n * tiny))
    // Each entry is stored by itself, so underflow there counts n times.
    return sum.bound(of: 1) + (n - 1) * stored(ErrorBound()).absolute
  }
}
