/// First derivatives of softmax and of the reduced softmax and its inverse.
extension Textbook {
  /// `λ g_i (δ_ij − g_j)`.
  static func softmaxJacobian(_ x: [Scalar], _ scale: Scalar) -> [[Scalar]] {
    let g = softmax(x.map { scale * $0 })
    return g.indices.map { i in
      g.indices.map { j in scale * (g[i] * ((i == j ? 1 : 0) - g[j])) }
    }
  }

  /// `g ⊙ (v − ⟨g, v⟩)`.
  static func vectorProduct(_ x: [Scalar], _ v: [Scalar]) -> [Scalar] {
    let g = softmax(x)
    let mean = zip(g, v).reduce(0) { $0 + $1.0 * $1.1 }
    return zip(g, v).map { $0 * ($1 - mean) }
  }

  /// `v − g Σv`.
  static func logSoftmaxVectorProduct(_ x: [Scalar], _ v: [Scalar]) -> [Scalar] {
    let sum = v.reduce(0, +)
    return zip(softmax(x), v).map { $1 - $0 * sum }
  }

  /// `λ p_k (δ_ki − p_i)`, without the pivot's column.
  static func reducedSoftmaxJacobian(_ eta: [Scalar], _ scale: Scalar) -> [[Scalar]] {
    let p = reducedSoftmax(eta, scale)
    return p.indices.map { k in
      p.indices.dropFirst().map { i in scale * (p[k] * ((k == i ? 1 : 0) - p[i])) }
    }
  }

  /// `(δ_ki/p_i − δ_0i/p_0)/λ`.
  static func inverseReducedSoftmaxJacobian(_ p: [Scalar], _ scale: Scalar) -> [[Scalar]] {
    p.indices.dropFirst().map { k in
      p.indices.map { i in
        if i == 0 { return (-1 / p[0]) / scale }
        return i == k ? (1 / p[k]) / scale : 0
      }
    }
  }
}
