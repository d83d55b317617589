import Arithmetic

extension Reference {
  /// `−Σ (t log y + (1 − t) log(1 − y))`.
  static func binaryCrossEntropy(_ targets: [Ball], _ probabilities: [Ball]) -> Ball {
    zip(targets, probabilities).reduce(0) { sum, pair in
      let (t, y) = pair
      return sum - product(t, y.logarithm()) - product(1 - t, (-y).logarithmOfOnePlus())
    }
  }

  /// `Σ (t softplus(−z) + (1 − t) softplus(z))`, which for targets in `[0, 1]` cancels nothing.
  static func binaryCrossEntropyWithLogits(_ targets: [Ball], _ logits: [Ball]) -> Ball {
    zip(targets, logits).reduce(0) { sum, pair in
      let (t, z) = pair
      return sum + product(t, softplus(-z)) + product(1 - t, softplus(z))
    }
  }

  /// `−Σ t log y`.
  static func categoricalCrossEntropy(_ targets: [Ball], _ probabilities: [Ball]) -> Ball {
    zip(targets, probabilities).reduce(0) { $0 - product($1.0, $1.1.logarithm()) }
  }

  /// `−Σ t logSoftmax(z)` of one row.
  static func categoricalCrossEntropyWithLogits(_ targets: [Ball], _ logits: [Ball]) -> Ball {
    zip(targets, CertifiedRow(logits).logSoftmax).reduce(0) { $0 - product($1.0, $1.1) }
  }

  /// `σ(z) − t`, as `(1 − t)σ(z) − tσ(−z)`, accurate for hard targets; the radius is relative to the two
  /// terms, which cancel near the minimum of the loss.
  static func binaryCrossEntropyGradient(_ t: Ball, _ z: Ball) -> Ball {
    (1 - t) * sigmoid(z) - t * sigmoid(-z)
  }

  /// `g Σt − t` of one row, as `g(Σt − t) − t(1 − g)`, accurate for hard targets; the radius is relative to the
  /// two terms, which cancel near the minimum of the loss.
  static func categoricalCrossEntropyGradient(_ targets: [Ball], _ logits: [Ball]) -> [Ball] {
    let row = CertifiedRow(logits)
    let mass = Ball.sum(of: targets)
    return zip(targets, zip(row.softmax, row.complements)).map { t, g in
      g.0 * (mass - t) - t * g.1
    }
  }
}
