import Arithmetic

extension Reference {
  /// `λg_i(δ_ij − g_j)` for the columns `j` of the logits that are free.
  static func jacobian(_ row: CertifiedRow, free columns: Range<Int>) -> [Ball] {
    let g = row.softmax
    let complements = row.complements
    return g.indices.flatMap { i in
      columns.map { j in
        row.scale * g[i] * (i == j ? complements[i] : -g[j])
      }
    }
  }

  /// `g ⊙ (v − ⟨g, v⟩)`, the product of the symmetric Jacobian with a vector.
  ///
  /// As `g ⊙ (v − v_k − ⟨g, v − v_k⟩)` with `k` the greatest entry of `x`: where that one decides,
  /// the mean is close to `v_k`, and the difference of the two would cancel. The radius is relative to
  /// `g_i(|v_i − v_k| + Σ g|v − v_k|)`, the larger where an entry is close to the mean.
  static func vectorProduct(_ x: [Ball], _ v: [Ball]) -> [Ball] {
    guard !x.isEmpty else { return [] }
    let row = CertifiedRow(x)
    let g = row.softmax
    let center = v[row.pivot]
    let shifted = v.indices.map { $0 == row.pivot ? 0 : v[$0] - center }
    let mean = zip(g, shifted).reduce(0) { $0 + $1.0 * $1.1 }
    return zip(g, shifted).map { $0 * ($1 - mean) }
  }

  /// `v − g Σv`, with a radius relative to `|v| + g|Σv|`; the sum itself is exact.
  static func logSoftmaxVectorProduct(_ x: [Ball], _ v: [Ball]) -> [Ball] {
    let row = CertifiedRow(x)
    let sum = Ball.sum(of: v)
    return zip(v, row.softmax).map { $0 - $1 * sum }
  }
}
