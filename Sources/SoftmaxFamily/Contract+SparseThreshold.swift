import Arithmetic

/// The error of the threshold of α-entmax, for every honest way to find it.
extension Contract {
  /// Whether a row's threshold is claimed to be found by sorting, which for other `α` nobody can.
  func sorts(_ row: SparseRow) -> Bool { claims.sparseMap == .sort && row.prefixes != nil }

  /// The largest error of a computed threshold `τ̂`, in units of `(α − 1)z`.
  ///
  /// Without a claim the larger of the errors of sorting and of bisection.
  func thresholdError(_ row: SparseRow) -> Double {
    let bisection = bisectionError(row)
    guard let prefixes = row.prefixes, claims.sparseMap != .bisection else { return bisection }
    let sorting =
      row.a == 1 ? sparsemaxThresholdError(row, prefixes) : entmax15ThresholdError(row, prefixes)
    return sorts(row) ? sorting : max(sorting, bisection)
  }

  /// The magnitude of the greatest entry, where it is not claimed to be subtracted first.
  private func offset(_ row: SparseRow) -> Double {
    claims.sparseMap == .sort ? 0 : row.a * abs(row.maximum)
  }

  /// The errors of the scaled entries, whether they are shifted first or the threshold is not.
  func inputErrors(_ row: SparseRow) -> [Double] {
    row.entries.map { entry in
      guard entry.isFinite else { return 0 }
      let difference = row.maximum - entry
      let shift = differenceError(row.maximum, entry)
      let scaled = productError(row.a, difference)
      let product = scaled == 0 && shift == 0 ? 0 : u * row.a * difference * (1 + u) + tiny
      let shifted = row.a * shift * (1 + u) + (row.a == 1 ? 0 : product)
      let direct = claims.sparseMap == .sort ? 0 : productError(row.a, entry)
      return max(shifted, direct) + row.a * (flushed(entry) + flushed(row.maximum)) + tiny
    }
  }

  /// The relative error of a power `x^β`, by a power function or by `e^{β log x}`, with `β` rounded.
  ///
  /// Where sorting is claimed, it is a product or nothing at all.
  func powerError(_ row: SparseRow, of power: Double) -> Double {
    if sorts(row) { return row.a == 1 ? 0 : u }
    return powerError(of: power)
  }

  /// The relative error of a power: that of exp, and `(L + 2u)|log p|` of its argument.
  ///
  /// Where the power may be anything from zero on, `p|log p|` is at most what it is at its end, or
  /// the end itself if that is above `1/e`.
  func powerError(of power: Double) -> Double {
    guard power > 0 else { return 0 }
    let logarithm = max(1, abs(Upper.minusLogarithm(power)))
    return Upper.exponentialMinusOne(
      Upper.minusLogOfOneMinus(exponentialError) + (logarithmError + 2 * u) * logarithm)
  }

  /// The error of adding up to `count` terms that are not zero, out of `n`.
  func sparseSumError(_ count: Int, of n: Int) -> Double {
    claims.summation == .pairwise ? sumError(n) : sumError(count)
  }
}

// MARK: - Bisection
extension Contract {
  /// T17: the error of bisection.
  ///
  /// A step is right where the sum `F` of the probabilities differs from one by more than the error
  /// `ρ` of computing it: of each argument of a power, of the power, and of the sum. So the bracket
  /// ends up within `δ(ρ)` of the threshold, the largest distance at which the monotone `F` is
  /// within `ρ` of one. To that comes the width of the last bracket: `2^-50` of the first, which is
  /// at most one, as published code takes fifty steps; or where that is more, two units in the
  /// last place of a threshold, which has the offset of the row unless that is subtracted.
  ///
  /// `ρ` is taken over the whole interval that is claimed to hold `τ̂`, which is enlarged until it does.
  private func bisectionError(_ row: SparseRow) -> Double {
    let width = 0x1p-50 + 2 * u * (offset(row) + 1)
    let inputs = inputErrors(row)
    var delta = row.thresholdError(forResidual: residual(row, inputs, within: 0)) + width
    while delta < 4 {
      let next = row.thresholdError(forResidual: residual(row, inputs, within: delta)) + width
      if next <= delta { return delta }
      delta = next * 1.0625
    }
    return .infinity
  }

  /// The error `ρ` of computing the sum of the probabilities, for thresholds within `δ` of the true one.
  private func residual(_ row: SparseRow, _ inputs: [Double], within delta: Double) -> Double {
    var error = 0.0
    var mass = 0.0
    var count = 0
    for i in row.distances.indices where row.distances[i] + delta > 0 {
      let x = max(row.distances[i], 0) + delta
      let power = row.probabilities[i] + row.movement(i, by: delta, exponent: row.exponent)
      let argument = SparseRow.movement(
        of: x, by: inputs[i] + u * x + tiny, exponent: row.exponent)
      error += argument + (power + argument) * powerError(row, of: power) + tiny
      mass += power
      count += 1
    }
    return error + sparseSumError(count, of: row.gaps.count) * (mass + error)
  }
}

