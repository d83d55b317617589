import Arithmetic

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The errors of the Fenchel–Young losses of the sparse maps.
extension Contract {
  /// The error of `⟨p − y, z⟩ + H(p) − H(y)`, in whatever way the inner products are taken apart.
  ///
  /// An error `b` of `p` moves its term `pz − p^α/(α(α − 1))` by at most `b` times the largest magnitude of
  /// `z − p^{α−1}/(α − 1)`, in which `p^{α−1}` is the distance from the threshold, and off by what
  /// that is off; the products, powers and sums add their roundings of the terms' magnitudes.
  /// There is no bound where a power or a product may overflow, which only one of the forms does.
  /// Sparsemax's loss may also be `½Σ(z² − τ²) + ½ − z_y` over the support, whose squares cancel.
  func sparseLoss(
    _ map: SparseForm.Map, _ entries: [SparseEntry], _ arguments: SparseArguments
  ) -> ErrorBound {
    let alpha = arguments.alpha.value
    let a = alpha - 1
    let shift = arguments.tau.value / a
    let scores = arguments.z.values.map { $0 == -.infinity ? 0 : $0 - shift }
    let targets = arguments.companion.values
    let normaliser = 1 / (alpha * a)
    var (error, products, powers) = (0.0, 0.0, 2 * normaliser)
    for (entry, (score, target)) in zip(entries, zip(scores, targets)) {
      let top = entry.value + entry.error
      let distance = pow(entry.value, a)
      let moved = max(entry.distanceError, pow(top, a) - distance)
      if entry.error > 0 { error += entry.error * (abs(score - distance / a) + moved / a) }
      if top > 0 || target != 0 { products += (top + abs(target)) * (abs(score) + abs(shift) * u) }
      powers += (pow(top, alpha) + pow(abs(target), alpha)) * normaliser
    }
    guard max(powers, products) < working.greatestFinite / 4 else { return .infinite }
    let sum = sumError(entries.count + 1) + 4 * u
    let size = error + sum * products + (sum + powerError(of: 1)) * powers
    let squares =
      map == .sparsemax && claims.sparseMap != .sort
      ? sparsemaxSquares(entries, arguments.z.values, sum) : 0
    let bound = max(size, squares + sum * products) * (1 + 8 * u) * (1 + 0x1p-30)
    return stored(
      ErrorBound(relative: u, absolute: bound + Double(4 * entries.count + 4) * tiny * normaliser))
  }

  /// The error of `½Σ(z² − τ²)` over the support: of the squares, and of the threshold.
  private func sparsemaxSquares(
    _ entries: [SparseEntry], _ z: [Double], _ sum: Double
  ) -> Double {
    var (error, size) = (0.0, 1.0)
    for (entry, z) in zip(entries, z) where entry.value + entry.error > 0 {
      let threshold = abs(z - entry.value) + entry.distanceError
      size += (z * z + threshold * threshold) / 2
      error += (threshold + entry.distanceError) * entry.distanceError
    }
    return error + sum * size
  }
}
