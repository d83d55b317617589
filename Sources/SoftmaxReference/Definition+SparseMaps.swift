import Arithmetic
import SoftmaxFamily

/// The sparse maps by their definitions.
extension Definition {
  /// The sparse maps, their products with vectors, losses and gradients; `nil` for other operations.
  static func sparse(
    _ operation: Operation, _ arguments: [Tensor], _ bits: Int
  ) -> [WideBall]? {
    guard let form = operation.sparseForm else { return nil }
    let given = SparseArguments(form, arguments)
    let z = given.z.elements
    let alpha = WideBall(enclosing: given.alpha, precision: bits)
    let isReLU = form.map == .alphaReLU
    let tau = isReLU ? WideBall(enclosing: given.tau, precision: bits) : 0
    guard (alpha - 1).isPositive else {
      return Array(repeating: .unknown, count: form.part == .loss ? 1 : z.count)
    }
    let bases =
      isReLU
      ? z.map { reluBase($0, alpha - 1, tau, bits) } : SparseDefinition(z, given.alpha, bits).bases
    let exponent = 1 / (alpha - 1)
    let p = bases.map { power($0, exponent) }
    let companion = wide(given.companion.elements, bits)
    switch form.part {
    case .value: return p
    case .lossGradient: return zip(p, companion).map { $0 - $1 }
    case .vectorJacobianProduct:
      let slopes = bases.map { $0.isZero ? 0 : power($0, exponent - 1) }
      guard !isReLU else { return zip(slopes, companion).map { product($0, $1) } }
      let (mass, moment) = (sum(slopes), dot(slopes, companion))
      return zip(slopes, companion).map { slope, v in slope * (v * mass - moment) / mass }
    case .loss:
      let scores = z.map { isNothing($0) ? nil : WideBall(enclosing: $0, precision: bits) }
      let pairing = zip(scores, zip(p, companion)).map { score, pair in
        product(pair.0 - pair.1, score.map { $0 - tau / (alpha - 1) } ?? .unknown)
      }
      return [sum(pairing) + tsallis(p, alpha) - tsallis(companion, alpha)]
    }
  }

  /// `H(p) = (1 − Σ p^α)/(α(α − 1))`.
  private static func tsallis(_ p: [WideBall], _ alpha: WideBall) -> WideBall {
    (1 - sum(p.map { power($0, alpha) })) / (alpha * (alpha - 1))
  }

  /// `((α − 1)z − τ)_+`.
  private static func reluBase(
    _ z: Ball, _ a: WideBall, _ tau: WideBall, _ bits: Int
  ) -> WideBall {
    guard !isNothing(z) else { return 0 }
    let base = a * WideBall(enclosing: z, precision: bits) - tau
    return base.isPositive ? base : base.isZero || (-base).isPositive ? 0 : .unknown
  }

