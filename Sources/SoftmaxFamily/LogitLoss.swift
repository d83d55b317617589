import Arithmetic

/// One row of targets and computed logits, as losses and their gradients need it.
struct LogitLoss {
  /// The targets.
  let targets: [Double]
  /// The logits, with their errors.
  let logits: [Approximation]
  /// Softmax of the logits.
  let row: SoftmaxRow

  /// An upper bound of the sum of the targets' magnitudes.
  var mass: Double { targets.reduce(0) { $0 + abs($1) } * (1 + 0x1p-40) }
}

extension Contract {
  /// T10: the errors of `g Σt − t` in one row.
  ///
  /// Without a claim it may be the derivative of `−Σ t log g`, `g ⊙ (v − ⟨g, v⟩)` with `v = −t/g`: of
  /// quotients and products that are `t` and `g Σt` up to six roundings and a sum.
  func outerError(_ loss: LogitLoss) -> [Approximation] {
    let mass = loss.mass
    let signed = loss.targets.reduce(0, +)
    let massError = sumError(loss.targets.count) * mass
    let chain = claims.algorithm == nil ? Upper.compound(6 * u, sumError(loss.targets.count)) : 0
    let bounds = softmax(loss.row)
    return loss.targets.indices.map { k in
      let (g, t) = (loss.row.probabilities[k], loss.targets[k])
      let error = bounds[k].bound(of: g)
      let product = error * (mass + massError) + g * massError + u * (g + error) * mass
      // The probability is at most 2^-37 of itself too large.
      let value = Ball(g * signed - t).widened(by: 0x1p-36 * (g * mass + abs(t)))
      let size = value.magnitudeBound + product
      return Approximation(
        value, error: product * (1 + u) + u * size + chain * (mass + abs(t)) + 4 * tiny)
    }
  }
}
