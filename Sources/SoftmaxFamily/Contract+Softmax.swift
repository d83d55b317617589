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
  /// `ŵ_i = e^{−Δ_i}·e^{±δ_i}(1 ± E)` with `δ_i` the error of the exponent, and
  /// `ŝ = s·(1 ± D)(1 ± E)(1 ± σ)` with `D = Σ g_j(e^{δ_j} − 1)`; one rounding for the quotient,
  /// or two for a reciprocal and a product. Terms that underflow in exp lose at most
  /// `(E/u + 1)η` of the numerator, and as much of the sum, which is at least one.
  private func shiftedSoftmax(_ row: SoftmaxRow, roundings: Int) -> [ErrorBound] {
    let sum = sumOfExponentials(row)
    let quotient = Double(roundings) * Upper.minusLogOfOneMinus(u)
    return row.exponentErrors.map { delta in
      let numerator = delta + Upper.minusLogOfOneMinus(exponentialError)
      let relative = Upper.exponentialMinusOne(numerator + sum + quotient)
      return stored(ErrorBound(relative: relative, absolute: exponentialTiny))
    }
  }

  /// T2: `ĝ_i = exp(fl(x_i − ŷ))`: relative error `(1 + E)e^{e_y(1+u) + u|x_i − y|} − 1`.
  private func divisionFreeSoftmax(_ row: SoftmaxRow) -> [ErrorBound] {
    let logSumExp = logSumExpError(row)
    return zip(row.gaps, row.exponentErrors).map { gap, delta in
      guard gap.isFinite else { return ErrorBound(absolute: exponentialTiny) }
      let exponent = delta + logSumExp * (1 + u) + u * (gap + row.logSum + logSumExp)
      let relative =
        Upper.exponentialMinusOne(exponent + Upper.minusLogOfOneMinus(exponentialError))
      return stored(ErrorBound(relative: relative, absolute: exponentialTiny))
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
  /// Without a claim the maximum may be a running one, with the sum so far rescaled by
  /// `e^{m − m′}` each time it rises: an exponential and a product more for every rise, and the
  /// roundings of the differences, which add up to those of `Δ` once more.
  func sumOfExponentials(_ row: SoftmaxRow) -> Double {
    let drift = Upper.minusLogOfOneMinus(meanDrift(row, errors: row.exponentErrors))
    let exponential = Upper.minusLogOfOneMinus(exponentialError)
    let sigma = sumError(row.gaps.count) + Double(row.gaps.count) * exponentialTiny
    let once = drift + exponential + Upper.minusLogOfOneMinus(sigma)
    guard claims.algorithm == nil else { return once }
    let rescaling = exponential + Upper.minusLogOfOneMinus(u + exponentialTiny)
    return once + drift + Double(row.rescalings) * rescaling
  }

  /// `D = Σ g_j(e^{δ_j} − 1)`, which also bounds `Σ g_j(1 − e^{−δ_j})`.
  private func meanDrift(_ row: SoftmaxRow, errors: [Double]) -> Double {
    var drift = 0.0
    for (index, delta) in errors.enumerated() where delta != 0 {
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
  /// `u|y| + (1 + u)·e` with `e` the error of the logarithm. T3u, for the unshifted form:
  /// `L|y|` and the error of the sum.
  func logSumExpError(_ row: SoftmaxRow) -> Double {
    if claims.algorithm == .unshifted {
      guard unshiftedIsSafe(row) else { return .infinity }
      return logarithmError * row.logSumExp + (1 + logarithmError) * unshiftedSumError(row)
    }
    let y = row.logSumExp
    let logarithm = claims.logSumExp == .log1p ? logOfOnePlusRestError(row) : logOfSumError(row)
    return u * y + (1 + u) * (logarithm + row.maximumError) + tiny
  }

  /// The absolute error of `log ŝ`: `L(log s + r) + r`, with `r` the error of the sum.
  func logOfSumError(_ row: SoftmaxRow) -> Double {
    let r = sumOfExponentials(row)
    return logarithmError * (row.logSum + r) + r + logarithmTiny
  }

  /// The absolute error of `log1p(ŝ − 1)`, with the greatest term left out of the sum.
  ///
  /// The relative error of the sum counts only with the weight `ω = s′/(1 + s′)` of the other
  /// terms. What they lose where they underflow is absolute, and counts in full however
  /// small they are.
  private func logOfOnePlusRestError(_ row: SoftmaxRow) -> Double {
    let sum = sumOfExponentials(row)
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

extension Contract {
  /// How much the entries of softmax may be out of order, at an entry of the given size.
  ///
  /// `x_i ≤ x_j` gives `d_i ≤ d_j` exactly, `e^{d_i}(1 ± E)` each, and monotone operations after that:
  /// `ĝ_i ≤ ĝ_j(1 + E)/(1 − E)` and what underflow in exp may lose. Nothing where exp is claimed
  /// to be monotone. The roundings after exp act on both alike, and can only widen the gap by
  /// one of them each.
  public func orderSlack(of value: Double) -> Double {
    guard claims.monotone != true else { return 0 }
    let relative = Upper.exponentialMinusOne(
      2 * Upper.minusLogOfOneMinus(exponentialError) + 2 * Upper.minusLogOfOneMinus(u))
    return stored(ErrorBound(relative: relative, absolute: 2 * exponentialTiny)).bound(
      of: value * (1 + format.unitRoundoff))
  }
}