  /// The whole number from zero to 64 that an exact number is, found by halving.
  private static func smallWhole(_ exponent: WideBall) -> Int? {
    guard exponent.isExact else { return nil }
    var (low, high) = (0, 64)
    while low < high {
      let middle = (low + high) / 2
      if (exponent - WideBall(Double(middle))).isPositive {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return (exponent - WideBall(Double(low))).isZero ? low : nil
  }

  /// A whole power by squaring, exact as long as its bits suffice: a tie is one of few bits.
  private static func power(_ x: WideBall, whole exponent: Int) -> WideBall {
    var (result, square, rest) = (1 as WideBall, x, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      rest >>= 1
      if rest > 0 { square = square * square }
    }
    return result
  }

  /// `x^e` of a number that is not negative: exact where products and roots are.
  static func power(_ x: WideBall, _ exponent: WideBall) -> WideBall {
    if x.isZero { return exponent.isPositive ? 0 : exponent.isZero ? 1 : .unknown }
    if (2 * exponent - 1).isZero { return x.squareRoot() }
    if let whole = smallWhole(exponent) { return power(x, whole: whole) }
    return (exponent * x.logarithm()).exponential()
  }
}

/// The bases `p_i^{α−1} = ((α − 1)(t − g_i))_+` of α-entmax, with the gaps `g_i = m − z_i`.
///
/// An entry is in the support if and only if the sum for the threshold `t = g_i` is less than one. On the
/// support, `t` is rational for `α = 2`, a quadratic irrational for `α = 3/2`; otherwise Newton's method starts
/// from the reference's threshold, and the sign of the sum less one at both ends of an interval
/// proves that it holds the threshold, wherever it came from.
private struct SparseDefinition {
  let bases: [WideBall]

  init(_ z: [Ball], _ alpha: Ball, _ bits: Int) {
    let a = WideBall(enclosing: alpha, precision: bits) - 1
    let entries = z.map {
      Definition.isNothing($0) ? nil : WideBall(enclosing: $0, precision: bits)
    }
    let greatest = entries.compactMap { $0 }.reduce(nil) { (best: WideBall?, entry) in
      best.map { $0.precedes(entry) ? entry : $0 } ?? entry
    }
    let gaps = entries.map { entry in
      entry.flatMap { entry in greatest.map { $0.midpoint - entry } }
    }
    let order = gaps.indices.filter { gaps[$0] != nil }.sorted {
      (gaps[$0] ?? 0).precedes(gaps[$1] ?? 0)
    }
    let sorted = order.compactMap { gaps[$0] }
    guard let size = Self.support(sorted, a), size > 0 else {
      bases = z.map { _ in .unknown }
      return
    }
    let support = Array(sorted.prefix(size))
    let places = Set(order.prefix(size))
    if size == 1 {
      bases = gaps.indices.map { places.contains($0) ? 1 : 0 }
      return
    }
    if (a - 1).isZero {
      // Over one denominator, so that what is exact comes out exactly.
      let count = WideBall(size, bits)
      bases = gaps.indices.map { i in
        guard places.contains(i), let gap = gaps[i] else { return 0 }
        return (1 + Definition.sum(support.map { $0 - gap })) / count
      }
      return
    }
    let row = CertifiedSparseRow(z, alpha: alpha)
    let guess = 1 / a - WideBall(enclosing: row.shortfall, precision: bits).midpoint
    let threshold = Self.threshold(support, a, guess: guess, bits)
    bases = gaps.indices.map { i in
      guard places.contains(i), let gap = gaps[i] else { return 0 }
      return a * (threshold - gap)
    }
  }

  /// `Σ (a(t − g))^{1/a}`.
  private static func sum(_ gaps: [WideBall], _ a: WideBall, at t: WideBall) -> WideBall {
    Definition.sum(gaps.map { Definition.power(a * (t - $0), 1 / a) })
  }

  /// How many of the sorted gaps are in the support; `nil` if that is not certain.
  private static func support(_ gaps: [WideBall], _ a: WideBall) -> Int? {
    for (i, gap) in gaps.enumerated() {
      let closer = gaps.prefix(i).filter { !($0 - gap).isZero }
      let room = 1 - sum(closer, a, at: gap)
      if room.isZero || (-room).isPositive { return i }
      guard room.isPositive else { return nil }
    }
    return gaps.count
  }

  private static func threshold(
    _ gaps: [WideBall], _ a: WideBall, guess: WideBall, _ bits: Int
  ) -> WideBall {
    let count = WideBall(gaps.count, bits)
    if (2 * a - 1).isZero {
      // Σ (t − g)² = 4, so t is the mean and the root of what their spread leaves.
      let mean = Definition.sum(gaps) / count
      let spread = Definition.sum(gaps.map { ($0 - mean) * ($0 - mean) })
      return mean + ((4 - spread) / count).squareRoot()
    }
    var t = guess
    let exponent = 1 / a - 1
    // A step so small squared is less than the last bit.
    let small = WideBall(1, precision: bits).scaled(byPowerOfTwo: -bits * 5 / 8)
    for _ in 0..<6 {
      let bases = gaps.map { a * (t - $0) }
      let slopes = bases.map { Definition.power($0, exponent) }
      let excess = Definition.sum(zip(bases, slopes).map { $0 * $1 }) - 1
      let step = excess / Definition.sum(slopes)
      t = (t - step).midpoint
      if (small - step).isPositive, (small + step).isPositive { break }
    }
    let reach = WideBall(1, precision: bits).scaled(byPowerOfTwo: 40 - bits)
    let isInside =
      (sum(gaps, a, at: t + reach) - 1).isPositive && (1 - sum(gaps, a, at: t - reach)).isPositive
    return isInside ? t.widened(by: reach) : .unknown
  }
}
