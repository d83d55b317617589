import Arithmetic

/// α-entmax of one row by its definition: with the gaps `g_i = m − z_i` and `a = α − 1`, the bases of the probabilities are
/// `p_i^a = (a(t − g_i))_+`.
///
/// An entry is in the support if and only if the sum for the threshold `t = g_i` is less than one. On the
/// support, the probabilities are `1/k` where all entries are equal, rational for `α = 2`, numbers of one quadratic
/// field for `α = 3/2`, and for `α = 3` where two entries differ; otherwise Newton's method finds the threshold, or
/// the least probability, and the sign of the sum less one at both ends of an interval proves that it holds
/// what is looked for, wherever it came from.
struct SparseDefinition {
  private let powers: SparsePowers
  private let scores: [WideBall?]
  /// The gaps of the entries in the support, `nil` for the others.
  private let support: [WideBall?]
  private let solution: Solution
  /// Whether an entry is exactly at the threshold.
  let isAtThreshold: Bool

  private enum Solution {
    case unknown
    /// So many equal entries.
    case uniform(WideBall)
    /// Probabilities, of few bits where they are rational.
    case probabilities([WideBall])
    /// Those for `α = 3/2`.
    case quadratic(QuadraticSparseRow)
    /// Those for `α = 3` where two entries differ.
    case pair(CubicSparsePair)
    /// The bases, zero off the support.
    case bases([WideBall])
  }

  init(_ z: [Ball], _ powers: SparsePowers, _ bits: Int) {
    self.powers = powers
    let a = powers.a
    scores = z.map {
      Definition.isNothing($0) ? nil : WideBall(enclosing: $0, precision: bits)
    }
    let greatest = scores.compactMap { $0 }.reduce(nil) { (best: WideBall?, entry) in
      best.map { $0.precedes(entry) ? entry : $0 } ?? entry
    }
    let gaps = scores.map { entry in
      entry.flatMap { entry in greatest.map { $0.midpoint - entry } }
    }
    let order = gaps.indices.filter { gaps[$0] != nil }.sorted {
      (gaps[$0] ?? 0).precedes(gaps[$1] ?? 0)
    }
    let sorted = order.compactMap { gaps[$0] }
    guard let (size, isAtThreshold) = Self.support(sorted, powers), size > 0 else {
      (support, solution, isAtThreshold) = (gaps, .unknown, false)
      return
    }
    self.isAtThreshold = isAtThreshold
    let places = Set(order.prefix(size))
    support = gaps.indices.map { places.contains($0) ? gaps[$0] : nil }
    let members = Array(sorted.prefix(size))
    let count = WideBall(size, bits)
    if size == 1 || members.allSatisfy({ ($0 - members[0]).isZero }) {
      solution = .uniform(count)
    } else if (a - 1).isZero {
      // Over one denominator, so that what is exact comes out exactly.
      let sum = Definition.sum(members)
      solution = .probabilities(
        support.map { gap in gap.map { (1 + sum - count * $0) / count } ?? 0 })
    } else if (2 * a - 1).isZero {
      solution = .quadratic(QuadraticSparseRow(support, count))
    } else if (a - 2).isZero, let pair = CubicSparsePair(support, members, bits) {
      solution = .pair(pair)
    } else {
      let row = CertifiedSparseRow(z, alpha: Ball(enclosing: powers.alpha))
      let guess = 1 / a - WideBall(enclosing: row.shortfall, precision: bits).midpoint
      let found =
        (a - 1).isPositive
        ? Self.basesByLeastProbability(members, powers, guess: guess, bits)
        : Self.basesByThreshold(members, powers, guess: guess, bits)
      var bases = gaps.map { _ in WideBall(0, bits) }
      for (place, base) in zip(order, found) { bases[place] = base }
      solution = .bases(bases)
    }
  }

  // MARK: - Answers

  var probabilities: [WideBall] {
    switch solution {
    case .unknown: support.map { _ in .unknown }
    case .uniform(let count): support.map { $0 == nil ? 0 : 1 / count }
    case .probabilities(let p): p
    case .quadratic(let row): row.probabilities
    case .pair(let row): row.probabilities
    case .bases(let bases): bases.map { $0.isZero ? 0 : powers.probability($0) }
    }
  }

