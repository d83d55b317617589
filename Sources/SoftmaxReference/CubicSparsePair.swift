import Arithmetic

/// α-entmax for `α = 3` on a support of two distinct entries, as quotients of whole numbers where they are.
///
/// Of `j` entries with the gap 0 and `k` with the gap `δ`, `p² − q² = 2δ` and `jp + kq = 1` give `p = P/E` and
/// `q = Q/F` with `P = 1 + 2δk²`, `E = j + kρ`, `Q = 1 − 2δj²`, `F = k + jρ` and `ρ² = 1 + 2δ(k² − j²)`. A quotient is
/// taken last, so that what is rational comes out exactly if `ρ` does.
struct CubicSparsePair {
  /// `P` and `E`, `Q` and `F`.
  private let first: (numerator: WideBall, denominator: WideBall)
  private let last: (numerator: WideBall, denominator: WideBall)
  private let counts: (first: WideBall, last: WideBall)
  /// Whether an entry has the gap 0; `nil` off the support.
  private let isFirst: [Bool?]

  /// Creates the pair of a support with its gaps in order; `nil` if more than two are distinct.
  init?(_ support: [WideBall?], _ gaps: [WideBall], _ bits: Int) {
    guard let least = gaps.first, let greatest = gaps.last else { return nil }
    let near = gaps.count { ($0 - least).isZero }
    guard near + gaps.count(where: { ($0 - greatest).isZero }) == gaps.count else { return nil }
    let (j, k) = (WideBall(near, bits), WideBall(gaps.count - near, bits))
    let double = 2 * (greatest - least)
    let root = (1 + double * (k * k - j * j)).squareRoot()
    first = (1 + double * k * k, j + k * root)
    last = (1 - double * j * j, k + j * root)
    counts = (j, k)
    isFirst = support.map { gap in gap.map { ($0 - least).isZero } }
  }

  var probabilities: [WideBall] {
    let (p, q) = (
      first.numerator / first.denominator, last.numerator / last.denominator
    )
    return isFirst.map { isFirst in isFirst.map { $0 ? p : q } ?? 0 }
  }

  /// `s ⊙ (v − ⟨s, v⟩/Σs)` with `s = 1/p`: over one denominator, with `p' = PF` and `q' = QE`,
  /// `(v_i(jq' + kp') − q'Σ_p v − p'Σ_q v) E/(P(jq' + kp'))`, and so with `F/Q` for the others.
  func vectorProduct(_ v: [WideBall]) -> [WideBall] {
    func sum(_ isWanted: Bool) -> WideBall {
      Definition.sum(v.indices.map { isFirst[$0] == isWanted ? v[$0] : 0 })
    }
    let p = first.numerator * last.denominator
    let q = last.numerator * first.denominator
    let mass = counts.first * q + counts.last * p
    let moment = q * sum(true) + p * sum(false)
    return v.indices.map { i in
      guard let isFirst = isFirst[i] else { return 0 }
      let (numerator, denominator) = isFirst ? first : last
      return (v[i] * mass - moment) * denominator / (numerator * mass)
    }
  }
}
