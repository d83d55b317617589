import Arithmetic

extension Contract {
  /// T7: the error of binary cross-entropy with logits, summed over its terms.
  ///
  /// A term `max(z, 0) − zt + log1p(e^{−|z|})` has the relative error of softplus, and the
  /// roundings of `zt` or `(1 − t)z`. For a hard target these are exact, and a term is
  /// `softplus(±z)` as accurate as that is.
  func binaryCrossEntropyWithLogits(_ targets: [Double], _ logits: [Double]) -> ErrorBound {
    let softplus = unrounded.softplus()
    var absolute = 0.0
    for (t, z) in zip(targets, logits) {
      let hard = t == 0 || t == 1
      absolute += (hard ? 0 : 3 * u * abs(z)) + softplus.absolute + 2 * tiny
    }
    // The terms cancel nothing, so errors relative to them are relative to their sum.
    let sigma = sumError(targets.count)
    let relative = Upper.compound(Upper.compound(softplus.relative, 2 * u), sigma)
    return stored(ErrorBound(relative: relative, absolute: absolute * (1 + sigma) * (1 + 2 * u)))
  }

  /// T8: the error of categorical cross-entropy with logits.
  ///
  /// By log-softmax, `Σ |t|(e_k + u|l_k|)` with `e_k` of T4 and the error of the sum; without a
  /// claim also `Σt·y − ⟨t, z⟩`, which cancels where the logits have a common offset.
  func categoricalCrossEntropyWithLogits(_ rows: [(targets: [Double], logits: [Double])])
    -> ErrorBound
  {
    let inner = unrounded
    let mayCancel = claims.algorithm == nil || claims.algorithm == .expOfXMinusLSE
    var error = 0.0
    var size = 0.0
    for (targets, logits) in rows {
      let row = SoftmaxRow(logits, contract: inner)
      let values = zip(targets, row.gaps).map { $0 == 0 ? 0 : abs($0) * ($1 + row.logSum) }
      size += values.reduce(0, +)
      let direct = mayCancel ? inner.logSumExpLoss(targets, logits, row) : 0
      error += max(inner.logSoftmaxLoss(targets, row), direct)
    }
    let count = rows.reduce(0) { $0 + $1.targets.count }
    let sigma = Upper.compound(u, sumError(count))
    return stored(ErrorBound(absolute: error * (1 + sigma) + sigma * size))
  }

  /// The errors of log-softmax, weighted with the targets.
  private func logSoftmaxLoss(_ targets: [Double], _ row: SoftmaxRow) -> Double {
    var error = 0.0
    for (k, bound) in logSoftmax(row).enumerated() where targets[k] != 0 {
      error += abs(targets[k]) * bound.bound(of: row.gaps[k] + row.logSum) + tiny
    }
    return error
  }

  /// The error of `Σt·y − ⟨t, z⟩`: that of log-sum-exp, and roundings of the terms that cancel.
  private func logSumExpLoss(
    _ targets: [Double], _ logits: [Double], _ row: SoftmaxRow
  ) -> Double {
    let mass = targets.reduce(0) { $0 + abs($1) }
    let terms = zip(targets, logits).reduce(mass * row.logSumExp) {
      $1.0 == 0 ? $0 : $0 + abs($1.0 * $1.1)
    }
    let gamma = Upper.compound(2 * u, sumError(targets.count))
    let error = mass * logSumExpError(row)
    return error * (1 + gamma) + gamma * terms + Double(targets.count) * tiny
  }

  /// T10: the error of `σ(z) − t`.
  func binaryCrossEntropyWithLogitsGradient(_ target: Double, _ logit: Double) -> ErrorBound {
    let error = workingSigmoid(logit).bound(of: sigmoidValue(logit))
    return stored(ErrorBound(relative: u, absolute: error * (1 + u)))
  }

  /// The error of `−t/p` or `−t(1/p)`: two roundings, and underflow.
  ///
  /// There is no bound where `1/p` overflows, which only one of the forms does.
  func categoricalCrossEntropyGradient(_ p: Double) -> ErrorBound {
    guard p >= 1 / working.greatestFinite, flushed(p) == 0 else { return .infinite }
    return stored(ErrorBound(relative: 2 * u * (1 + u), absolute: tiny))
  }

  /// T10: the error of `g Σt − t` in one row.
  func categoricalCrossEntropyWithLogitsGradient(_ targets: [Double], _ logits: [Double])
    -> [ErrorBound]
  {
    let row = SoftmaxRow(logits, contract: unrounded)
    let mass = targets.reduce(0) { $0 + abs($1) } * (1 + 0x1p-40)
    let massError = sumError(targets.count) * mass
    return zip(unrounded.softmax(row), row.probabilities).map { bound, g in
      let error = bound.bound(of: g)
      let product = error * (mass + massError) + g * massError
      return stored(
        ErrorBound(relative: u, absolute: (product + u * (g + error) * mass) * (1 + u) + tiny))
    }
  }
}
