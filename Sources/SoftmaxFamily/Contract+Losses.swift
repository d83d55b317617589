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

  /// T8: the error of categorical cross-entropy with logits, by log-softmax.
  ///
  /// `Σ |t|(e_k + u|l_k|)` with `e_k` of T4, and the error of the sum.
  func categoricalCrossEntropyWithLogits(_ rows: [(targets: [Double], logits: [Double])])
    -> ErrorBound
  {
    var error = 0.0
    var size = 0.0
    for (targets, logits) in rows {
      let row = SoftmaxRow(logits, contract: unrounded)
      for (k, bound) in unrounded.logSoftmax(row).enumerated() where targets[k] != 0 {
        let value = row.gaps[k] + row.logSum
        error += abs(targets[k]) * bound.bound(of: value) + tiny
        size += abs(targets[k]) * value
      }
    }
    let count = rows.reduce(0) { $0 + $1.targets.count }
    let sigma = Upper.compound(u, sumError(count))
    return stored(ErrorBound(absolute: error * (1 + sigma) + sigma * size))
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
