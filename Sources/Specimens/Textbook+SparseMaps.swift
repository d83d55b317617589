import SoftmaxFamily

/// Sparsemax, α-entmax, α-ReLU and their losses.
extension Textbook {
  /// The greatest score, NaN if one is; `nil` if there is none.
  private static func greatest(_ z: [Scalar]) -> Scalar? {
    z.contains(where: \.isNaN) ? .nan : z.max()
  }

  /// Subtracts the maximum, sorts, and takes the longest prefix with `1 + kz_k > Σ z`.
  static func sparsemax(
    _ z: [Scalar], _ summation: Summation<Scalar> = .inOrder
  ) -> [Scalar] {
    guard let maximum = greatest(z) else { return [] }
    let shifted = z.map { $0 - maximum }
    let sorted = shifted.sorted(by: >).filter { $0 > -.infinity }
    var threshold: Scalar = -1
    for (index, (entry, sum)) in zip(sorted, summation.prefixSums(sorted)).enumerated() {
      let count = Scalar(index + 1)
      if 1 + count * entry > sum { threshold = (sum - 1) / count }
    }
    return maximum.isFinite ? shifted.map { max($0 - threshold, 0) } : z.map { _ in .nan }
  }

  /// Subtracts the maximum, sorts, and takes the longest prefix whose threshold
  /// `M − √((1 − S)/k)`, `S = k(M_2 − M²)`, is not above its last entry.
  static func entmax15(
    _ z: [Scalar], _ summation: Summation<Scalar> = .inOrder
  ) -> [Scalar] {
    guard let maximum = greatest(z) else { return [] }
    let shifted = z.map { ($0 - maximum) / 2 }
    let sorted = shifted.sorted(by: >).filter { $0 > -.infinity }
    let sums = summation.prefixSums(sorted)
    let squareSums = summation.prefixSums(sorted.map { $0 * $0 })
    var threshold: Scalar = -1
    for (index, entry) in sorted.enumerated() {
      let count = Scalar(index + 1)
      let (sum, squares) = (sums[index], squareSums[index])
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
  static func entmax(
    _ z: [Scalar], _ alpha: Scalar, _ summation: Summation<Scalar> = .inOrder
  ) -> [Scalar] {
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
      if summation.sum(powers(middle)) >= 1 { low = middle } else { high = middle }
    }
    let p = powers(low)
    let sum = summation.sum(p)
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
  static func sparseProduct(
    _ slopes: [Scalar], _ v: [Scalar], _ summation: Summation<Scalar> = .inOrder
  ) -> [Scalar] {
    let mean = summation.dot(slopes, v) / summation.sum(slopes)
    return zip(slopes, v).map { $0 * ($1 - mean) }
  }

  /// `⟨p − t, z⟩ + Σ (t^α − p^α)/(α(α − 1))`.
  static func fenchelYoung(
    _ targets: [Scalar], _ p: [Scalar], _ scores: [Scalar], _ alpha: Scalar,
    _ summation: Summation<Scalar> = .inOrder
  ) -> Scalar {
    let entries = zip(targets, zip(p, scores)).filter { $0 != 0 || $1.0 != 0 }
    let product = summation.sum(entries.map { t, entry in (entry.0 - t) * entry.1 })
    let powers = summation.sum(entries.map { t, entry in t.power(alpha) - entry.0.power(alpha) })
    return product + powers / (alpha * (alpha - 1))
  }

  static func plugSparseMaps(
    _ functions: inout SwiftFunctions<Scalar>, adding summation: Summation<Scalar> = .inOrder
  ) {
    functions.sparsemax = { sparsemax($0, summation) }
    functions.entmax15 = { entmax15($0, summation) }
    functions.entmax = { entmax($0, $1, summation) }
    functions.alphaReLU = { alphaReLU($0, $1, $2) }
    functions.sparsemaxVectorJacobianProduct = { z, v in
      sparseProduct(slopes(sparsemax(z, summation), 2), v, summation)
    }
    functions.entmax15VectorJacobianProduct = { z, v in
      sparseProduct(slopes(entmax15(z, summation), 1.5), v, summation)
    }
    functions.entmaxVectorJacobianProduct = { z, v, alpha in
      sparseProduct(slopes(entmax(z, alpha, summation), alpha), v, summation)
    }
    functions.alphaReLUVectorJacobianProduct = { z, v, alpha, tau in
      zip(slopes(alphaReLU(z, alpha, tau), alpha), v).map { $0 * $1 }
    }
  }

  static func plugFenchelYoung(
    _ functions: inout SwiftFunctions<Scalar>, adding summation: Summation<Scalar> = .inOrder
  ) {
    functions.sparsemaxLoss = { t, z in
      fenchelYoung(t, sparsemax(z, summation), z, 2, summation)
    }
    functions.entmax15Loss = { t, z in
      fenchelYoung(t, entmax15(z, summation), z, 1.5, summation)
    }
    functions.entmaxLoss = { t, z, alpha in
      fenchelYoung(t, entmax(z, alpha, summation), z, alpha, summation)
    }
    functions.alphaReLULoss = { t, z, alpha, tau in
      let scores = z.map { $0 - tau / (alpha - 1) }
      return fenchelYoung(t, alphaReLU(z, alpha, tau), scores, alpha, summation)
    }
    functions.sparsemaxLossGradient = { t, z in zip(sparsemax(z, summation), t).map { $0 - $1 } }
    functions.entmax15LossGradient = { t, z in zip(entmax15(z, summation), t).map { $0 - $1 } }
    functions.entmaxLossGradient = { t, z, alpha in
      zip(entmax(z, alpha, summation), t).map { $0 - $1 }
    }
    functions.alphaReLULossGradient = { t, z, alpha, tau in
      zip(alphaReLU(z, alpha, tau), t).map { $0 - $1 }
    }
  }
}