// MARK: - Sorting
extension Contract {
  /// T15: the error of sparsemax's threshold `(S_k − 1)/k`, by sorted sums or by an active set.
  ///
  /// With `A_j = Σ_{i≤j}|z_i|` a prefix has `τ̂_j = τ_j ± B_j`, `jB_j = (σ_j + 3u)A_j + 2u`: the sum, the
  /// subtraction of one, the quotient. Its last entry is compared with it as `1 + jz_j > S_j`,
  /// which is decided wrongly only if `j|z_j − τ_j| ≤ jC_j = (σ_j + 3u)A_j + 3uj|z_j| + 2u`. So the
  /// support found is a prefix from the first to the last that may be accepted, and the error
  /// `|τ_j − τ| + B_j` of one of them.
  ///
  /// An active set drops entries below the threshold of a set that is too large, a prefix with
  /// `τ − τ_j ≤ B_j`: at most those with `p_i ≤ B_j`, whose loss moves the threshold by their sum over
  /// the number that is left.
  private func sparsemaxThresholdError(_ row: SparseRow, _ sorted: SparsePrefixes) -> Double {
    let offset = offset(row)
    func total(_ prefix: SparsePrefixes.Prefix) -> Double {
      let sigma = Double(prefix.count - 1) * u + 3 * u
      return sigma * (prefix.mean + offset) + 2 * u / Double(prefix.count)
    }
    func comparison(_ prefix: SparsePrefixes.Prefix) -> Double {
      let last = sorted.threshold.high - prefix.excess - prefix.margin
      return total(prefix) + 3 * u * (last + offset)
    }
    let sortingError = largestError(
      sorted, up: { total($0) }, down: { total($0) }, wrongly: comparison)
    guard claims.sparseMap == nil else { return sortingError }
    let reach = sorted.prefixes.dropFirst(sorted.support - 1).reduce(0) { reach, prefix in
      -prefix.excess <= total(prefix) ? max(reach, total(prefix)) : reach
    }
    let lost = row.probabilities.filter { $0 > 0 && $0 <= reach }
    guard !lost.isEmpty else { return sortingError }
    let left = row.probabilities.count { $0 > reach }
    guard left > 0 else { return .infinity }
    return sortingError + reach + lost.reduce(0, +) / Double(left)
  }

  /// T16: the error of 1.5-entmax's threshold `M − √((1 − S)/k)`, with `S = k(M₂ − M²)`, by sorted sums.
  ///
  /// The mean `M_j` is off by `(σ_j + 2u)|M|`, `q = (1 − S)/j` by `e = (3σ_j + 8u)M₂ + 3u|q|`: the mean of
  /// squares, the square of the mean, their difference, product and quotient. Where `q` may be
  /// negative it is taken for zero. The square root is off by `e/(√q + √(q ± e))`, which near a
  /// one-hot answer, where `√q ≈ 1/j`, is `j` times larger than `e`. A prefix is accepted if its last
  /// entry is at least its computed threshold. The maximum has to be subtracted first: without that
  /// `M₂ − M²` has no accuracy at all.
  private func entmax15ThresholdError(_ row: SparseRow, _ sorted: SparsePrefixes) -> Double {
    func errors(_ prefix: SparsePrefixes.Prefix) -> (up: Double, down: Double) {
      let sigma = Double(prefix.count - 1) * u
      let e = (3 * sigma + 8 * u) * prefix.meanSquare + 3 * u * abs(prefix.square)
      let root = max(prefix.square, 0).squareRoot()
      let least = max(prefix.square - e, 0).squareRoot()
      let greatest = max(prefix.square + e, 0).squareRoot()
      let common = (sigma + 4 * u) * prefix.mean + 2 * u * (root + greatest)
      let lost = min(e, max(prefix.square, 0))
      let gained = min(e, max(prefix.square + e, 0))
      return (
        common + (lost == 0 ? 0 : lost / (root + least)),
        common + (gained == 0 ? 0 : gained / (root + greatest))
      )
    }
    return largestError(
      sorted, up: { errors($0).up }, down: { errors($0).down },
      wrongly: { max(errors($0).up, errors($0).down) })
  }

  /// The largest error of the threshold among the prefixes that may be taken for the support.
  private func largestError(
    _ sorted: SparsePrefixes, up: (SparsePrefixes.Prefix) -> Double,
    down: (SparsePrefixes.Prefix) -> Double, wrongly: (SparsePrefixes.Prefix) -> Double
  ) -> Double {
    let prefixes = sorted.prefixes
    let last = prefixes.lastIndex { $0.margin >= -wrongly($0) } ?? 0
    let firstRefused = prefixes.dropFirst().firstIndex { $0.margin <= wrongly($0) }
    let first = min((firstRefused ?? prefixes.count) - 1, last)
    return prefixes[max(first, 0)...last].reduce(0) {
      max($0, abs($1.excess) + max(up($1), down($1)))
    } * (1 + 8 * u)
  }
}
