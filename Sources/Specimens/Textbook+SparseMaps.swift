import SoftmaxFamily

/// Sparsemax, α-entmax, α-ReLU and their losses.
extension Textbook {
  /// The greatest score, NaN if one is; `nil` if there is none.
  private static func greatest(_ z: [Scalar]) -> Scalar? {
    z.contains(where: \.isNaN) ? .nan : z.max()
  }

  /// Subtracts the maximum, sorts, and takes the longest prefix with `1 + kz_k > Σ z`.
  static func sparsemax(_ z: [Scalar]) -> [Scalar] {
    guard let maximum = greatest(z) else { return [] }
    let shifted = z.map { $0 - maximum }
    var sum: Scalar = 0
    var threshold: Scalar = -1
    for (index, entry) in shifted.sorted(by: >).enumerated() where entry > -.infinity {
      let count = Scalar(index + 1)
      sum += entry
      if 1 + count * entry > sum { threshold = (sum - 1) / count }
    }
    return maximum.isFinite ? shifted.map { max($0 - threshold, 0) } : z.map { _ in .nan }
  }

  /// Subtracts the maximum, sorts, and takes the longest prefix whose threshold
  /// `M − √((1 − S)/k)`, `S = k(M_2 − M²)`, is not above its last entry.
  static func entmax15(_ z: [Scalar]) -> [Scalar] {
    guard let maximum = greatest(z) else { return [] }
    let shifted = z.map { ($0 - maximum) / 2 }
    var (sum, squares) = (0 as Scalar, 0 as Scalar)
    var threshold: Scalar = -1
    for (index, entry) in shifted.sorted(by: >).enumerated() where entry > -.infinity {
      let count = Scalar(index + 1)
      sum += entry
      squares += entry * entry
      let mean = sum / count
      let spread = count * (squares / count - mean * mean)
      let candidate = mean - max((1 - spread) / count, 0).squareRoot()
      if candidate <= entry { threshold = candidate }
    }
    guard maximum.isFinite else { return z.map { _ in .nan } }
    return shifted.map {
      let distance = max($0 - threshold, 0)
      return distance * distance
    }
  }

  /// Subtracts the maximum, halves the bracket of the threshold until it does not change, and
  /// divides by the sum.
  static func entmax(_ z: [Scalar], _ alpha: Scalar) -> [Scalar] {
    guard let maximum = greatest(z) else { return [] }
    let a = alpha - 1
    guard maximum.isFinite, a > 0 else { return z.map { _ in .nan } }
    let shifted = z.map { a * ($0 - maximum) }
    func powers(_ threshold: Scalar) -> [Scalar] {
      shifted.map { max($0 - threshold, 0).power(1 / a) }
    }
    var (low, high) = (-1 as Scalar, 0 as Scalar)
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if powers(middle).reduce(0, +) >= 1 { low = middle } else { high = middle }
    }
    let p = powers(low)
    let sum = p.reduce(0, +)
    return p.map { $0 / sum }
  }

  /// `[(α − 1)z − τ]_+^{1/(α−1)}`.
  static func alphaReLU(_ z: [Scalar], _ alpha: Scalar, _ tau: Scalar) -> [Scalar] {
    z.map { max((alpha - 1) * $0 - tau, 0).power(1 / (alpha - 1)) }
  }

  /// `p^{2−α}` on the support, and zero off it.
  static func slopes(_ p: [Scalar], _ alpha: Scalar) -> [Scalar] {
    p.map { $0 > 0 ? $0.power(2 - alpha) : 0 }
  }

  /// `s ⊙ (v − ⟨s, v⟩/Σs)`.
  static func sparseProduct(_ slopes: [Scalar], _ v: [Scalar]) -> [Scalar] {
    let mean = zip(slopes, v).reduce(0) { $0 + $1.0 * $1.1 } / slopes.reduce(0, +)
    return zip(slopes, v).map { $0 * ($1 - mean) }
  }

  /// `⟨p − t, z⟩ + Σ (t^α − p^α)/(α(α − 1))`.
  static func fenchelYoung(
    _ targets: [Scalar], _ p: [Scalar], _ scores: [Scalar], _ alpha: Scalar
  ) -> Scalar {
    var (product, powers) = (0 as Scalar, 0 as Scalar)
    for (t, (p, z)) in zip(targets, zip(p, scores)) where p != 0 || t != 0 {
      product += (p - t) * z
      powers += t.power(alpha) - p.power(alpha)
    }
    return product + powers / (alpha * (alpha - 1))
  }

  static func plugSparseMaps(_ functions: inout SwiftFunctions<Scalar>) {
    functions.sparsemax = { sparsemax($0) }
    functions.entmax15 = { entmax15($0) }
    functions.entmax = { entmax($0, $1) }
    functions.alphaReLU = { alphaReLU($0, $1, $2) }
    functions.sparsemaxVectorJacobianProduct = { sparseProduct(slopes(sparsemax($0), 2), $1) }
    functions.entmax15VectorJacobianProduct = { sparseProduct(slopes(entmax15($0), 1.5), $1) }
    functions.entmaxVectorJacobianProduct = { z, v, alpha in
      sparseProduct(slopes(entmax(z, alpha), alpha), v)
    }
    functions.alphaReLUVectorJacobianProduct = { z, v, alpha, tau in
      zip(slopes(alphaReLU(z, alpha, tau), alpha), v).map { $0 * $1 }
    }
  }

  static func plugFenchelYoung(_ functions: inout SwiftFunctions<Scalar>) {
    functions.sparsemaxLoss = { t, z in fenchelYoung(t, sparsemax(z), z, 2) }
    functions.entmax15Loss = { t, z in fenchelYoung(t, entmax15(z), z, 1.5) }
    functions.entmaxLoss = { t, z, alpha in fenchelYoung(t, entmax(z, alpha), z, alpha) }
    functions.alphaReLULoss = { t, z, alpha, tau in
      fenchelYoung(t, alphaReLU(z, alpha, tau), z.map { $0 - tau / (alpha - 1) }, alpha)
    }
    functions.sparsemaxLossGradient = { t, z in zip(sparsemax(z), t).map { $0 - $1 } }
    functions.entmax15LossGradient = { t, z in zip(entmax15(z), t).map { $0 - $1 } }
    functions.entmaxLossGradient = { t, z, alpha in zip(entmax(z, alpha), t).map { $0 - $1 } }
    functions.alphaReLULossGradient = { t, z, alpha, tau in
      zip(alphaReLU(z, alpha, tau), t).map { $0 - $1 }
    }
  }
}
