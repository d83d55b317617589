import Arithmetic

/// Theorems about two answers, or about an answer and its neighbours, that are sharper than the
/// errors of both: what the two have in common cancels.
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

  /// How much the sigmoid may fall from one number to a greater one, at a value.
  ///
  /// `1/(1 + e^{−x})` is a chain of monotone operations, so with a monotone exp it does not fall at all.
  /// In `t/(1 + t)` numerator and denominator both grow, and either rounding may go down: two
  /// of them, without the error of exp. Without the claim both errors of T5 count.
  public func sigmoidOrderSlack(of value: Double) -> Double? {
    guard claims.monotone == true, claims.sigmoid != .tanh else { return nil }
    guard claims.sigmoid != .oneBranch else { return 0 }
    let roundings = Upper.exponentialMinusOne(4 * Upper.minusLogOfOneMinus(u))
    return stored(ErrorBound(relative: roundings, absolute: tiny)).bound(of: value)
  }

  /// The least that the sigmoid may return at a number: `η` where it cannot vanish, or zero.
  ///
  /// In two branches with gradual underflow the result is what exp returned, off by at most its units in
  /// the last place `η`. Otherwise a number `eN` or more is normal, and stays one.
  public func leastSigmoid(_ x: Double) -> Double {
    let value = sigmoidValue(x) * (1 - 0x1p-30)
    let isGradual = !flushes && claims.sigmoid == .twoBranch
    let units = (claims.exponentialUlps ?? 3) * working.leastSubnormal
    let lost = format == working ? 0 : format.leastSubnormal
    let least = isGradual ? units + lost : 3 * format.leastNormal
    return claims.sigmoid != .tanh && value > least ? format.leastSubnormal : 0
  }

  /// What the order of the entries may change in softmax, relative to an entry.
  ///
  /// An exp that is claimed to be monotone is one function of its argument, wherever in the row it
  /// stands. Then both rows have the same exponentials, and sums of them in two orders: each
  /// within `σ` of the exact sum, and quotients rounded apart. Two terms have one sum, and
  /// nothing changes. There is no such bound for exps that depend on the position.
  public func reordering(of count: Int) -> ErrorBound? {
    guard claims.monotone == true, cancelsShifts else { return nil }
    guard count > 2 else { return ErrorBound() }
    let roundings = claims.algorithm == .shiftRecip ? 4.0 : 2
    let relative = Upper.exponentialMinusOne(
      2 * Upper.minusLogOfOneMinus(sumError(count)) + roundings * Upper.minusLogOfOneMinus(u))
    return stored(stored(ErrorBound(relative: relative, absolute: 2 * tiny)))
  }

  /// The relative errors of the odds `ĝ_i/ĝ_k`, where all entries are normal numbers.
  ///
  /// The sum is the same in both and cancels, however long the row: what is left are two
  /// exponents, two exponentials, one of them `e^0` perhaps, and two quotients. `nil` where
  /// numerators and sum need not be shared.
  public func odds(_ x: [Double], scale: Double = 1, to pivot: Int) -> [Double]? {
    guard cancelsShifts else { return nil }
    let row = SoftmaxRow(x, scale: scale, contract: self)
    let e = Upper.minusLogOfOneMinus(exponentialError)
    let roundings = claims.algorithm == .shiftRecip ? 2.0 : 1
    let quotient = roundings * Upper.minusLogOfOneMinus(u)
    let storage = working == format ? 0 : Upper.minusLogOfOneMinus(format.unitRoundoff)
    let errors = row.gaps.indices.map { i in
      row.exponentErrors[i] + (row.gaps[i] == 0 ? 0 : e) + quotient + storage
    }
    return errors.map { Upper.exponentialMinusOne($0 + errors[pivot]) }
  }

  /// The errors of the differences `l̂_i − l̂_k` of log-softmax.
  ///
  /// Each is `fl(fl(x_i − m) − c)` or `fl(x_i − c)` with one number `c` for the whole row, so that its
  /// error cancels: the roundings of the two results and of the two shifts are left.
  public func logSoftmaxDifferences(_ x: [Double], to pivot: Int) -> [Double]? {
    guard shiftsOnce else { return nil }
    let row = SoftmaxRow(x, contract: self)
    let common = cancelsShifts ? logOfSumError(row) : logSumExpError(row)
    let errors = row.gaps.indices.map { i in
      let size = row.gaps[i] + row.logSum + common
      let rounding = ErrorBound(relative: u, absolute: (1 + u) * row.exponentErrors[i] + tiny)
      return stored(rounding).bound(of: size)
    }
    return errors.map { $0 + errors[pivot] }
  }

  /// The error of `logSumExp(x + c) − logSumExp(x) − c` where `x + c` and all differences are exact.
  ///
  /// Both are `fl(m + l̂)` with one and the same computed `l̂`, and so are off by a rounding each.
  public func shiftedLogSumExp(_ x: [Double], by shift: Double) -> Double? {
    guard cancelsShifts else { return nil }
    let row = SoftmaxRow(x, contract: self)
    let common = logOfSumError(row)
    let sizes = [0, shift].map { abs(row.maximum + $0) + row.logSum + common }
    return sizes.reduce(0) { $0 + stored(ErrorBound(relative: u, absolute: tiny)).bound(of: $1) }
  }

  /// T10 for the sum of the gradient `ĝ_k Ŝ − t_k` over the classes, which should vanish.
  ///
  /// `Σ ĝ_k` is within T1s of one, however good exp is; `Ŝ` has the error `σ` of a sum. The product
  /// and the difference are rounded for each class, relative to terms that add up to `S` and to
  /// at most `2S`.
  public func sumOfGradient(_ targets: [Double], _ logits: [Double]) -> Double? {
    guard cancelsShifts else { return nil }
    let inner = unrounded
    let mass = targets.reduce(0) { $0 + abs($1) } * (1 + 0x1p-40)
    let probabilities = inner.sumOfProbabilities(logits)
    let sigma = sumError(targets.count)
    let product = mass * (1 + probabilities) * (1 + sigma)
    let absolute =
      mass * Upper.compound(probabilities, sigma) + u * product + u * (product * (1 + u) + mass)
    let count = Double(targets.count)
    let storage = stored(ErrorBound(absolute: 2 * count * tiny + absolute))
    return storage.bound(of: 2 * mass) + count * stored(ErrorBound()).absolute
  }
}