  /// `s ⊙ (v − ⟨s, v⟩/Σs)` with `s_i = p_i^{2−α}` on the support.
  func vectorProduct(_ v: [WideBall]) -> [WideBall] {
    let slopes: [WideBall]
    switch solution {
    case .unknown: return v.map { _ in .unknown }
    case .quadratic(let row): return row.vectorProduct(v)
    case .uniform(let count):
      let sum = Definition.sum(v.indices.map { support[$0] == nil ? 0 : v[$0] })
      return v.indices.map { i in
        support[i] == nil
          ? 0 : powers.slope(atReciprocalOf: count, times: count * v[i] - sum) / count
      }
    case .pair(let row): return row.vectorProduct(v)
    case .probabilities(let p):
      slopes = p.indices.map { support[$0] == nil ? 0 : powers.powers(ofProbability: p[$0]).slope }
    case .bases(let bases):
      slopes = bases.map { $0.isZero ? 0 : powers.slope($0) }
    }
    let (mass, moment) = (Definition.sum(slopes), Definition.dot(slopes, v))
    return zip(slopes, v).map { slope, v in slope * (v * mass - moment) / mass }
  }

  /// `⟨p − y, z⟩ + (Σy^α − Σp^α)/(α(α − 1))`, over one denominator.
  ///
  /// For `α = 2` as `(k(Σ_S z² + Σy² − 2⟨y, z⟩) − (Σ_S z − 1)²)/2k`. Otherwise the powers of numbers that
  /// `p` and `y` have in common are left out.
  func loss(to y: [WideBall]) -> WideBall {
    let a = powers.a
    func score(_ i: Int) -> WideBall { scores[i] ?? .unknown }
    if (a - 1).isZero, case .unknown = solution {
    } else if (a - 1).isZero {
      let members = support.indices.compactMap { support[$0] == nil ? nil : scores[$0] }
      let count = WideBall(members.count, powers.bits)
      let rest = Definition.sum(members) - 1
      let pairing = Definition.sum(y.indices.map { Definition.product(y[$0], score($0)) })
      let squares = Definition.dot(members, members) + Definition.dot(y, y) - 2 * pairing
      return (count * squares - rest * rest) / (2 * count)
    }
    let p = probabilities
    let pairing = Definition.sum(y.indices.map { Definition.product(p[$0] - y[$0], score($0)) })
    let (own, others) = Self.withoutCommon(p, y)
    let powers = Definition.sum(others.map(powers.entropyTerm) + own.map { -entropyTerm($0) })
    return (self.powers.alpha * a * pairing + powers) / (self.powers.alpha * a)
  }

  private func entropyTerm(_ p: WideBall) -> WideBall { powers.entropyTerm(p) }

  /// Two lists without the exact numbers that they have in common.
  private static func withoutCommon(
    _ a: [WideBall], _ b: [WideBall]
  ) -> ([WideBall], [WideBall]) {
    var counts: [WideBall.Identity: Int] = [:]
    for number in b { if let identity = number.identity { counts[identity, default: 0] += 1 } }
    var common: [WideBall.Identity: Int] = [:]
    let first = a.filter { number in
      guard let identity = number.identity, let count = counts[identity], count > 0 else {
        return true
      }
      counts[identity] = count - 1
      common[identity, default: 0] += 1
      return false
    }
    let second = b.filter { number in
      guard let identity = number.identity, let count = common[identity], count > 0 else {
        return true
      }
      common[identity] = count - 1
      return false
    }
    return (first, second)
  }

  // MARK: - The support and the threshold

  /// `Σ (a(t − g))^{1/a}`.
  static func sum(
    _ gaps: [WideBall], _ powers: SparsePowers, at t: WideBall
  ) -> WideBall {
    Definition.sum(gaps.map { powers.probability(powers.a * (t - $0)) })
  }

  /// How many of the sorted gaps are in the support, and whether the next is exactly at the threshold; `nil` if
  /// that is not certain.
  ///
  /// What an entry leaves of one grows no more with its gap, so the last in the support is found by
  /// halving.
  private static func support(
    _ gaps: [WideBall], _ powers: SparsePowers
  ) -> (size: Int, isAtThreshold: Bool)? {
    var (inside, outside) = (0, gaps.count)
    var isAtThreshold = false
    while inside < outside {
      let middle = (inside + outside) / 2
      let closer = gaps.prefix(middle).filter { !($0 - gaps[middle]).isZero }
      let room = 1 - sum(closer, powers, at: gaps[middle])
      if room.isPositive {
        inside = middle + 1
      } else {
        guard room.isZero || (-room).isPositive else { return nil }
        (outside, isAtThreshold) = (middle, room.isZero)
      }
    }
    return (inside, isAtThreshold)
  }
}
