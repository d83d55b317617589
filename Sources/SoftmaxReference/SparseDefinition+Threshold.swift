import Arithmetic

/// What is found by Newton's method, and proved by the signs at both ends of an interval.
extension SparseDefinition {
  /// The bases of the support's sorted gaps for `α < 2`, by the threshold, in which the sum is convex.
  static func basesByThreshold(
    _ gaps: [WideBall], _ powers: SparsePowers, guess: WideBall, _ bits: Int
  ) -> [WideBall] {
    let a = powers.a
    var t = guess
    // A step so small squared is less than the last bit.
    let small = WideBall(1, precision: bits).scaled(byPowerOfTwo: -bits * 5 / 8)
    for _ in 0..<6 {
      let bases = gaps.map { a * (t - $0) }
      let slopes = bases.map(powers.slope)
      let excess = Definition.sum(zip(bases, slopes).map { $0 * $1 }) - 1
      let step = excess / Definition.sum(slopes)
      t = (t - step).midpoint
      if (small - step).isPositive, (small + step).isPositive { break }
    }
    // Near α = 1 a threshold is large, and its last bits are those that count.
    let reach = (1 + 1 / a).midpoint.scaled(byPowerOfTwo: 40 - bits)
    let isInside =
      (sum(gaps, powers, at: t + reach) - 1).isPositive
      && (1 - sum(gaps, powers, at: t - reach)).isPositive
    return gaps.map { isInside ? a * (t.widened(by: reach) - $0) : .unknown }
  }

  /// The same for `α > 2`, by the least probability `q`.
  ///
  /// There the sum is steep at a threshold next to the last gap `g`: an entry is `ε` where its base is only
  /// `ε^a`. But `m q + Σ (c_i + q^a)^{1/a}`, with `c_i = a(g − g_i)` of the others and `m` last entries, is convex
  /// in `q` (each term is the norm of `c_i^{1/a}` and `q`) with a derivative between `m` and their number. So
  /// Newton's method comes to the solution from anywhere: from what a threshold says if that is beyond the gap, else
  /// from `q = 1/k`, which none exceeds.
  static func basesByLeastProbability(
    _ gaps: [WideBall], _ powers: SparsePowers, guess: WideBall, _ bits: Int
  ) -> [WideBall] {
    guard let last = gaps.last else { return [] }
    let others = gaps.map { powers.a * (last - $0) }.filter { !$0.isZero }
    let multiplicity = WideBall(gaps.count - others.count, bits)
    func excess(_ q: WideBall) -> (value: WideBall, derivative: WideBall) {
      let base = powers.powers(ofProbability: q).base
      let slopes = others.map { powers.slope($0 + base) }
      let sum = Definition.sum(zip(others, slopes).map { ($0 + base) * $1 })
      return (multiplicity * q + sum - 1, multiplicity + base / q * Definition.sum(slopes))
    }
    // A step so small squared is less than the last bit.
    let small = WideBall(1, precision: bits).scaled(byPowerOfTwo: -bits * 5 / 8)
    let guessed = powers.a * (guess - last)
    var q =
      (guessed.isPositive ? powers.probability(guessed) : 1 / WideBall(gaps.count, bits)).midpoint
    for _ in 0..<64 {
      let (value, derivative) = excess(q)
      let step = value / derivative
      q = (q - step).midpoint
      guard q.isPositive else { return gaps.map { _ in .unknown } }
      if (small - step).isPositive, (small + step).isPositive { break }
    }
    let reach = WideBall(1, precision: bits).scaled(byPowerOfTwo: 40 - bits)
    let (least, greatest) = (q - reach, q + reach)
    let isInside =
      least.isPositive && excess(greatest).value.isPositive && (-excess(least).value).isPositive
    guard isInside else { return gaps.map { _ in .unknown } }
    let base = powers.powers(ofProbability: q.widened(by: reach)).base
    return gaps.map { powers.a * (last - $0) + base }
  }
}
