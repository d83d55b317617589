import Arithmetic
import SoftmaxFamily

extension Reference {
  /// The Hessians.
  static func secondDerivatives(
    _ operation: Operation, _ x: [Ball], _ second: [Ball]
  ) -> [Ball] {
    switch operation {
    case .categoricalCrossEntropyWithLogitsHessian:
      categoricalCrossEntropyHessian(x, second)
    case .inverseReducedSoftmaxHessian: inverseReducedSoftmaxHessian(x, scale: second[0])
    case .reducedSoftmaxHessian:
      hessian(CertifiedRow([0] + x, scale: second[0]), free: 1..<x.count + 1)
    default: hessian(CertifiedRow(x, scale: second[0]), free: x.indices)
    }
  }

  /// `λ²g_k((δ_ki − g_i)(δ_kj − g_j) − g_i(δ_ij − g_j))` for the logits that are free.
  ///
  /// Factored, with `c = 1 − g` and `d = 1 − 2g` as sums of the other entries: `λ²g_kc_kd_k` where all
  /// indices are the same, `−λ²g_ag_bd_b` where `b` is there twice, `2λ²g_kg_ig_j` where all differ. Where more than
  /// two entries balance a greatest one, the radius of `d` is relative to `g`.
  static func hessian(_ row: CertifiedRow, free: Range<Int>) -> [Ball] {
    let g = row.softmax
    let complements = row.complements
    let balances = row.balances
    let squared = row.scale * row.scale
    return g.indices.flatMap { k in
      free.flatMap { i in
        free.map { j in
          if i == j && j == k { return squared * (g[k] * complements[k] * balances[k]) }
          if i == j { return -squared * (g[k] * g[i] * balances[i]) }
          if k == i { return -squared * (g[k] * g[j] * balances[k]) }
          if k == j { return -squared * (g[k] * g[i] * balances[k]) }
          return 2 * squared * (g[k] * g[i] * g[j])
        }
      }
    }
  }

  /// `Σt g_i(δ_ij − g_j)`.
  static func categoricalCrossEntropyHessian(_ targets: [Ball], _ logits: [Ball]) -> [Ball] {
    let mass = targets.reduce(0, +)
    return jacobian(CertifiedRow(logits), free: logits.indices).map { product(mass, $0) }
  }

  /// `δ_ij(δ_0i/p_0² − δ_ki/p_k²)/λ`.
  static func inverseReducedSoftmaxHessian(_ p: [Ball], scale: Ball) -> [Ball] {
    (1..<p.count).flatMap { k in
      p.indices.flatMap { i in
        p.indices.map { j in
          guard i == j else { return 0 }
          if i == 0 { return 1 / (scale * p[0] * p[0]) }
          return i == k ? -1 / (scale * p[k] * p[k]) : 0
        }
      }
    }
  }

  /// Softmax of each column, along axis 0, or of each row, along axis 1; NaN along any other.
  static func softmax(of x: Tensor, along axis: Ball) -> [Ball] {
    switch axis.value {
    case 0:
      let columns = (0..<x.columns).map { CertifiedRow(x.column($0).elements).softmax }
      return (0..<x.rows).flatMap { row in columns.map { $0[row] } }
    case 1: return (0..<x.rows).flatMap { CertifiedRow(x.row($0).elements).softmax }
    default: return x.elements.map { _ in Ball(.nan) }
    }
  }
}
