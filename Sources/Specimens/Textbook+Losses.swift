/// Cross-entropy, with probabilities and with logits.
extension Textbook {
  /// `−Σ (t log y + (1 − t) log1p(−y))`.
  static func binaryCrossEntropy(
    _ targets: [Scalar], _ probabilities: [Scalar], _ summation: Summation<Scalar> = .inOrder
  ) -> Scalar {
    summation.sum(
      zip(targets, probabilities).flatMap { t, y in
        let other = t == 1 ? 0 : (1 - t) * (-y).logarithmOfOnePlus
        return [-product(t, logarithmOf: y), -other]
      })
  }

  /// `Σ (max(z, 0) − zt + log1p(e^{−|z|}))`.
  static func binaryCrossEntropyWithLogits(_ targets: [Scalar], _ logits: [Scalar]) -> Scalar {
    zip(targets, logits).reduce(0) { sum, pair in
      let (t, z) = pair
      return sum + ((max(z, 0) - z * t) + (-abs(z)).exponential.logarithmOfOnePlus)
    }
  }

  /// `−Σ t log y`.
  static func categoricalCrossEntropy(
    _ targets: [[Scalar]], _ probabilities: [[Scalar]], _ summation: Summation<Scalar> = .inOrder
  ) -> Scalar {
    summation.sum(
      zip(targets, probabilities).flatMap { targets, probabilities in
        zip(targets, probabilities).map { -product($0, logarithmOf: $1) }
      })
  }

  /// `−Σ t logSoftmax(z)`.
  static func categoricalCrossEntropyWithLogits(
    _ targets: [[Scalar]], _ logits: [[Scalar]]
  ) -> Scalar {
    zip(targets, logits).reduce(0) { sum, rows in
      zip(rows.0, logSoftmax(rows.1)).reduce(sum) { $1.0 == 0 ? $0 : $0 - $1.0 * $1.1 }
    }
  }

  /// `softmax(z) Σt − t`, row by row.
  static func categoricalCrossEntropyWithLogitsGradient(
    _ targets: [[Scalar]], _ logits: [[Scalar]]
  ) -> [[Scalar]] {
    zip(targets, logits).map { targets, logits in
      let mass = targets.reduce(0, +)
      return zip(targets, softmax(logits)).map { $1 * mass - $0 }
    }
  }
}
