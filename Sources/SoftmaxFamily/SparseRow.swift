import Arithmetic

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What the error theorems need to know of one row of α-entmax, as bounds in doubles.
///
/// Written with `a = α − 1`, `β = 1/a`, `x_i = a z_i − τ` and `p_i = (x_i)_+^β`.
struct SparseRow {
  /// `α − 1`, which is exact in the format of `α`.
  let a: Double
  /// `β`.
  let exponent: Double
  /// The entries.
  let entries: [Double]
  /// The greatest entry.
  let maximum: Double
  /// The gaps `m − z_i`, infinite at masks.
  let gaps: [Double]
  /// The distances `x_i` from the threshold, negative beyond it.
  let distances: [Double]
  /// The probabilities `p_i`.
  let probabilities: [Double]
  /// By how much the distances themselves may be wrong.
  let uncertainty: Double
  /// The prefixes of the sorted row, for the two `α` that are solved by sorting.
  let prefixes: SparsePrefixes?

  /// Analyses a row.
  ///
  /// `mayBeSorted` is false for an implementation that does not tell `α` apart; `isFine` asks for
  /// distances to more than the digits of a double.
  init(_ z: [Double], alpha: Double, mayBeSorted: Bool, isFine: Bool) {
    let a = alpha - 1
    let top = z.max() ?? 0
    // What is so far below is not in any support, and its square fits no double.
    let exact = z.map { DoubleDouble.sum(top, -$0) }
    gaps = exact.map { $0.high < 0x1p300 ? $0.high : .infinity }
    self.a = a
    entries = z
    exponent = 1 / a
    maximum = top
    let sorted = mayBeSorted && (alpha == 2 || alpha == 1.5)
    let distances: [Double]
    if sorted {
      let scaled = exact.filter { $0.high < 0x1p300 }.map { $0.scaled(by: a) }
      let prefixes = SparsePrefixes(
        scaled.sorted { ($0.high, $0.low) < ($1.high, $1.low) }, isQuadratic: alpha == 1.5)
      self.prefixes = prefixes
      uncertainty = 0
      distances = exact.map {
        $0.high < 0x1p300 ? (prefixes.threshold + -$0.scaled(by: a)).high : -.infinity
      }
    } else {
      prefixes = nil
      (distances, uncertainty) = Self.distances(gaps, exact, a: a, isFine: isFine)
    }
    self.distances = distances
    // What is too small for a double is not nothing.
    probabilities = distances.map { $0 > 0 ? max(pow($0, 1 / a), .leastNonzeroMagnitude) : 0 }
  }

  /// The distances from the threshold that Newton's method finds, and by how much they may be wrong.
  ///
  /// The method ends where the sum is right to its own rounding: that of each term, of its power and
  /// of the sum, divided by a slope of at least one. A last step with some hundred bits squares
  /// what is left, `e² · |β − 1|/x` with `x` the least distance, unless the support is in doubt.
  private static func distances(
    _ gaps: [Double], _ exact: [DoubleDouble], a: Double, isFine: Bool
  ) -> (distances: [Double], uncertainty: Double) {
    let threshold = SparseThreshold.find(gaps: gaps, alpha: a + 1)
    let coarse = gaps.map { a * (threshold - $0) }
    let error = (8 + a * Double(gaps.count + 4)) * 0x1p-53
    let nearest = coarse.reduce(Double.infinity) { min($0, abs($1)) }
    guard isFine, nearest > 8 * error else { return (coarse, error) }
    var (excess, slope) = (Ball(-1), 0.0)
    for (gap, distance) in zip(exact, coarse) where distance > 0 {
      let base = Ball(a) * (Ball(threshold) - (Ball(gap.high) + Ball(gap.low)))
      let power = base.power(1 / Ball(a))
      excess = excess + power
      slope += power.value / distance
    }
    let step = -excess.value / slope
    let fine = zip(exact, coarse).map { gap, distance in
      distance > -1
        ? a * (DoubleDouble.sum(threshold, step) + -gap).high : distance
    }
    return (fine, 4 * error * error * (1 + 1 / a) / nearest + 0x1p-90)
  }

  /// How far `x_+^e` may move, when `x` moves by `δ`, at an entry.
  ///
  /// By the mean value theorem; where the derivative is unbounded by `|y^e − x^e| ≤ |y − x|^e`. For
  /// `e = 0` the power is the indicator of the support.
  func movement(_ index: Int, by delta: Double, exponent e: Double) -> Double {
    Self.movement(of: distances[index], by: delta + uncertainty, exponent: e)
  }

  /// How far `x_+^e` may move, when `x` moves by `δ`.
  static func movement(of x: Double, by delta: Double, exponent e: Double) -> Double {
    guard x + delta > 0 || x == 0 && delta == 0 && e <= 0 else { return 0 }
    let mayVanish = x <= delta
    if e == 0 { return mayVanish ? 1 : 0 }
    if e < 0 { return mayVanish ? .infinity : -e * delta * pow(x - delta, e - 1) * slack }
    if x <= 0 { return pow(x + delta, e) * slack }
    if e >= 1 { return e * delta * pow(x + delta, e - 1) * slack }
    let whole = pow(delta, e) * slack
    return mayVanish ? whole : min(whole, e * delta * pow(x - delta, e - 1) * slack)
  }

  private static let slack = 1 + 0x1p-40

  /// The largest error of the threshold that changes the sum of the probabilities by at most `ρ`.
  ///
  /// The sum is monotone in the threshold, so it is enough to find a distance on either side at
  /// which it has changed by more. Infinite if there is none: then `ρ` is as large as the sum.
  func thresholdError(forResidual rho: Double) -> Double {
    let indices = distances.indices.filter { distances[$0] > 0 }
    let slope = indices.reduce(0) { $0 + exponent * probabilities[$1] / distances[$1] }
    let wanted = (rho + 2 * uncertainty * slope) * (1 + 0x1p-20)
    guard wanted > 0 else { return 0 }
    var delta = wanted / slope * (1 + 0x1p-10)
    while delta < 4 {
      if change(by: delta, indices) >= wanted, change(by: -delta, indices) <= -wanted {
        return delta
      }
      delta *= 1.25
    }
    return .infinity
  }

  /// By how much the sum of the probabilities changes, when all distances do.
  private func change(by delta: Double, _ support: [Int]) -> Double {
    support.reduce(0) { sum, i in
      let ratio = delta / distances[i]
      return ratio <= -1
        ? sum - probabilities[i] : sum + probabilities[i] * expm1(exponent * log1p(ratio))
    }
  }
}
