import Arithmetic
import SoftmaxFamily

/// α-entmax of one row, certified: the answer is checked, not the algorithm.
///
/// With the gaps `g_i = m − z_i` to the greatest entry and `a = α − 1`, the probabilities are
/// `p_i = (a(t − g_i))_+^{1/a}`, and their sum, which grows with `t`, is one. So an entry is in the support
/// if and only if `Σ (a(g_i − g_j))_+^{1/a}`, the sum for the threshold `t = g_i`, is less than one; that
/// settles the support in most cases for certain, ties at the threshold included. On the
/// support the equation is solved in closed form, or an interval holds the threshold because the
/// sum is certainly less than one at its lower end and more at its upper end.
///
/// A row with NaN or `+∞` or with nothing but `−∞` has no answer: NaN, as where `α ≤ 1`.
struct CertifiedSparseRow {
  /// `α`.
  let alpha: Ball
  /// The midpoint `m` of the greatest entry, `−∞` for an empty row.
  let maximum: Ball
  /// The gaps `m − z_i`, infinite at masks.
  let gaps: [Ball]
  /// The position of the greatest entry.
  let pivot: Int
  /// What the threshold falls short of `1/a`, where it is if one entry is alone: `1/a − t ≥ 0`.
  private(set) var shortfall: Ball = 0
  /// The bases `a(t − g_i)` of the powers, zero off the support.
  private var bases: [SparseBase] = []
  /// Whether an entry may be on either side of the threshold, the threshold itself included.
  private var isUndecided: [Bool] = []
  private let isProper: Bool

  /// Analyses a row.
  init(_ z: [Ball], alpha: Ball) {
    self.alpha = alpha
    var pivot = 0
    for i in z.indices where z[pivot].precedes(z[i]) { pivot = i }
    self.pivot = pivot
    let maximum = z.isEmpty ? Ball(-.infinity) : z[pivot].midpoint
    self.maximum = z.contains(where: \.isNaN) ? Ball(.nan) : maximum
    isProper = self.maximum.isReal && alpha.isReal && (alpha - 1).isPositive
    gaps = z.map { maximum - $0 }
    if isProper { solve() }
  }

  private mutating func solve() {
    bases = Array(repeating: SparseBase(0), count: gaps.count)
    isUndecided = Array(repeating: false, count: gaps.count)
    let order = gaps.indices.filter { gaps[$0].isReal }.sorted { gaps[$0].precedes(gaps[$1]) }
    let sorted = order.map { gaps[$0] }
    let guess = SparseThreshold.find(gaps: sorted.map(\.value), alpha: alpha.value)
    let threshold = CertifiedThreshold(sorted, alpha: alpha, guess: guess)
    shortfall = threshold.shortfall
    for (place, i) in order.enumerated() {
      isUndecided[i] = threshold.isUndecided[place]
      bases[i] = threshold.bases[place]
    }
  }
}

extension CertifiedSparseRow {
  private var undefined: [Ball] { Array(repeating: Ball(.nan), count: gaps.count) }

  /// The probabilities; zero off the support, between zero and little where that is undecided.
  var probabilities: [Ball] {
    guard isProper else { return undefined }
    let exponent = 1 / (alpha - 1)
    return bases.map { $0.value.isZero ? 0 : $0.power(exponent) }
  }

  /// `s_i = p_i^{2−α}` on the support and zero off it, the derivatives up to a factor.
  ///
  /// At the threshold itself both sides are enclosed: for `α = 2` zero and one, for `α > 2` anything.
  var slopes: [Ball] {
    guard isProper else { return undefined }
    let exponent = 1 / (alpha - 1) - 1
    return bases.indices.map { i in
      Self.slope(of: bases[i], exponent: exponent, atThreshold: isUndecided[i])
    }
  }

  /// `x^e`, the derivative of `x_+^{e+1}` up to a factor.
  static func slope(of base: SparseBase, exponent: Ball, atThreshold isUndecided: Bool) -> Ball {
    guard isUndecided else { return base.value.isZero ? 0 : base.power(exponent) }
    if exponent.isZero { return Ball(0.5).widened(by: 0.5) }
    guard exponent.isPositive else { return .unbounded }
    return base.power(exponent)
  }
}
