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
    let losses = rows.map { targets, logits in
      LogitLoss(
        targets: targets, logits: logits.map { Approximation($0) },
        row: SoftmaxRow(logits, contract: inner))
    }
    return stored(inner.categoricalCrossEntropy(losses, mayTakeProbabilities: false))
  }

  /// T8 of logits that may have been computed, before the sum is stored.
  ///
  /// A loss that is one of probabilities by definition, as a likelihood is, may also take their
  /// logarithms where no algorithm is claimed.
  func categoricalCrossEntropy(_ rows: [LogitLoss], mayTakeProbabilities: Bool) -> ErrorBound {
    let mayCancel = claims.algorithm == nil || claims.algorithm == .expOfXMinusLSE
    var error = 0.0
    var size = 0.0
    for loss in rows {
      let values = zip(loss.targets, loss.row.gaps).map {
        $0 == 0 ? 0 : abs($0) * ($1 + loss.row.logSum)
      }
      size += values.reduce(0, +)
      let direct = mayCancel ? logSumExpLoss(loss) : 0
      let likelihood =
        mayTakeProbabilities && claims.algorithm == nil ? likelihoodLoss(loss) : 0
      error += max(logSoftmaxLoss(loss.targets, loss.row), direct, likelihood)
    }
    let count = rows.reduce(0) { $0 + $1.targets.count }
    let sigma = Upper.compound(u, sumError(count))
    return ErrorBound(absolute: error * (1 + sigma) + sigma * size)
  }

  /// The error of `−Σ t log g`, of probabilities that are normal numbers; nothing where one is not.
  ///
  /// A relative error `Φ` of `g` moves its logarithm by at most `−log(1 − Φ)`, and without a bound where
  /// `Φ` reaches one. A probability below the
  /// normal range may come back as zero, and its logarithm as no number: no form for there.
  private func likelihoodLoss(_ loss: LogitLoss) -> Double {
    var error = 0.0
    for (k, bound) in softmax(loss.row).enumerated() where loss.targets[k] != 0 {
      let logarithm = loss.row.gaps[k] + loss.row.logSum
      let least = Upper.exponential(-logarithm) * (1 - 0x1p-38)
      guard least > 4 * working.leastNormal else { return 0 }
      let moved = Upper.minusLogOfOneMinus(bound.relative + bound.absolute / least)
      guard moved.isFinite else { return .infinity }
      error += abs(loss.targets[k]) * (moved + logarithmError * (logarithm + moved)) + tiny
    }
    return error
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
  private func logSumExpLoss(_ loss: LogitLoss) -> Double {
    let mass = loss.targets.reduce(0) { $0 + abs($1) }
    var terms = mass * loss.row.logSumExp
    var inherited = 0.0
    for (t, z) in zip(loss.targets, loss.logits) where t != 0 {
      terms += abs(t) * z.reach
      inherited += abs(t) * z.error
    }
    let gamma = Upper.compound(2 * u, sumError(loss.targets.count))
    let error = mass * logSumExpError(loss.row) + inherited
    return error * (1 + gamma) + gamma * terms + Double(loss.targets.count) * tiny
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
